import { expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { instant } from '#src/lib/time.ts';
import type { JobDetails, TaskStatus } from '#src/model/jobs.ts';
import { chartOf, type JobChart } from '#src/progress/chart.ts';
import { progressOf } from '#src/progress/progress.ts';
import {
  CREATE,
  fivePast,
  following,
  GIB,
  MINUTE,
  type Read,
  START,
  task,
  TRANSFER,
} from '#src/progress/testing.ts';
import { chartHeight } from '#src/ui/picture/chart-height.ts';
import { RestoreProgressChart } from '#src/ui/picture/RestoreProgressChart.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

/** The chart of a job: what is drawn, as text. */

const { seen } = following(instant);

const PAST = fivePast(44, {
  sizeBytes: 100 * GIB,
  phases: [
    { kind: 'transferFrom', durationMs: 40 * MINUTE },
    { kind: 'createMachine', durationMs: 4 * MINUTE },
  ],
});

function chart(reads: readonly Read[], past = PAST): JobChart {
  const { last, observations } = seen(reads);
  const facts = { observations, past, sizeBytes: null };
  const at = observations.latest.at;
  const made = chartOf(last, progressOf(last, facts, at), facts, { at, canCancel: true });
  if (made === null) throw new Error('there is a chart');
  return made;
}

const tasks = (transfer: TaskStatus, create: TaskStatus) => [
  task(TRANSFER, transfer, { startedAt: instant(START), durationMs: 40 * MINUTE }),
  task(CREATE, create, { durationMs: create === 'completed' ? 4 * MINUTE : null }),
];

const read = (minute: number, gib: number, more: Partial<JobDetails> = {}): Read => ({
  ms: minute * MINUTE,
  percent: Math.min(99, gib),
  bytes: { transferred: gib * GIB, total: 100 * GIB },
  tasks: [task(TRANSFER, 'inProgress', { startedAt: instant(START) }), task(CREATE, 'notStarted')],
  ...more,
});

/** Two and a half gigabytes a minute, a little slower in the middle. */
const even = Array.from({ length: 21 }, (_, minute) =>
  read(minute, minute * 2.5 - (minute > 8 && minute < 12 ? 1 : 0)),
);
const end = (status: JobDetails['status'], transfer: TaskStatus, create: TaskStatus): Read =>
  read(44, transfer === 'completed' ? 100 : 60, {
    status,
    endedAt: instant(START + 44 * MINUTE),
    tasks: tasks(transfer, create),
  });

const CHARTS: Readonly<Record<string, JobChart>> = {
  running: chart(even),
  stalled: chart([...even, ...Array.from({ length: 40 }, (_, more) => read(21 + more, 50))]),
  'no bytes': chart(even.map((one) => ({ ...one, bytes: null }))),
  'no percent': chart(even.map((one) => ({ ...one, percent: null }))),
  'few readings': chart(even.slice(0, 4)),
  'no past restores': chart(even, []),
  backwards: chart([...even, read(21, 10), read(22, 13), read(23, 16)]),
  'a gap in reading': chart([...even.slice(0, 6), ...even.slice(16)]),
  'clock jump': (({ moment: { at, ms }, ...rest }) => ({
    ...rest,
    moment: { at: instant(at + 3_600_000), ms },
  }))(chart(even)),
  done: chart([...even, end('completed', 'completed', 'completed')]),
  failed: chart([...even, end('failed', 'failed', 'notStarted')]),
  canceled: chart([...even, end('cancelled', 'cancelled', 'notStarted')]),
};

async function drawChart(one: JobChart, width = 840): Promise<Element> {
  await page.viewport(1440, 900);
  await draw(
    <div style={{ width }}>
      <RestoreProgressChart chart={one} />
    </div>,
  );
  return page.getByRole('img').element();
}

/** Its shapes and its words, each with its place. */
function shapesOf(svg: Element): string {
  const { left, top } = svg.getBoundingClientRect();
  return Array.from(svg.querySelectorAll('[data-look], text'), (element) => {
    const box = element.getBoundingClientRect();
    const [x, y, width, height] = [box.left - left, box.top - top, box.width, box.height].map(
      Math.round,
    );
    const look = element.getAttribute('data-look');
    return look === null
      ? `  ${element.textContent}`
      : `${look} ${String(x)},${String(y)} ${String(width)}×${String(height)}`;
  }).join('\n');
}

for (const [state, one] of Object.entries(CHARTS)) {
  test(`a job that is “${state}” as shapes and words`, async () => {
    expect(shapesOf(await drawChart(one))).toMatchSnapshot();
  });
}

test('where there is little room the phases are left out, and names stand above', async () => {
  expect(shapesOf(await drawChart(CHARTS['running'] ?? chart(even), 368))).toMatchSnapshot();
});

test.each([
  [840, /^Cancel until \d/],
  [700, /^Cancel until$/],
  [540, /^Cancel until$/],
])('%d wide the limit of canceling says %s', async (width, limit) => {
  const svg = await drawChart(chart(even), width);
  const words = Array.from(svg.querySelectorAll('text'), ({ textContent }) => textContent);
  expect(words).toContainEqual(expect.stringMatching(limit));
});

test('its name says what it shows, and its place is as high as it is before it comes', async () => {
  const running = chart(even);
  const svg = await drawChart(running);
  await expect
    .element(page.getByRole('img'))
    .toHaveAccessibleName(/^Progress over time: 50\.0 of 100\.0 GiB, Cancel until .*, Ready /);
  expect(svg.getBoundingClientRect().height).toBe(chartHeight(running, false));
});

test.each([840, 368])('%d wide no text is smaller than 12 pixels or outside', async (width) => {
  const svg = await drawChart(chart(even), width);
  const { left, right } = svg.getBoundingClientRect();
  for (const text of svg.querySelectorAll('text')) {
    expect(Number.parseFloat(getComputedStyle(text).fontSize)).toBeGreaterThanOrEqual(12);
    expect(text.getBoundingClientRect().left).toBeGreaterThanOrEqual(left - 1);
    expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(right + 1);
  }
});

test('where colors are forced, past and expected differ by their lines', async () => {
  const svg = await drawChart(chart(even));
  const look = (name: string) =>
    getComputedStyle(svg.querySelector(`[data-look="${name}"]`) ?? svg);
  const features = (value: string) => ({ features: [{ name: 'forced-colors', value }] });
  await cdp().send('Emulation.setEmulatedMedia', features('active'));
  expect(look('past').stroke).toBe('none');
  expect(look('expected').stroke).not.toBe('none');
  expect(look('expected').fill).not.toBe(look('past').fill);
  expect(look('ready').fill).toBe('none');
  expect(look('ready').strokeDasharray).not.toBe('none');
  await cdp().send('Emulation.setEmulatedMedia', features(''));
});
