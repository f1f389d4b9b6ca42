import { describe, expect, test } from 'vitest';
import { timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { FoundJob, SharedBy } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { isLater, jobsBeside } from '#src/pages/job/JobPage.tsx';
import { verdictLines } from '#src/pages/job/verdict.ts';
import { type CancelRequest, cancelRequestText } from '#src/progress/live/cancel.tsx';
import type { FoundThings } from '#src/progress/observe.ts';
import { CREATE, job, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { secondJobs } from '#src/strings/jobs.ts';
import {
  canceling,
  evidenceText,
  otherVerdicts,
  verdictFrom,
  verdicts,
} from '#src/strings/progress.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about a request to cancel a job need, and those about the other jobs of its press. */
const saysOfCancel = (known: CancelRequest) => cancelRequestText('Azure', known);
const idle: CancelRequest = { isPending: false, isSuccess: false, failure: null };
const refused = { message: 'No.', mayBeDone: false, lookedAt: instant(0) };
const unclear = { message: 'No.', mayBeDone: true };

const cancelRows = [
  claim<CancelRequest>({
    key: 'asking',
    sentence: canceling.asking,
    says: saysOfCancel,
    known: { ...idle, isPending: true },
    without: { 'a request on its way': { isPending: false } },
  }),
  claim<CancelRequest>({
    key: 'asked',
    sentence: canceling.asked('Azure'),
    says: saysOfCancel,
    known: { ...idle, isSuccess: true },
    without: { 'an answer that accepts': { isSuccess: false } },
  }),
  claim<CancelRequest>({
    key: 'refused',
    sentence: canceling.refused('No.', timeText(instant(0))),
    says: saysOfCancel,
    known: { ...idle, failure: refused },
    without: {
      'a failure': { failure: null },
      'an answer that refuses': { failure: unclear },
      'a look that found it going on': { failure: { message: 'No.', mayBeDone: false } },
    },
  }),
  claim<CancelRequest>({
    key: 'lost',
    sentence: canceling.lost('Azure'),
    says: saysOfCancel,
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

const requestRows = [...cancelRows, ...besideRows];

test.each(requestRows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(requestRows.length)} sentences about canceling and other jobs are in the table`, () => {
  expect(requestRows).toHaveLength(10);
  expect(
    unlisted({ second: secondJobs }, requestRows, 'second.started second.here second.later'),
  ).toEqual([]);
});

describe('of two jobs that one press has started, the later has Cancel', () => {
  const [early, late] = [{ startedAt: instant(1) }, { startedAt: instant(2) }] as const;
  const unknown = { startedAt: null };
  test.each([
    ['the page’s own is earlier', early, late, ['other']],
    ['the page’s own is later', late, early, ['own']],
    ['the start of the other is unknown', early, unknown, ['other']],
    ['the start of its own is unknown', unknown, late, ['own']],
  ] as const)('%s', (_, own, other, canceled) => {
    for (const shares of ['id', 'target'] as const) {
      const found = [foundJob({ isNamed: true, ...other }, 'other')];
      const jobs = jobsBeside(foundJob({ isNamed: true, ...own }, 'own'), found, shares);
      expect(jobs).toHaveLength(2);
      expect(jobs.filter((one) => isLater(one, jobs, shares)).map(({ name }) => name)).toEqual(
        canceled,
      );
    }
  });

  test('none has where the page’s own isn’t known to be ours', () => {
    const found = [foundJob({ ...late }, 'other')];
    const jobs = jobsBeside(foundJob({ ...early }, 'own'), found, 'otherId');
    expect(jobs.some((one) => isLater(one, jobs, 'otherId'))).toBe(false);
  });
});

/** Which facts the sentences about a job’s outcome need. */
interface Known extends Pick<JobDetails, 'status'> {
  readonly job?: Partial<JobDetails>;
  readonly found?: FoundThings | null;
  readonly isTargetRead?: boolean;
}
function says({ status, job: more, found = null, isTargetRead = true }: Known) {
  const one = job({ status, ...more });
  const lines = verdictLines('Azure', one, jobVerdictOf(one, found), isTargetRead);
  const { title, body, from, evidence } = lines;
  return [title, body, from, ...evidence];
}
const row = (
  key: string,
  sentence: string | null,
  known: Known,
  without: Readonly<Record<string, Partial<Known>>>,
) => claim<Known>({ key, sentence: sentence ?? '', says, known, without });

const restores = (transfer: Ended, create: Ended): Partial<JobDetails> => ({
  tasks: [task(TRANSFER, transfer), task(CREATE, create)],
});
type Ended = 'completed' | 'failed' | 'notStarted';
const all = { job: restores('completed', 'completed') };
const disksOnly = { job: restores('completed', 'failed') };
const nothing = { job: restores('failed', 'notStarted') };
const silent = { job: { tasks: [] } };
const there: FoundThings = { isMachineThere: true, isMachineOfJob: true, disks: null };
const noMachine: FoundThings = { isMachineThere: false, disks: [] };
const words = verdicts('Azure');
const running = { status: 'inProgress' } as const;

const verdictRows = [
  row(
    'done.body',
    words.done.body,
    { status: 'completed', ...all },
    {
      'an end': running,
      'each subtask': disksOnly,
      'what is reported': silent,
      'a plain end': { status: 'completedWithWarnings' },
    },
  ),
  row(
    'doneWithWork.body',
    words.doneWithWork.body,
    { status: 'failed', ...all },
    { 'an end': running, 'all that it was for': disksOnly, 'what is reported': silent },
  ),
  row(
    'disksOnly.title',
    words.disksOnly.title,
    { status: 'failed', ...disksOnly },
    { 'an end': running, 'disks that were restored': nothing, 'no VM': all },
  ),
  row(
    'nothing.title',
    words.nothing.title,
    { status: 'completed', ...nothing },
    { 'that it was not restored': silent, 'another word of Azure': { status: 'failed' } },
  ),
  row(
    'nothing.body',
    words.nothing.body,
    { status: 'completed', ...nothing },
    {
      'a job that Azure reports as completed': { status: 'cancelled' },
      'that it was not restored': all,
    },
  ),
  row(
    'gone.title',
    `${words.done.title}. ${words.gone.title}`,
    { status: 'completed', ...all, found: noMachine },
    {
      'a read': { found: null },
      'a read of its VM': { found: { isMachineThere: null, disks: [] } },
      'that it was created': nothing,
    },
  ),
  row(
    'gone.body',
    words.gone.body,
    { status: 'completed', ...all, found: noMachine },
    { 'a read': { found: null }, 'a read that doesn’t find it': { found: there } },
  ),
  row(
    'failed.body',
    words.failed.body,
    { status: 'failed', ...nothing },
    { 'that nothing was restored': silent, 'no part of it': disksOnly, 'an end': running },
  ),
  row(
    'cancelled.body',
    words.cancelled.body,
    { status: 'cancelled', ...nothing },
    { 'a job that was canceled': { status: 'failed' } },
  ),
  row(
    'unknown.title',
    words.unknown.title,
    { status: 'completed', ...silent },
    { 'nothing that is reported': all },
  ),
  row(
    'unknown.body',
    words.unknown.body,
    { status: 'completed', ...silent },
    { 'nothing that is reported': all },
  ),
  row(
    'running.body',
    words.running.body,
    { ...running, ...all },
    { 'no end': { status: 'completed' } },
  ),
  ...(
    [
      ['done', 'completed'],
      ['doneWithWork', 'completedWithWarnings'],
      ['failed', 'failed'],
      ['cancelled', 'cancelled'],
    ] as const
  ).map(([outcome, status]) =>
    row(
      `other.${outcome}.body`,
      otherVerdicts[outcome]?.body ?? null,
      { status, job: { ...all.job, operation: 'Backup', restoreKind: null } },
      { 'no restore': { job: all.job }, 'an end': running },
    ),
  ),
];

const ofOther: FoundThings = { isMachineThere: true, isMachineOfJob: false, disks: null };
const readable: Known = { status: 'completed', ...all, found: there };
const evidenceRows = [
  row('evidence.vm', evidenceText({ kind: 'vm', isThere: true }), readable, {
    'a read': { found: null },
    'a read that finds it': { found: noMachine },
    'that it is the job’s': { found: ofOther },
  }),
  row(
    'evidence.vm.none',
    evidenceText({ kind: 'vm', isThere: false }),
    { ...readable, found: noMachine },
    {
      'a read': { found: null },
      'a read of its VM': { found: { isMachineThere: null, disks: [] } },
    },
  ),
  row(
    'evidence.otherVm',
    evidenceText({ kind: 'otherVm', name: '', isDated: true }),
    { ...readable, found: ofOther },
    { 'when it was created': { found: { ...ofOther, isMachineOfJob: null } } },
  ),
  row(
    'evidence.otherVm.undated',
    evidenceText({ kind: 'otherVm', name: '', isDated: false }),
    { status: 'failed', ...disksOnly, found: { ...ofOther, isMachineOfJob: null } },
    { 'no time of its creation': { found: ofOther }, 'a job that doesn’t say it': all },
  ),
  row(
    'evidence.disks',
    evidenceText({ kind: 'disks', names: [] }),
    { ...readable, found: noMachine },
    {
      'a read': { found: there },
      'a read that finds none': { found: { ...noMachine, disks: ['os'] } },
    },
  ),
  row(
    'from.reading',
    verdictFrom.reading,
    { status: 'completed', ...all, isTargetRead: false },
    { 'a read under way': { isTargetRead: true }, 'no result': { found: there } },
  ),
  row(
    'from.tasks',
    verdictFrom.tasks,
    { status: 'completed', ...all },
    {
      'no read': { found: there },
      'no read under way': { isTargetRead: false },
      subtasks: { job: { verdictBy: 'status' } },
    },
  ),
  row(
    'from.status',
    verdictFrom.status,
    { status: 'completed', job: { verdictBy: 'status' } },
    { 'a status that is reliable': all, 'no read under way': { isTargetRead: false } },
  ),
];

const rows = [...verdictRows, ...evidenceRows];

test.each(rows)('$key needs its facts', (one) => {
  expect(faultsOf(one)).toEqual([]);
});

/** Titles that a body stands beside, and labels; no verdict rests on a read without naming what it found. */
const CLAIMLESS = `
  running.title done.title doneWithWork.title disksOnly.body failed.title cancelled.title from.target
  other.done.title other.doneWithWork.title other.failed.title other.cancelled.title
`;

test(`${String(rows.length)} sentences about a job’s outcome are in the table`, () => {
  expect(rows).toHaveLength(24);
  const texts = { ...words, other: otherVerdicts, from: verdictFrom };
  expect(unlisted(texts, rows, CLAIMLESS)).toEqual([]);
});
