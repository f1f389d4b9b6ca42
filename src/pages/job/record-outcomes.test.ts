import { describe, expect, test } from 'vitest';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails, JobStatus, TaskStatus } from '#src/model/jobs.ts';
import { type AfterAction, afterLines, afterMark, machinesMade } from '#src/model/next-steps.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { restoreRecord, recordSteps } from '#src/pages/job/record.ts';
import { verdictLines } from '#src/pages/job/verdict.ts';
import type { FoundThings } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import { CREATE, job, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { afterwards } from '#src/strings/afterwards.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { keepResult, marksOf, storedSteps } from '#src/wizard/next-steps/marks.ts';

/**
 * How a job ended × what became of its result afterwards: verdict, lines, steps, record and recovery time. What is
 * done afterwards never changes the job's own outcome.
 */

const MINUTE = 60_000;
const DECIDED = instant(Date.parse('2025-06-05T01:00:00Z'));
const ENDED = instant(DECIDED + 60 * MINUTE);
/** When the target was read first, where the job itself had made something. */
const READ = instant(DECIDED + 70 * MINUTE);
const LATER = instant(DECIDED + 480 * MINUTE);

const JOB = resourceId('/vault/backupJobs/j1');
const VM = resourceId('/rg/providers/Microsoft.Compute/virtualMachines/vm-2');

const ENDS = {
  completed: ['completed', 'completed', 'completed'],
  'with warnings': ['completedWithWarnings', 'completed', 'completed'],
  'failed after disks': ['failed', 'completed', 'failed'],
  'failed before': ['failed', 'failed', 'notStarted'],
  canceled: ['cancelled', 'cancelled', 'notStarted'],
} as const satisfies Record<string, readonly [JobStatus, TaskStatus, TaskStatus]>;
type End = keyof typeof ENDS;

function jobOf(end: End): JobDetails {
  const [status, transfer, create] = ENDS[end];
  return job({
    id: JOB,
    status,
    startedAt: instant(DECIDED + 10 * MINUTE),
    endedAt: ENDED,
    tasks: [task(TRANSFER, transfer), task(CREATE, create)],
    properties: [
      { name: 'Target VM Name', value: 'vm-2' },
      { name: 'Target resource group', value: 'rg' },
    ],
    restoreKind: 'createVm',
  });
}

const AFTERS = ['nothing', 'built', 'by hand', 'swapped', 'deployed', 'removed'] as const;
type After = (typeof AFTERS)[number];

const hasMachine = (end: End): boolean => end === 'completed' || end === 'with warnings';
const hasDisks = (end: End): boolean => hasMachine(end) || end === 'failed after disks';

/** What a read of the target finds then. */
function foundAfter(end: End, after: After): FoundThings {
  const disks = hasDisks(end) && after !== 'removed' ? ['app01-osdisk'] : [];
  // Whoever makes a VM of that name does so where none is: that of the job was deleted before.
  const isRemade = after === 'built' || after === 'by hand' || after === 'deployed';
  if (isRemade) return { isMachineThere: true, isMachineOfJob: false, disks };
  if (after === 'removed' || !hasMachine(end)) {
    return { isMachineThere: false, isMachineOfJob: null, disks };
  }
  return { isMachineThere: true, isMachineOfJob: true, disks: null };
}

const action = (kind: AfterAction['kind'], sentence: string): AfterAction => ({
  id: `${kind}.1`,
  kind,
  sentence,
  state: 'done',
  at: LATER,
  machineId: VM,
  check: { kind: 'machine', machineId: VM },
});

/** What this browser did: nothing of what was done by hand. */
function actionsOf(after: After): readonly AfterAction[] {
  switch (after) {
    case 'built':
      return [action('build', 'Create VM vm-2 from app01-osdisk')];
    case 'swapped':
      return [action('swap', 'Swap the OS disk of vm-2 for app01-osdisk')];
    case 'deployed':
      return [action('deploy', 'Deploy the template as rc-1')];
    case 'nothing':
    case 'by hand':
    case 'removed':
      return [];
  }
}

const OWN = {
  completed: 'Completed',
  'with warnings': 'Completed with warnings',
  'failed after disks': 'Disks restored, VM not created',
  'failed before': 'Restore failed',
  canceled: 'Canceled',
} as const satisfies Record<End, string>;

/** Title, whether the title also says that its result has gone, evidence of a VM, steps in the record, recovery time. */
type Row = readonly [
  end: End,
  after: After,
  isGone: boolean,
  vm: 'The VM exists.' | 'The VM wasn’t found.' | 'other',
  hasSteps: boolean,
  recoveryMinutes: number | null,
];

const ROWS: readonly Row[] = [
  ['completed', 'nothing', false, 'The VM exists.', true, 70],
  ['completed', 'built', true, 'other', true, 70],
  ['completed', 'by hand', true, 'other', true, 70],
  ['completed', 'swapped', false, 'The VM exists.', true, 70],
  ['completed', 'deployed', true, 'other', true, 70],
  ['completed', 'removed', true, 'The VM wasn’t found.', true, 70],
  ['with warnings', 'nothing', false, 'The VM exists.', true, 70],
  ['with warnings', 'built', true, 'other', true, 70],
  ['with warnings', 'by hand', true, 'other', true, 70],
  ['with warnings', 'swapped', false, 'The VM exists.', true, 70],
  ['with warnings', 'deployed', true, 'other', true, 70],
  ['with warnings', 'removed', true, 'The VM wasn’t found.', true, 70],
  ['failed after disks', 'nothing', false, 'The VM wasn’t found.', false, null],
  ['failed after disks', 'built', false, 'other', true, null],
  ['failed after disks', 'by hand', false, 'other', false, null],
  ['failed after disks', 'swapped', false, 'The VM wasn’t found.', true, null],
  ['failed after disks', 'deployed', false, 'other', true, null],
  ['failed after disks', 'removed', true, 'The VM wasn’t found.', false, null],
  ['failed before', 'nothing', false, 'The VM wasn’t found.', false, null],
  ['failed before', 'built', false, 'other', true, null],
  ['failed before', 'by hand', false, 'other', false, null],
  ['failed before', 'swapped', false, 'The VM wasn’t found.', true, null],
  ['failed before', 'deployed', false, 'other', true, null],
  ['failed before', 'removed', false, 'The VM wasn’t found.', false, null],
  ['canceled', 'nothing', false, 'The VM wasn’t found.', false, null],
  ['canceled', 'built', false, 'other', true, null],
  ['canceled', 'by hand', false, 'other', false, null],
  ['canceled', 'swapped', false, 'The VM wasn’t found.', true, null],
  ['canceled', 'deployed', false, 'other', true, null],
  ['canceled', 'removed', false, 'The VM wasn’t found.', false, null],
];

freshStorage();

const STEPS = ['backup-again.setup', 'after.extensions', 'special.sql'];

/** A draft with three steps, of which one was verified, and one was and is undone since. */
function drafted(): void {
  createDraft((id) => ({
    ...newDraft(id, DECIDED, { datasource: 'azure-vm', instance: null, point: null }),
    nextSteps: STEPS,
    submission: { state: 'job', jobId: JOB, isAdopted: false },
  }));
  const [backup = '', extensions = ''] = STEPS;
  for (const step of [backup, extensions]) {
    keepResult(JOB, step, { outcome: 'done', seen: [], at: READ });
  }
  keepResult(JOB, extensions, { outcome: 'open', seen: [], at: LATER });
}

/** All that a row shows. `hasGone`: what was done is undone, too. */
function shown(end: End, after: After, hasGone = false) {
  drafted();
  const ended = jobOf(end);
  const verdict = jobVerdictOf(ended, foundAfter(end, after));
  const actions = actionsOf(after);
  if (hasGone) {
    for (const { id, at } of actions) {
      keepResult(JOB, afterMark(id), { outcome: 'done', seen: [], at });
      keepResult(JOB, afterMark(id), { outcome: 'unknown', seen: [], isGone: true, at: LATER });
    }
  }
  const lines = afterLines(actions, marksOf(JOB));
  const record = restoreRecord({
    id: JOB,
    reported: {
      job: ended,
      progress: progressOf(ended, { observations: null, past: [], sizeBytes: null }, LATER),
      verdict,
      // An earlier version stored it also after a job that failed.
      verifiedAt: READ,
      readBack: null,
    },
    draft: draftOfJob(JOB),
    planHash: null,
    service: 'Azure Backup',
    steps: recordSteps(JOB, { stepText: (id) => id }),
    after: lines,
    at: LATER,
  });
  const outcomeText = record.parts
    .flatMap((part) => (part.kind === 'facts' ? part.facts : []))
    .find(({ key }) => key === 'outcome')?.text;
  const factsOf = (key: string) => {
    const part = record.parts.find((one) => one.key === key);
    return part?.kind === 'facts'
      ? Object.fromEntries(part.facts.map((fact) => [fact.key, fact.value]))
      : {};
  };
  const rowsOf = (key: string) => {
    const part = record.parts.find((one) => one.key === key);
    return part?.kind === 'rows'
      ? (part.rows?.map((row) => Object.fromEntries(row.map((fact) => [fact.key, fact.value]))) ??
          null)
      : null;
  };
  return {
    verdict,
    words: verdictLines('Azure', ended, verdict, true),
    lines,
    outcomeText,
    factsOf,
    rowsOf,
  };
}

describe(`the table of outcomes, ${String(ROWS.length)} rows`, () => {
  test.each(ROWS)('%s, then %s', (...row) => {
    const [end, after, isGone, vm, hasSteps, recoveryMinutes] = row;
    const { words, lines, outcomeText, verdict, factsOf, rowsOf } = shown(end, after);
    const own = OWN[end];
    // The verdict is the job's: what was done since comes beside it.
    expect(words.title).toBe(isGone ? `${own}. Restored resources not found` : own);
    expect(words.evidence).toContain(
      vm === 'other' ? 'A VM vm-2 exists that this job didn’t create.' : vm,
    );
    expect(lines.map(({ sentence }) => sentence)).toEqual(
      actionsOf(after).map(({ sentence }) => sentence),
    );
    expect(machinesMade(lines)).toHaveLength(lines.length);
    // One of three: what was undone since doesn't count.
    expect(storedSteps(JOB).map(({ status }) => status)).toEqual([
      'verified',
      'again',
      'notChecked',
    ]);
    expect(factsOf('restore')['outcome']).toBe(own);
    const isGoodNow = verdict.outcome === 'done' || verdict.outcome === 'doneWithWork';
    // For people it says what the page says: a VM was made since.
    expect(outcomeText).toBe(
      lines.length > 0 && !isGoodNow ? `${own}. Built from it since, in this browser: vm-2` : own,
    );
    expect(factsOf('times')['toVerified']).toBe(
      recoveryMinutes === null ? null : recoveryMinutes * MINUTE,
    );
    expect(rowsOf('nextSteps')?.map(({ state }) => state)).toEqual(
      hasSteps ? ['Verified', 'Open again', 'Not checked'] : [],
    );
    expect(rowsOf('afterwards')).toEqual(
      lines.map((line) => ({
        done: line.sentence,
        operation: afterwards.operation[line.kind],
        state: 'Done. The result was read from Azure.',
        at: '2025-06-05T09:00:00.000Z',
        now: 'Not read again.',
        sinceDecided: 480 * MINUTE,
      })),
    );
  });

  test('has each end with each sequel once', () => {
    const all = Object.keys(ENDS).flatMap((end) => AFTERS.map((after) => `${end} ${after}`));
    expect(ROWS.map(([end, after]) => `${end} ${after}`)).toEqual(all);
    expect(ROWS).toHaveLength(30);
  });
});

test.each(['built', 'swapped', 'deployed'] as const)(
  'a VM that was %s and is gone since is open again, and so are its steps',
  (after) => {
    const { lines, rowsOf } = shown('failed after disks', after, true);
    expect(lines).toMatchObject([{ latest: { isThere: false, at: LATER } }]);
    expect(rowsOf('afterwards')?.map(({ now }) => now)).toEqual([
      'Open again since 5 Jun 2025, 09:00 UTC: no longer there.',
    ]);
    expect(rowsOf('nextSteps')?.map(({ state }) => state)).toEqual([
      'Verified',
      'Open again',
      'Not checked',
    ]);
  },
);
