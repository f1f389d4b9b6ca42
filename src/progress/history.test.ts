import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, instant, type Instant } from '#src/lib/time.ts';
import type { Job, RestoreKind } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  type History,
  type HistoryRead,
  knownOf,
  MOST_A_DAY,
  MOST_AN_HOUR,
  MOST_STORED,
  MOST_OF_ITEM,
  nextToRead,
  NO_HISTORY,
  pastRestoreOf,
  readsLeft,
  withRead,
  withRestore,
} from '#src/progress/history.ts';
import { job, MINUTE, START } from '#src/progress/testing.ts';

const AT = instant(START);
const KINDS = ['createVm', 'restoreDisks', 'replaceDisks'] as const;

interface Listed extends Job {
  readonly makes: RestoreKind;
}

/** Restores of a vault with few machines, some still running. */
const listed = fc
  .array(
    fc.record({
      item: fc.nat(11),
      makes: fc.constantFrom(...KINDS),
      minutesAgo: fc.integer({ min: -60, max: 40_000 }),
      status: fc.constantFrom('completed', 'completed', 'completed', 'failed', 'inProgress'),
    }),
    { maxLength: 90 },
  )
  .map((all) =>
    all.map(({ item, makes, minutesAgo, status }, index): Listed => {
      const endedAt = instant(AT - minutesAgo * MINUTE);
      return {
        ...job({
          id: resourceId(`/vault/backupJobs/${String(index)}`),
          itemName: `vm-${String(item)}`,
          status,
          startedAt: instant(endedAt - 30 * MINUTE),
          endedAt,
        }),
        makes,
      };
    }),
  );

/** Reads until no more is worth one, as a browser does that starts with a history. */
function filled(jobs: readonly Listed[], begun: History, at: Instant) {
  const read: Listed[] = [];
  const needed: boolean[] = [];
  let history = begun;
  for (;;) {
    const known = knownOf(history, jobs, instant(0));
    const missing = KINDS.map((kind) => 5 - known.filter((past) => past.kind === kind).length);
    const facts = { listed: jobs, known, reads: history.reads };
    const next = nextToRead({ ...BEGIN, ...facts }, at);
    if (next.length === 0) return { read, history, needed };
    needed.push(next.length <= missing.reduce((sum, one) => sum + Math.max(0, one), 0));
    for (const one of jobs.filter((listing) => next.includes(listing)).toSorted(byEnd)) {
      read.push(one);
      const past = pastRestoreOf({ ...job(one), restoreKind: one.makes }, null);
      history = withRead(history, one.itemName, at);
      if (past !== null) history = withRestore(history, past);
    }
  }
}

const BEGIN = { kinds: KINDS, leftOfHour: MOST_AN_HOUR, failed: new Set<string>() };

const byEnd = (a: Job, b: Job): number => (b.endedAt ?? 0) - (a.endedAt ?? 0);

describe('reading past restores', () => {
  test('stays within the day and within three of one item, and needs each read', () => {
    fc.assert(
      fc.property(listed, (jobs) => {
        const { read, needed } = filled(jobs, NO_HISTORY, AT);
        expect(read.length).toBeLessThanOrEqual(MOST_A_DAY);
        for (const { itemName } of read)
          expect(read.filter((one) => one.itemName === itemName).length).toBeLessThanOrEqual(
            MOST_OF_ITEM,
          );
        expect(needed).not.toContain(false);
        expect(
          read.every(({ status, endedAt }) => status === 'completed' && (endedAt ?? 0) <= AT),
        ).toBe(true);
      }),
    );
  });

  test('goes from the newest on, leaving out only what is over three of its item', () => {
    fc.assert(
      fc.property(listed, (jobs) => {
        const { read } = filled(jobs, NO_HISTORY, AT);
        const ended = read.map(({ endedAt }) => endedAt ?? 0);
        expect(ended).toEqual(ended.toSorted((a, b) => b - a));
        const last = ended.at(-1) ?? 0;
        const passedOver = jobs.filter(
          (one) =>
            one.status === 'completed' &&
            (one.endedAt ?? 0) > last &&
            (one.endedAt ?? 0) <= AT &&
            !read.includes(one),
        );
        for (const { itemName } of passedOver)
          expect(read.filter((one) => one.itemName === itemName)).toHaveLength(MOST_OF_ITEM);
      }),
    );
  });

  test('reads nothing twice, the same day or the next', () => {
    fc.assert(
      fc.property(listed, (jobs) => {
        const first = filled(jobs, NO_HISTORY, AT);
        const today = filled(jobs, first.history, AT);
        const tomorrow = filled(jobs, first.history, instant(AT + DAY_MS));
        const ids = new Set(first.read.map(({ id }) => id));
        expect(today.read).toEqual([]);
        expect(tomorrow.read.filter(({ id }) => ids.has(id))).toEqual([]);
      }),
    );
  });
});

const reads = (count: number, at: number): readonly HistoryRead[] =>
  Array.from({ length: count }, () => ({ at, item: 'vm' }));

test.each([
  ['no reads', [], MOST_AN_HOUR],
  ['some', reads(20, AT - MINUTE), MOST_AN_HOUR - 20],
  ['too many', reads(80, AT - MINUTE), 0],
  ['reads of the hour before', reads(60, AT - 60 * MINUTE), MOST_AN_HOUR],
  ['reads by a clock that was put back', reads(60, AT + MINUTE), MOST_AN_HOUR],
] as const)('what is left of an hour after %s', (_, made, left) => {
  expect(readsLeft(made, AT)).toBe(left);
});

const endedAt = (minutes: number, id = minutes) =>
  job({
    id: resourceId(`/vault/backupJobs/${String(id)}`),
    status: 'completed',
    startedAt: instant(AT + (minutes - 30) * MINUTE),
    endedAt: instant(AT + minutes * MINUTE),
  });

/** The history after these jobs were read, the last one last. */
const after = (jobs: readonly ReturnType<typeof endedAt>[]): History =>
  jobs
    .map((one) => pastRestoreOf(one, null))
    .filter((one) => one !== null)
    .reduce(withRestore, NO_HISTORY);

test('the newest are kept, each once', () => {
  const jobs = Array.from({ length: MOST_STORED + 20 }, (_, index) => endedAt(index));
  const { jobs: kept } = after([...jobs, ...jobs.slice(-5)]);
  expect(kept).toHaveLength(MOST_STORED);
  expect(kept[0]?.id).toBe(jobs.at(-1)?.id);
  expect(kept.at(-1)?.id).toBe(jobs[20]?.id);
});

test('what counts is listed as it was read, or older than the list', () => {
  const history = after([endedAt(0, 1), endedAt(10, 2), endedAt(-900, 3), endedAt(-10, 4)]);
  // The second one has the id of another job by now, and the last one is listed no more.
  const known = knownOf(history, [endedAt(0, 1), endedAt(11, 2)], instant(AT - 60 * MINUTE));
  expect(known.map(({ id }) => id.at(-1))).toEqual(['1', '3']);
});

test('a read that failed is not repeated at once, and one that went wrong is nothing known', () => {
  const one = endedAt(-5);
  const facts = { ...BEGIN, listed: [one], known: [], reads: [] };
  expect(nextToRead(facts, AT)).toEqual([one]);
  expect(nextToRead({ ...facts, failed: new Set([one.id]) }, AT)).toEqual([]);
  expect(nextToRead({ ...facts, leftOfHour: 0 }, AT)).toEqual([]);
  expect(pastRestoreOf({ ...one, status: 'failed' }, null)).toBeNull();
});
