import { expect, test } from 'vitest';
import { noteRead, type SeenJob, storedJob } from '#src/api/queries/seen-jobs.ts';
import { ownName } from '#src/lib/owner.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { job, MINUTE, START } from '#src/progress/testing.ts';

const DAY = 24 * 60 * MINUTE;

const storage = freshStorage();

/** A read so many milliseconds after the start; the answer took `tookMs`. */
function read(
  ms: number,
  more: Partial<JobDetails> = {},
  { id = 'A', tookMs = 0, known }: How = {},
) {
  const times = { sentAt: instant(START + ms - tookMs), at: instant(START + ms) };
  return noteRead(
    known ?? null,
    `/v/backupJobs/${id}`,
    job({ startedAt: instant(START), percent: 10, tasks: [], ...more }),
    times,
  );
}
interface How {
  readonly id?: string;
  readonly tookMs?: number;
  readonly known?: SeenJob | null;
}

const percents = (seen: SeenJob | null) => seen?.observations.changes.map(({ percent }) => percent);

test('reads are kept over a reload, whatever the letters of the id', () => {
  read(MINUTE);
  const seen = read(2 * MINUTE, { percent: 20 });
  expect(percents(seen)).toEqual([10, 20]);
  expect(storedJob('/V/BACKUPJOBS/a')).toEqual(seen);
});

test('an answer that another tab overtook is not taken for a step back', () => {
  read(2 * MINUTE, { percent: 20 });
  const late = read(2 * MINUTE + 500, { percent: 10 }, { tookMs: 1000 });
  expect(percents(late)).toEqual([20]);
  expect(late?.observations.setbacks).toEqual([]);
});

test('a job that had ended when it was first read is not kept; one that was followed is, once', () => {
  expect(read(MINUTE, { status: 'completed' })).toBeNull();
  expect(storage.entries.size).toBe(0);
  read(MINUTE);
  expect(read(2 * MINUTE, { status: 'completed' })?.isOver).toBe(true);
  expect(read(9 * MINUTE, { status: 'completed' })?.observations.latest.at).toBe(
    START + 2 * MINUTE,
  );
});

test('what ended is dropped a day later, what ran a week after its latest read', () => {
  read(MINUTE, {}, { id: 'ran' });
  read(MINUTE, {}, { id: 'ended' });
  read(2 * MINUTE, { status: 'failed' }, { id: 'ended' });
  read(DAY, {}, { id: 'B' });
  expect(storage.entries.size).toBe(3);
  read(2 * DAY, {}, { id: 'C' });
  expect(storedJob('/v/backupJobs/ended')).toBeNull();
  expect(storedJob('/v/backupJobs/ran')).not.toBeNull();
  read(10 * DAY, {}, { id: 'D' });
  expect([...storage.entries.keys()]).toEqual([ownName('seen./v/backupjobs/d')]);
});

test('forty at most, the oldest go first', () => {
  for (let index = 0; index < 50; index += 1) read(index * 1000, {}, { id: String(index) });
  expect(storage.entries.size).toBe(40);
  expect(storedJob('/v/backupJobs/9')).toBeNull();
  expect(storedJob('/v/backupJobs/10')).not.toBeNull();
});

test('another start, or a clock that was put back, starts again', () => {
  read(DAY);
  expect(percents(read(MINUTE, { percent: 5 }))).toEqual([5]);
  read(2 * MINUTE, { percent: 50 });
  const other = { percent: 1.5, startedAt: instant(START + 1) };
  expect(percents(read(3 * MINUTE, other))).toEqual([1.5]);
});

test('an entry that cannot be read is none; without storage the tab goes on with what it has', () => {
  for (const text of ['{', '[]', '{"startedAt":null,"isOver":false,"observations":{}}']) {
    storage.entries.set(ownName('seen./v/backupjobs/a'), text);
    expect(storedJob('/v/backupJobs/A')).toBeNull();
  }
  storage.become('forbidden');
  const known = read(MINUTE);
  expect(percents(read(2 * MINUTE, { percent: 20 }, { known }))).toEqual([10, 20]);
});
