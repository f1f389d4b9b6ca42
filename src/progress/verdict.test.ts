import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JobDetails, JobError, JobTask, TaskStatus } from '#src/model/jobs.ts';
import { type FoundThings, reportedTarget } from '#src/progress/observe.ts';
import { CREATE, job, STATUSES, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';

const DISKS = 'Create restored disks';
const REPLACE = 'Replace disks';

const error: JobError = { code: '1', title: 'Oops', message: 'It broke.', recommendations: [] };
const olr: JobError = { ...error, title: 'OlrBackupFailed' };
const states = (names: readonly string[], ...list: readonly TaskStatus[]): readonly JobTask[] =>
  names.map((name, index) => task(name, list[index] ?? 'completed'));
const outcome = (more: Partial<JobDetails>, found: FoundThings | null = null) =>
  jobVerdictOf(job(more), found).outcome;

const machine = (...list: readonly TaskStatus[]) => ({
  restoreKind: 'createVm' as const,
  tasks: states([TRANSFER, CREATE], ...list),
});
const disks = (...list: readonly TaskStatus[]) => ({
  restoreKind: 'restoreDisks' as const,
  tasks: states([TRANSFER, DISKS, 'Write template to storage account'], ...list),
});
const replaced = (...list: readonly TaskStatus[]) => ({
  restoreKind: 'replaceDisks' as const,
  tasks: states(['Take Snapshot', TRANSFER, REPLACE], ...list),
});

describe('a restore', () => {
  test.each([
    ['done', 'completed', machine()],
    ['done', 'completed', disks()],
    ['done', 'completed', replaced()],
    ['done', 'completed', { restoreKind: null, tasks: states(['A', 'B']) }],
    ['done', 'completed', { restoreKind: null, tasks: [], verdictBy: 'status' }],
    ['failed', 'failed', { restoreKind: null, tasks: [], verdictBy: 'status' }],
    ['cancelled', 'cancelled', { restoreKind: null, tasks: [], verdictBy: 'status' }],
    ['doneWithWork', 'completedWithWarnings', machine()],
    ['doneWithWork', 'completedWithWarnings', { ...replaced(), errors: [error] }],
    ['doneWithWork', 'failed', disks('completed', 'completed', 'failed')],
    ['doneWithWork', 'cancelled', machine()],
    ['disksOnly', 'failed', machine('completed', 'failed')],
    ['disksOnly', 'completedWithWarnings', machine('completed', 'failed')],
    ['disksOnly', 'cancelled', machine('completed', 'cancelled')],
    ['nothing', 'completedWithWarnings', { ...replaced(), errors: [olr] }],
    ['nothing', 'completed', { ...replaced(), errors: [{ ...error, code: 'OlrBackupFailed' }] }],
    ['nothing', 'completedWithWarnings', replaced('failed', 'notStarted', 'notStarted')],
    ['nothing', 'completed', machine('failed', 'notStarted')],
    ['nothing', 'completed', disks('completed', 'failed', 'failed')],
    ['nothing', 'completed', { restoreKind: null, tasks: states(['A'], 'failed') }],
    ['failed', 'failed', machine('failed', 'notStarted')],
    ['failed', 'failed', { ...machine(), tasks: [] }],
    ['cancelled', 'cancelled', machine('cancelled', 'notStarted')],
    ['unknown', 'completed', { restoreKind: 'createVm', tasks: [] }],
    ['unknown', 'completedWithWarnings', { restoreKind: null, tasks: [] }],
    ['unknown', 'unknown', machine()],
    ['running', 'inProgress', machine('completed', 'inProgress')],
    ['running', 'cancelling', machine('inProgress', 'notStarted')],
  ] as const)('is %s when Azure reports %s', (expected, status, more) => {
    expect(outcome({ status, ...more })).toBe(expected);
    expect(outcome({ status, ...more, operation: 'CrossRegionRestore' })).toBe(expected);
  });

  test('is judged by what it has left in its target, and never by what others made there', () => {
    const found = (
      isMachineThere: boolean | null,
      names: readonly string[] | null,
      isMachineOfJob: boolean | null = null,
    ) => ({ isMachineThere, isMachineOfJob, disks: names });
    const well = { status: 'completed', ...machine() } as const;
    expect(outcome(well, found(true, ['os']))).toBe('done');
    expect(outcome(well, found(false, ['os']))).toBe('gone');
    expect(outcome(well, found(false, []))).toBe('gone');
    expect(outcome({ status: 'completed', ...disks() }, found(null, []))).toBe('gone');
    const half = { status: 'completedWithWarnings', ...machine('completed', 'failed') } as const;
    expect(outcome(half, found(false, ['os']))).toBe('disksOnly');
    expect(jobVerdictOf(job(half), found(false, []))).toMatchObject({
      outcome: 'gone',
      own: 'disksOnly',
    });
    const badly = { status: 'failed', ...machine('completed', 'failed') } as const;
    expect(outcome(badly, found(true, null, true))).toBe('doneWithWork');
    expect(outcome(badly, found(true, ['os'], false))).toBe('disksOnly');
    expect(outcome(badly, found(true, ['os']))).toBe('disksOnly');
    expect(jobVerdictOf(job(badly), found(false, []))).toMatchObject({
      outcome: 'gone',
      own: 'disksOnly',
    });
    const never = { status: 'failed', ...machine('failed', 'notStarted') } as const;
    expect(outcome(never, found(true, [], false))).toBe('failed');
    expect(outcome(never, found(false, []))).toBe('failed');
    // Its VM was deleted, and another one of its name was created.
    expect(jobVerdictOf(job(well), found(true, [], false))).toMatchObject({
      outcome: 'gone',
      own: 'done',
    });
    expect(jobVerdictOf(job(well), found(true, null)).isReadBack).toBe(true);
    expect(jobVerdictOf(job(well), found(null, null)).isReadBack).toBe(false);
  });

  test('of disks that wrote its template has created them, whatever its subtasks are called', () => {
    const properties = [{ name: 'Template Blob Uri', value: 'https://x' }];
    const more = {
      restoreKind: 'restoreDisks',
      tasks: [],
      properties,
      status: 'completed',
    } as const;
    expect(outcome(more)).toBe('done');
    expect(outcome({ ...more, properties: [] })).toBe('unknown');
  });

  test('of unmanaged disks has brought files back, which are not looked for', () => {
    const properties = [
      { name: 'Target Storage Account Name', value: 'staging' },
      { name: 'Config Blob Container Name', value: 'vm-0f' },
    ];
    const one = job({ status: 'completed', restoreKind: 'restoreDisks', properties });
    const blobs = { kind: 'blobs', account: 'staging', container: 'vm-0f' };
    expect(reportedTarget(one)).toBeNull();
    expect(jobVerdictOf(one, null).evidence).toContainEqual(blobs);
    const group = { name: 'Target resource group', value: 'rg' };
    const managed = { ...one, properties: [...properties, group] };
    expect(jobVerdictOf(managed, null).evidence).not.toContainEqual(blobs);
  });

  test('has its evidence: what was found, errors, subtasks, the target, and Azure’s word', () => {
    const properties = [
      { name: 'Target VM Name', value: 'vm-2' },
      { name: 'Job Type', value: 'Recover' },
      { name: 'Target resource group', value: '' },
    ];
    const one = job({ status: 'failed', statusWord: 'Failed', errors: [error], properties });
    const found = { isMachineThere: false, disks: ['os'] };
    expect(jobVerdictOf(one, found).evidence).toEqual([
      { kind: 'vm', isThere: false },
      { kind: 'disks', names: ['os'] },
      { kind: 'error', code: '1', title: 'Oops' },
      { kind: 'task', name: TRANSFER, status: 'inProgress' },
      { kind: 'task', name: CREATE, status: 'notStarted' },
      { kind: 'property', name: 'Target VM Name', value: 'vm-2' },
      { kind: 'word', word: 'Failed' },
    ]);
  });
});

test.each([
  ['done', 'completed', []],
  ['done', 'completed', ['completed', 'completed']],
  ['doneWithWork', 'completedWithWarnings', ['completed', 'completed']],
  ['doneWithWork', 'completed', ['completed', 'failed']],
  ['failed', 'completed', ['failed', 'failed']],
  ['failed', 'failed', ['completed', 'failed']],
  ['cancelled', 'cancelled', ['completed', 'cancelled']],
] as const)(
  'a backup is %s when Azure reports %s and its subtasks %j',
  (expected, status, list) => {
    const tasks = list.map((state, index) => task(`Task ${String(index)}`, state));
    expect(outcome({ operation: 'Backup', restoreKind: null, status, tasks })).toBe(expected);
  },
);

const TASKS = ['notStarted', 'inProgress', 'completed', 'failed', 'cancelled', 'unknown'] as const;
const NAMES = [TRANSFER, CREATE, DISKS, REPLACE, 'Take Snapshot', 'Dance', ''];

const jobs = fc.record({
  status: fc.constantFrom(...STATUSES),
  operation: fc.constantFrom('Restore', 'CrossRegionRestore', 'restore'),
  restoreKind: fc.constantFrom('createVm', 'restoreDisks', 'replaceDisks', null),
  errors: fc.subarray([error, olr]),
});
const tasksOf = (allowed: readonly TaskStatus[], least = 0) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...allowed))
      .map(([name, status]) => task(name, status)),
    { minLength: least, maxLength: 5 },
  );
