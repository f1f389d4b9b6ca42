import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { stepStatus } from '#src/model/next-steps.ts';
import { restoreRecord } from '#src/pages/job/record.ts';
import type { FoundThings } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import { CREATE, job, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { record } from '#src/strings/record.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences of a record need, and the words for how far a next step is. */

interface Known {
  /** Null: the service no longer has it. */
  readonly job: Partial<JobDetails> | null;
  readonly found: FoundThings | null;
}
function says({ job: more, found }: Known): readonly (string | null)[] {
  const one = job(more ?? {});
  const at = instant(0);
  const reported = {
    job: one,
    progress: progressOf(one, { observations: null, past: [], sizeBytes: null }, at),
    verdict: jobVerdictOf(one, found),
    verifiedAt: null,
    readBack: null,
  };
  const { parts } = restoreRecord({
    id: '/j',
    reported: more === null ? null : reported,
    draft: null,
    planHash: null,
    service: 'Azure',
    steps: null,
    after: [],
    at,
  });
  return parts.flatMap((part) => (part.kind === 'facts' ? part.facts.map(({ text }) => text) : []));
}

const tasks = [task(TRANSFER, 'completed'), task(CREATE, 'completed')];
const restored: Partial<JobDetails> = { status: 'completed', tasks };
const failed: Partial<JobDetails> = {
  status: 'failed',
  tasks: [task(TRANSFER, 'failed'), task(CREATE, 'notStarted')],
};
const there: FoundThings = { isMachineThere: true, isMachineOfJob: true, disks: null };
const noneThere: FoundThings = { isMachineThere: false, disks: [] };
const disksThere: FoundThings = { isMachineThere: null, disks: ['os'] };

const nowRow = (
  key: keyof typeof record.now,
  known: Known,
  without: Readonly<Record<string, Partial<Known>>>,
) => claim<Known>({ key: `now.${key}`, sentence: record.now[key], says, known, without });
const nowRows = [
  nowRow(
    'there',
    { job: restored, found: there },
    {
      'its job': { job: null },
      'a read': { found: null },
      // A read of the disks alone doesn't decide whether the VM is there.
      'a read of its VM': { found: disksThere },
      'a read that can tell': { job: { ...restored, restoreKind: 'replaceDisks' } },
      'a read that finds it': { found: noneThere },
    },
  ),
  nowRow(
    'gone',
    { job: restored, found: noneThere },
    {
      'a read': { found: null },
      'a read of its VM': { found: disksThere },
      'a read that doesn’t find it': { found: there },
      'that it was created': { job: failed },
    },
  ),
  nowRow('notRead', { job: restored, found: null }, { 'no read': { found: there } }),
];

interface Step {
  readonly outcome: 'done' | 'open' | 'unknown' | null;
  readonly marks: Parameters<typeof stepStatus>[1];
}
const stepSays = ({ outcome, marks }: Step) => {
  const result = outcome === null ? null : { outcome, seen: [], at: instant(5) };
  return nextSteps.status[stepStatus(result, marks).status];
};
const stepRow = (
  key: keyof typeof nextSteps.status,
  known: Step,
  without: Readonly<Record<string, Partial<Step>>>,
) =>
  claim<Step>({
    key: `status.${key}`,
    sentence: nextSteps.status[key],
    says: stepSays,
    known,
    without,
  });
const stepRows = [
  stepRow(
    'verified',
    { outcome: 'done', marks: {} },
    {
      'a read': { outcome: null },
      'a read that finds it': { outcome: 'open' },
      'a read that decides it': { outcome: 'unknown' },
    },
  ),
  stepRow(
    'byHand',
    { outcome: 'open', marks: { byHand: 3 } },
    {
      'a mark': { marks: {} },
      'no later read that found it undone': { marks: { byHand: 3, undone: 4 } },
      'no read that confirms it': { outcome: 'done' },
    },
  ),
  stepRow(
    'open',
    { outcome: 'open', marks: {} },
    {
      'a read': { outcome: null },
      'a read that decides it': { outcome: 'unknown' },
      'no mark': { marks: { byHand: 3 } },
      'nothing verified before': { marks: { undone: 4 } },
    },
  ),
  stepRow(
    'again',
    { outcome: 'open', marks: { open: 5, undone: 5 } },
    {
      'that it was verified, and undone since': { marks: { open: 5 } },
      'no mark since': { marks: { byHand: 6, undone: 5 } },
      'no read that finds it again': { outcome: 'done' },
    },
  ),
  stepRow(
    'notChecked',
    { outcome: 'unknown', marks: {} },
    {
      'no read that decides it': { outcome: 'open' },
      'no mark': { marks: { byHand: 3 } },
    },
  ),
];

const foundRow = claim<Parameters<typeof nextSteps.found>[0]>({
  key: 'found',
  sentence: 'Azure can’t find the VM.',
  says: (result) => nextSteps.found(result),
  known: { seen: [], isGone: true },
  without: { 'a read that doesn’t find it': { isGone: false } },
});

const rows = [...nowRows, ...stepRows, foundRow];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about results and next steps are in the table`, () => {
  expect(rows).toHaveLength(9);
  expect(unlisted({ now: record.now, status: nextSteps.status }, rows, '')).toEqual([]);
});
