import { afterEach, expect, test, vi } from 'vitest';
import { isOwnClock, now } from '#src/lib/clock.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { recentRestores } from '#src/api/recovery-services/lost-jobs.ts';
import { EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { pressTime } from '#src/wizard/submit/press-of-job.ts';
import {
  exampleId,
  found,
  installMachineClock,
  look,
  sendingTab,
  storedDraft,
} from '#src/wizard/submit/testing-tab.ts';

/** How wrong a computer's clock is × what tells the service's time: when a press was, and who tells it. */

afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const MINUTE_MS = 60_000;
const vaultId = resourceId(vaultIdOf(EXAMPLE_CHOICES.instance) ?? '');
/** A job starts this long after its request at most, as it was recorded (live.md §2.2). */
const START_MS = 70_000;

const SOURCES = ['the date of answers', 'the job of our ID', 'nothing'] as const;
type Source = (typeof SOURCES)[number];
const AHEAD_MINUTES = [-60, -0.5, 0, 0.5, 60, 1441];

const table = AHEAD_MINUTES.flatMap((minutes) => SOURCES.map((by) => ({ minutes, by })));

test('the table is whole', () => {
  console.log(`Clocks × what tells the time: ${String(table.length)} rows.`);
  expect(table).toHaveLength(18);
});

/** What a page can't read where Azure doesn't expose it. */
const HIDDEN = ['date', 'azure-asyncoperation', 'location', 'retry-after'];

async function withoutHeaders(passOn: () => Promise<Response>): Promise<Response> {
  const { status, headers, ...answer } = await read(await passOn());
  for (const name of HIDDEN) headers.delete(name);
  return new Response(answer.body, { status, headers });
}

async function read(response: Response) {
  const { status } = response;
  const text = await response.text();
  return { status, headers: new Headers(response.headers), body: text === '' ? null : text };
}

interface Row {
  readonly minutes: number;
  readonly by: Source;
}

function tabOf({ minutes, by }: Row) {
  const tab = sendingTab(minutes * MINUTE_MS, async (_, passOn) =>
    by === 'the date of answers' ? passOn() : withoutHeaders(passOn),
  );
  vi.stubGlobal('localStorage', tab.storage.area);
  return tab;
}

test.each(table)('$minutes min ahead, by $by', async (row) => {
  const { by } = row;
  const tab = tabOf(row);
  const id = exampleId();
  const pressedAt = tab.azure.clock.now();
  // A page has read before anything can be pressed.
  await recentRestores(tab.client.arm, { vaultId });
  await tab.press(id);
  tab.pass(120);
  const [job] = by === 'the job of our ID' ? await found(tab, id) : [];
  if (job !== undefined) await look(tab, id);
  const startedAt = job?.startedAt ?? null;
  const press = pressTime(storedDraft(id), startedAt);
  const pressOffMs = Math.abs((press?.at ?? 0) - pressedAt);
  const clockOffMs = Math.abs(now() - tab.azure.clock.now());
  const most = mostOff(row);
  expect(press?.isByComputer).toBe(by === 'nothing');
  expect(pressOffMs).toBeLessThanOrEqual(most);
  expect(clockOffMs).toBeLessThanOrEqual(most);
  expect(isOwnClock()).toBe(by === 'nothing');
});

/** How far a press and the clock may be off then, in milliseconds. */
function mostOff({ minutes, by }: Row): number {
  const wrongMs = Math.abs(minutes) * MINUTE_MS;
  switch (by) {
    case 'the date of answers':
      return 999;
    case 'the job of our ID':
      return Math.min(START_MS, wrongMs);
    case 'nothing':
      return wrongMs;
  }
}