const founds = fc.option(
  fc.record({
    isMachineThere: fc.option(fc.boolean()),
    isMachineOfJob: fc.option(fc.boolean()),
    disks: fc.option(fc.subarray(['os', 'data'])),
  }),
);

describe('whatever a job says', () => {
  test('it has one verdict, and one in progress never counts as ended', () => {
    fc.assert(
      fc.property(jobs, tasksOf(TASKS), founds, (facts, tasks, found) => {
        const { outcome: one, restored } = jobVerdictOf(job({ ...facts, tasks }), found);
        const isRunning = facts.status === 'inProgress' || facts.status === 'cancelling';
        expect(one === 'running').toBe(isRunning);
        expect(restored === 'all' || !['done', 'doneWithWork'].includes(one)).toBe(true);
      }),
    );
  });

  test('it is never done where no subtask was completed and nothing was found', () => {
    const undone = TASKS.filter((status) => status !== 'completed');
    fc.assert(
      fc.property(jobs, tasksOf(undone), (facts, tasks) => {
        expect(['done', 'doneWithWork', 'disksOnly']).not.toContain(outcome({ ...facts, tasks }));
      }),
    );
  });

  test('it is never done where the target was read and nothing is there', () => {
    const restores = jobs.filter(
      ({ restoreKind }) => restoreKind === 'createVm' || restoreKind === 'restoreDisks',
    );
    fc.assert(
      fc.property(restores, tasksOf(TASKS), (facts, tasks) => {
        const found = { isMachineThere: false, disks: [] };
        expect(['done', 'doneWithWork', 'disksOnly']).not.toContain(
          outcome({ ...facts, tasks }, found),
        );
      }),
    );
  });

  test('nothing counts as gone unless it was searched for and reported as created', () => {
    fc.assert(
      fc.property(jobs, tasksOf(TASKS), founds, (facts, tasks, found) => {
        const one = job({ ...facts, tasks });
        const { outcome: told, isReadBack } = jobVerdictOf(one, found);
        const isPromised = jobVerdictOf(one, null).restored !== 'none';
        expect(told !== 'gone' || (isReadBack && isPromised)).toBe(true);
      }),
    );
  });

  test('a replacement without its safety backup is never done', () => {
    fc.assert(
      fc.property(jobs, tasksOf(TASKS), founds, (facts, tasks, found) => {
        const one = job({ ...facts, tasks, restoreKind: 'replaceDisks', errors: [olr] });
        expect(['done', 'doneWithWork']).not.toContain(jobVerdictOf(one, found).outcome);
      }),
    );
  });
});
