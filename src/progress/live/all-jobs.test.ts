import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { instant, type Instant } from '#src/lib/time.ts';
import { type Job, type JobCount, type JobStatus, secondaryJobId } from '#src/model/jobs.ts';
import { STATUSES } from '#src/progress/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { allCounts, allNotable, runningIn } from '#src/progress/live/all-jobs.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { DAY_KINDS } from '#src/ui/picture/DayStrip.tsx';

const at = instant(Date.parse('2025-06-05T02:44:10Z'));
const HOUR_MS = 3_600_000;
const ago = (hours: number): Instant => instant(at - hours * HOUR_MS);
const vaultId = resourceId('/subscriptions/1/resourceGroups/rg/providers/M/vaults/v');

function job(name: string, status: JobStatus, hours: number, operation = 'Restore'): Job {
  const isFar = operation === 'CrossRegionRestore';
  return {
    id: isFar
      ? secondaryJobId({ vaultId, region: 'northeurope' }, name)
      : resourceId(`${vaultId}/backupJobs/${name}`),
    name,
    vaultName: 'v',
    itemName: name,
    operation,
    status,
    statusWord: null,
    startedAt: ago(hours),
    endedAt: null,
    durationMs: null,
    isCancellable: false,
  };
}
const far = (name: string, status: JobStatus, hours: number) =>
  job(name, status, hours, 'CrossRegionRestore');
const names = (jobs: readonly Job[]) => jobs.map(({ name }) => name);

test('restores of secondary regions stand among the others, the newest first', () => {
  const own = [job('a', 'inProgress', 2), job('b', 'failed', 5)].map((one) => ({
    ...one,
    errors: [],
  }));
  const secondary = [
    far('new', 'inProgress', 1),
    far('old', 'inProgress', 60),
    far('failed', 'failed', 4),
    far('failed long ago', 'failed', 30),
    far('done', 'completed', 1),
  ];
  expect(names(allNotable(own, { secondary, others: [] }, at))).toEqual([
    'new',
    'a',
    'failed',
    'b',
    'old',
  ]);
});

test('a backup of another service that runs is no restore in progress', () => {
  const others = [job('backup', 'inProgress', 1, 'Backup'), job('restore', 'inProgress', 1)];
  expect(names(allNotable([], { secondary: [], others }, at))).toEqual(['restore']);
});

test('what failed in the last 24 hours is there by its end, whenever it started', () => {
  const ended = (name: string, hours: number): Job => ({
    ...far(name, 'failed', 60),
    endedAt: ago(hours),
  });
  const secondary = [ended('today', 1), ended('yesterday', 25)];
  expect(names(allNotable([], { secondary, others: [] }, at))).toEqual(['today']);
});

test('one that both lists hold is there once, as the list of its own region tells it', () => {
  const same = { ...job('x', 'inProgress', 1), errors: [] };
  const [only, ...others] = allNotable(
    [same],
    { secondary: [far('x', 'inProgress', 1)], others: [] },
    at,
  );
  expect(only?.id).toContain('/locations/northeurope/');
  expect(others).toEqual([]);
});

test('they count as running restores and as jobs of the day, each once', () => {
  const counts: JobCount[] = [
    { operation: 'Restore', status: 'inProgress', hour: ago(60), jobs: 1 },
    { operation: 'CrossRegionRestore', status: 'inProgress', hour: ago(60), jobs: 7 },
  ];
  const secondary = [
    far('a', 'inProgress', 1),
    far('b', 'inProgress', 60),
    far('c', 'failed', 3),
    far('d', 'completed', 99),
  ];
  const all = allCounts(counts, { secondary, others: [] });
  expect(runningIn(all)).toBe(3);
  expect(lastDayOf(all, at)).toMatchObject({ total: 2, kinds: { failed: 1, running: 1 } });
  // Unread, what Resource Graph counted is all that is known.
  expect(runningIn(allCounts(counts, { secondary: undefined, others: [] }))).toBe(8);
});

test.each([[undefined], [[]]])(
  'jobs of other services count beside those, read (%s) or not',
  (secondary) => {
    const others = [job('tapes', 'inProgress', 1), job('old', 'failed', 2)];
    const elsewhere = { secondary, others };
    const all = allCounts([], elsewhere);
    expect(lastDayOf(all, at).total).toBe(2);
    expect(runningIn(all)).toBe(1);
    expect(names(allNotable([], elsewhere, at))).toEqual(['tapes', 'old']);
  },
);

const hour = (text: string) => instant(Date.parse(text));

const counted = (
  operation: string,
  status: JobStatus,
  hourText: string | null,
  jobs: number,
): JobCount => ({
  operation,
  status,
  hour: hourText === null ? null : hour(hourText),
  jobs,
});

describe('the last 24 hours', () => {
  const counts = [
    counted('Backup', 'completed', '2025-06-04T22:00:00Z', 7),
    counted('Backup', 'failed', '2025-06-04T22:00:00Z', 2),
    counted('restore', 'completedWithWarnings', '2025-06-04T23:00:00Z', 1),
    counted('Restore', 'inProgress', '2025-06-05T02:00:00Z', 3),
    // Started the day before yesterday and still runs.
    counted('Restore', 'inProgress', '2025-06-03T02:00:00Z', 1),
    counted('CrossRegionRestore', 'cancelling', '2025-06-04T02:00:00Z', 1),
    counted('ConfigureBackup', 'cancelled', '2025-06-04T03:00:00Z', 4),
    counted('Backup', 'unknown', null, 5),
  ];
  const day = lastDayOf(counts, at);

  test('hold every job that started in them, each once', () => {
    expect(day.total).toBe(18);
    expect(day.kinds).toEqual({ completed: 7, other: 4, warnings: 1, failed: 2, running: 4 });
  });

  test('are the hour of now and the 24 before it', () => {
    expect(day.hours).toHaveLength(25);
    expect(day.hours[0]?.begins).toBe(hour('2025-06-04T02:00:00Z'));
    expect(day.hours.at(-1)).toMatchObject({ begins: hour('2025-06-05T02:00:00Z'), total: 3 });
    expect(day.hours[20]).toMatchObject({ total: 9, kinds: { completed: 7, failed: 2 } });
  });

  test('leave out restores that started earlier, which still count as running', () => {
    expect(runningIn(counts)).toBe(5);
  });
});

test('the hours and the kinds add up to the total', () => {
  const count = fc.record({
    operation: fc.constantFrom('Backup', 'Restore', 'CrossRegionRestore', 'Register', ''),
    status: fc.constantFrom(...STATUSES),
    hour: fc.option(
      fc
        .integer({ min: -30, max: 0 })
        .map((hours) => instant(hour('2025-06-05T02:00Z') + hours * HOUR_MS)),
    ),
    jobs: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const { total, kinds, hours } = lastDayOf(counts, at);
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(DAY_KINDS.map((kind) => kinds[kind]))).toBe(total);
      expect(sum(hours.map((one) => one.total))).toBe(total);
    }),
  );
});
