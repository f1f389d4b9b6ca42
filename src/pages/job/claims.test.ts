import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { FoundJob, SharedBy } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { cancelRequestText, type CancelRequest } from '#src/progress/live/cancel.tsx';
import { jobsBeside } from '#src/pages/job/JobPage.tsx';
import { canceling } from '#src/strings/progress.ts';
import { secondJobs } from '#src/strings/jobs.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about a request to cancel a job need, and those about the other jobs of its press. */

const says = (known: CancelRequest) => cancelRequestText('Azure', known);
const idle: CancelRequest = { isPending: false, isSuccess: false, failure: null };
const refused = { message: 'No.', mayBeDone: false };
const unclear = { message: 'No.', mayBeDone: true };

const cancelRows = [
  claim<CancelRequest>({
    key: 'asking',
    sentence: canceling.asking,
    says,
    known: { ...idle, isPending: true },
    without: { 'a request on its way': { isPending: false } },
  }),
  claim<CancelRequest>({
    key: 'asked',
    sentence: canceling.asked('Azure'),
    says,
    known: { ...idle, isSuccess: true },
    without: { 'an answer that accepts': { isSuccess: false } },
  }),
  claim<CancelRequest>({
    key: 'refused',
    sentence: canceling.refused('No.'),
    says,
    known: { ...idle, failure: refused },
    without: { 'a failure': { failure: null }, 'an answer that refuses': { failure: unclear } },
  }),
  claim<CancelRequest>({
    key: 'lost',
    sentence: canceling.lost('Azure'),
    says,
    known: { ...idle, failure: unclear },
    without: { 'a failure': { failure: null }, 'no refusal': { failure: refused } },
  }),
];

const foundJob = (more: Partial<FoundJob> = {}, name = '1'): FoundJob => ({
  id: resourceId(`/jobs/${name}`),
  name,
  startedAt: instant(0),
  isNamed: false,
  requestId: null,
  ...more,
});

interface Beside {
  readonly shares: SharedBy;
  readonly jobs: readonly FoundJob[];
}
function besideSays({ shares, jobs }: Beside): readonly string[] {
  const { length } = jobsBeside(foundJob({ isNamed: true }, 'own'), jobs, shares);
  return length === 0 ? [] : [secondJobs[shares].title(length), secondJobs[shares].body('Azure')];
}
const named = foundJob({ isNamed: true }, '2');
const besideRows = (['id', 'target', 'otherId'] as const).flatMap((shares) => {
  const known: Beside = { shares, jobs: [named] };
  const count = shares === 'otherId' ? 1 : 2;
  const without = {
    'another job': { jobs: [] },
    'what they share': { shares: shares === 'id' ? 'target' : 'id' },
    ...(shares === 'target' && { 'the same target': { jobs: [foundJob()] } }),
  } as const;
  return [
    claim<Beside>({
      key: `second.${shares}.title`,
      sentence: secondJobs[shares].title(count),
      says: besideSays,
      known,
      without,
    }),
    claim<Beside>({
      key: `second.${shares}.body`,
      sentence: secondJobs[shares].body('Azure'),
      says: besideSays,
      known,
      without,
    }),
  ];
});

const rows = [...cancelRows, ...besideRows];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about canceling and other jobs are in the table`, () => {
  expect(rows).toHaveLength(10);
  expect(unlisted({ second: secondJobs }, rows, 'second.started second.here second.later')).toEqual(
    [],
  );
});
