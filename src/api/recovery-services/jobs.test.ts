import { describe, expect, test } from 'vitest';
import { jobWire, toJob, toJobDetails } from '#src/api/recovery-services/jobs.ts';
import { propertyOf } from '#src/model/jobs.ts';

const id =
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault-a/backupJobs/6b6f';
const wireOf = (properties: object, extendedInfo?: unknown) =>
  jobWire.parse({
    id,
    name: '6b6f',
    properties: { jobType: 'AzureIaaSVMJob', ...properties, extendedInfo },
  });
const jobOf = (properties: object) => toJob(wireOf(properties));
const detailsOf = (extendedInfo: unknown, properties: object = {}) =>
  toJobDetails(wireOf(properties, extendedInfo));

describe('a job as recorded: progress 1.0 from the first second, PT0S throughout', () => {
  const recorded = detailsOf(
    {
      tasksList: [
        {
          taskId: 'Transfer data from vault',
          duration: 'PT0S',
          status: 'Completed',
          taskType: 'Normal',
        },
        { taskId: 'Create the restored virtual machine', duration: 'PT0S', status: 'InProgress' },
      ],
      propertyBag: { 'Job Type': 'Recover disks', 'Recovery point time ': '5/8/2025 8:38:46 AM' },
      internalPropertyBag: { restoreLocationType: 'AlternateLocation' },
      progressPercentage: 1.0,
      dynamicErrorMessage: '',
    },
    {
      operation: 'Restore',
      status: 'InProgress',
      entityFriendlyName: 'vm-web',
      actionsInfo: ['Cancellable'],
      startTime: '2025-05-09T06:16:03.6577425Z',
      duration: 'PT44.3593003S',
    },
  );

  test('stays at 1%, as it reports, and has no remaining time', () => {
    expect(recorded).toMatchObject({ percent: 1, remainingMs: null });
  });

  test('has subtasks whose durations are not reported', () => {
    const unreported = {
      durationMs: null,
      percent: null,
      details: null,
      startedAt: null,
      bytes: null,
    };
    const [first, second] = [
      { status: 'completed', statusWord: 'Completed' },
      { status: 'inProgress', statusWord: 'InProgress' },
    ];
    expect(recorded.tasks).toEqual([
      { name: 'Transfer data from vault', ...first, ...unreported },
      { name: 'Create the restored virtual machine', ...second, ...unreported },
    ]);
  });

  test('has properties in Azure’s own words, found trimmed and in any letter case', () => {
    expect(recorded.properties).toEqual([
      { name: 'Job Type', value: 'Recover disks' },
      { name: 'Recovery point time', value: '5/8/2025 8:38:46 AM' },
    ]);
    expect(propertyOf(recorded, 'recovery POINT time')).toBe('5/8/2025 8:38:46 AM');
    expect(propertyOf(recorded, 'Target resource group')).toBeUndefined();
  });

  test('knows its vault, its machine, its start and its age', () => {
    expect(recorded).toMatchObject({
      vaultName: 'vault-a',
      itemName: 'vm-web',
      operation: 'Restore',
      status: 'inProgress',
      startedAt: Date.parse('2025-05-09T06:16:03.657Z'),
      endedAt: null,
      durationMs: 44_359,
      isCancellable: true,
    });
  });
});

test.each([
  [0, 0],
  [1, 1],
  [37.5, 37.5],
  [100, 100],
  [null, null],
  [undefined, null],
])('progress %s is shown as %s', (progressPercentage, expected) => {
  expect(detailsOf({ progressPercentage }).percent).toBe(expected);
});

test('a remaining time, task percents, durations and details are taken over', () => {
  const details = detailsOf({
    estimatedRemainingDuration: 'PT4M30S',
    tasksList: [
      {
        taskId: 'Transfer data from vault',
        status: 'In Progress',
        duration: 'PT1M',
        startTime: '2025-05-09T06:16:03.6577425Z',
        progressPercentage: 40,
        taskExecutionDetails: '12 GB of 30 GB',
      },
    ],
  });
  expect(details.remainingMs).toBe(270_000);
  expect(details.tasks).toEqual([
    {
      name: 'Transfer data from vault',
      status: 'inProgress',
      statusWord: 'In Progress',
      startedAt: Date.parse('2025-05-09T06:16:03.657Z'),
      durationMs: 60_000,
      percent: 40,
      details: '12 GB of 30 GB',
      bytes: { transferred: 12 * 1024 ** 3, total: 30 * 1024 ** 3 },
    },
  ]);
});

