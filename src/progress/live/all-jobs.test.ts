import { expect, test } from 'vitest';
import { instant, type Instant } from '#src/lib/time.ts';
import { type Job, type JobCount, type JobStatus, secondaryJobId } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { allCounts, allNotable, runningIn } from '#src/progress/live/all-jobs.ts';

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
