import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { instant } from '#src/lib/time.ts';
import type { HourRange } from '#src/model/jobs.ts';
import {
  DAY_KINDS,
  type Day,
  type DayKinds,
  DayLegend,
  DayStrip,
  DayTable,
} from '#src/ui/picture/DayStrip.tsx';
import { LineDrawing, type LineModel } from '#src/ui/picture/RestoreLine.tsx';
import { absent, readingOf, unreadFact } from '#src/ui/picture/model.ts';
import { draw } from '#src/ui/testing-draw.tsx';

/** The strip of a day and the line of a restore that runs: what is drawn, as text, and how hours are chosen. */

const HOUR_MS = 3_600_000;
const NOW = instant(Date.UTC(2025, 5, 5, 2, 44));
const FIRST = Date.UTC(2025, 5, 4, 2);
const none: DayKinds = { completed: 0, other: 0, warnings: 0, failed: 0, running: 0 };

function dayOf(hours: Readonly<Record<number, Partial<DayKinds>>>): Day {
  const all = Array.from({ length: 25 }, (_, index) => {
    const kinds = { ...none, ...hours[index] };
    const total = DAY_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
    return { begins: instant(FIRST + index * HOUR_MS), kinds, total };
  });
  const kinds = { ...none };
  for (const hour of all) for (const kind of DAY_KINDS) kinds[kind] += hour.kinds[kind];
  return { total: all.reduce((sum, { total }) => sum + total, 0), kinds, hours: all, now: NOW };
}

const day = dayOf({
  4: { completed: 1 },
  9: { other: 1 },
  18: { completed: 11, warnings: 1 },
  20: { completed: 5, failed: 1 },
  24: { completed: 3, running: 4 },
});

/** The shapes of a drawing with their places, in pixels. */
function shapesIn(svg: Element): string {
  const { left, top } = svg.getBoundingClientRect();
  return Array.from(svg.querySelectorAll('[data-look]'), (shape) => {
    const box = shape.getBoundingClientRect();
    const [x, y, width, height] = [box.left - left, box.top - top, box.width, box.height].map(
      Math.round,
    );
    const { look = '', share, end } = shape instanceof SVGElement ? shape.dataset : {};
    const signs = [look, share, end].filter((one) => one !== undefined).join(' ');
    return `${signs} ${String(x)},${String(y)} ${String(width)}×${String(height)}`;
  }).join('\n');
}

const onChoose = vi.fn<(hours: HourRange | null) => void>();

async function drawStrip(chosen: HourRange | null = null) {
  onChoose.mockClear();
  await page.viewport(1060, 400);
  await draw(
    <div style={{ width: 1060 }}>
      <DayStrip day={day} choice={{ chosen, onChoose }} />
      <DayLegend kinds={day.kinds} />
      <DayTable day={day} />
    </div>,
  );
}

const hours = (first: number, last: number): HourRange => ({
  from: instant(FIRST + first * HOUR_MS),
  to: instant(FIRST + (last + 1) * HOUR_MS),
});

test('a day as shapes and words', async () => {
  await drawStrip();
  const picture = page.getByRole('img').element();
  expect(`${picture.getAttribute('aria-label') ?? ''}\n${shapesIn(picture)}`).toMatchSnapshot();
  expect(
    page
      .getByRole('listitem')
      .elements()
      .map((one) => one.textContent),
  ).toEqual([
    'Completed 20',
    'Canceled or not reported 1',
    'With warnings 1',
    'Failed 1',
    'In progress 4',
  ]);
});

test('its table has the hours with jobs, and is there before it is shown', async () => {
  await drawStrip();
  const table = page.getByRole('table', { name: 'Jobs in the last 24 hours' });
  expect(table.getByRole('row').elements()).toHaveLength(6);
  expect(getComputedStyle(table.element().parentElement ?? document.body).clipPath).toBe(
    'inset(50%)',
  );
  await page.getByRole('button', { name: 'Show as table' }).click();
  expect(getComputedStyle(table.element().parentElement ?? document.body).clipPath).toBe('none');
});

test('keys move the first and the last hour, and Escape takes all', async () => {
  await drawStrip(hours(18, 20));
  const first = page.getByRole('slider', { name: 'Started from' });
  const last = page.getByRole('slider', { name: 'Started before' });
  first.element().focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}{Home}{End}');
  last.element().focus();
  await userEvent.keyboard('{ArrowRight}{Home}{Escape}');
  expect(onChoose.mock.calls.map(([one]) => one)).toEqual([
    hours(17, 20),
    // A quick hand is before the address, which stands still here.
    hours(18, 20),
    { ...hours(0, 20), from: instant(NOW - 24 * HOUR_MS) },
    hours(20, 20),
    hours(18, 21),
    hours(18, 18),
    null,
  ]);
});

test('all hours are no choice', async () => {
  await drawStrip(hours(1, 24));
  page.getByRole('slider', { name: 'Started from' }).element().focus();
  await userEvent.keyboard('{Home}');
  expect(onChoose).toHaveBeenLastCalledWith(null);
});

test('hours of another day are none of these', async () => {
  await drawStrip(hours(-60, -50));
  const first = page.getByRole('slider', { name: 'Started from' });
  await expect.element(first).toHaveAttribute('aria-valuenow', '0');
});

const line = (change: Partial<LineModel>): LineModel => ({
  state: 'running',
  source: { title: readingOf('app01'), fate: 'unchanged', disks: absent },
  result: { title: readingOf('app01-night'), fate: 'notCreated', disks: absent },
  moves: { reached: { share: readingOf(0.37) } },
  ...change,
});

test.each([
  ['runs', line({})],
  ['stands still', line({ state: 'stalled' })],
  ['reports nothing', line({ moves: { reached: { share: unreadFact('Progress') } } })],
  ['is being canceled', line({ state: 'canceling' })],
])('the line of a restore that %s, of which no disk is known', async (_, model) => {
  await draw(<LineDrawing model={model} label="Line" />);
  expect(shapesIn(page.getByRole('img').element())).toMatchSnapshot();
});