describe('a job can be canceled', () => {
  test.each([
    ['by name while in progress', 'InProgress', ['Cancellable'], true],
    ['by number while in progress', 'InProgress', [1], true],
    ['beside another action', 'InProgress', ['Retriable', 'Cancellable'], true],
    ['not once completed, although it still says so', 'Completed', [1], false],
    ['not while being cancelled', 'Cancelling', ['Cancellable'], false],
    ['not in a state nobody knows', 'Dreaming', ['Cancellable'], false],
    ['not when it offers something else', 'InProgress', [2], false],
    ['not when it offers nothing', 'InProgress', null, false],
    ['not when it does not say', 'InProgress', undefined, false],
  ])('%s', (_, status, actionsInfo, expected) => {
    expect(jobOf({ status, actionsInfo }).isCancellable).toBe(expected);
  });
});

test.each([
  ['InProgress', 'inProgress'],
  ['Completed', 'completed'],
  ['CompletedWithWarnings', 'completedWithWarnings'],
  ['Failed', 'failed'],
  ['Cancelling', 'cancelling'],
  ['Cancelled', 'cancelled'],
  ['completed', 'completed'],
  ['Invalid', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
])('status %s is %s', (status, expected) => {
  expect(jobOf({ status }).status).toBe(expected);
});

test('errors have their number as a code, their advice, and words where a title is all there is', () => {
  const { errors } = detailsOf(undefined, {
    errorDetails: [
      {
        errorCode: 400239,
        errorTitle: 'T',
        errorString: 'It broke.',
        recommendations: ['Try again.'],
      },
      { errorTitle: 'OlrBackupFailed', recommendations: null },
      {},
    ],
  });
  expect(errors).toEqual([
    { code: '400239', title: 'T', message: 'It broke.', recommendations: ['Try again.'] },
    {
      code: 'OlrBackupFailed',
      title: 'OlrBackupFailed',
      message: 'OlrBackupFailed',
      recommendations: [],
    },
    { code: '', title: '', message: '', recommendations: [] },
  ]);
});

test('keys may come and go between two reads of a job', () => {
  const none = { percent: null, remainingMs: null, tasks: [], properties: [], errors: [] };
  for (const extendedInfo of [undefined, null, {}, { tasksList: null, propertyBag: null }]) {
    expect(detailsOf(extendedInfo)).toMatchObject(none);
  }
  expect(detailsOf({ propertyBag: { 'Target VM Name': null } }).properties).toEqual([
    { name: 'Target VM Name', value: '' },
  ]);
});

describe('bytes of a transfer', () => {
  const bytesOf = (...details: (string | null | undefined)[]) =>
    detailsOf({
      tasksList: details.map((taskExecutionDetails, index) => ({
        taskId: `task ${String(index)}`,
        taskExecutionDetails,
      })),
    }).bytes;

  test('are those of the subtask that moves them', () => {
    expect(bytesOf(null, '123 of 456 bytes transferred')).toEqual({ transferred: 123, total: 456 });
    expect(bytesOf('0 of 456 bytes transferred', null)).toEqual({ transferred: 0, total: 456 });
  });

  test.each([[[]], [[undefined]], [['2 of 3 disks']], [['456 bytes']]])(
    'are not reported by %j',
    (details) => {
      expect(bytesOf(...details)).toBeNull();
    },
  );
});

test.each([
  [{ 'Job Type': 'Recover VM to an alternate location' }, 'createVm'],
  [{ 'job type ': 'recover disks' }, 'restoreDisks'],
  [{ 'Job Type': 'Replace disks' }, 'replaceDisks'],
  [{ 'Job Type': 'Recover VM disks in place' }, 'replaceDisks'],
  [{ 'Job Type': 'Recover the past' }, null],
  [{ 'VM Name': 'vm' }, null],
  [undefined, null],
])('properties %j: a restore of the kind %s', (propertyBag, expected) => {
  expect(detailsOf({ propertyBag }).restoreKind).toBe(expected);
});
