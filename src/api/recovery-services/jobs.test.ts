import { QueryClient } from '@tanstack/react-query';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { armFacts } from '#src/api/arm/error.ts';
import { pollOperation } from '#src/api/arm/operation.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { cancelDeploymentMutation } from '#src/api/queries/deployments.ts';
import { cancelJobMutation, type JobPageWanted, listJobPage } from '#src/api/queries/jobs.ts';
import type { Canceled, Write } from '#src/api/queries/use-write.ts';
import {
  cancelJob,
  getJob,
  jobPageWire,
  jobRowWire,
  jobsFilter,
  jobWire,
  listRestoreJobs,
  toJob,
  toJobDetails,
  type VaultJobFilter,
} from '#src/api/recovery-services/jobs.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { createDeployment, deploymentId, getDeployment } from '#src/api/resources/deployments.ts';
import { blobPlace, listServiceSas } from '#src/api/blobs.ts';
import { azureClient } from '#src/api/queries/testing.ts';
import { instant } from '#src/lib/time.ts';
import { exampleMachine, exampleVault } from '#src/mocks/testing-example.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import { testAzure, type TestAzure } from '#src/mocks/testing.ts';
import { ALL_JOBS, type JobDetails, NEWEST_FIRST, propertyOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

const exampleId =
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault-a/backupJobs/6b6f';
const wireOf = (properties: object, extendedInfo?: unknown) =>
  jobWire.parse({
    id: exampleId,
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

const oddJobOf = (properties: unknown): JobDetails =>
  toJobDetails(jobWire.parse({ id: exampleId, name: '6b6f', properties }));

const NOTHING = {
  status: 'unknown',
  statusWord: null,
  itemName: '',
  operation: '',
  startedAt: null,
  endedAt: null,
  durationMs: null,
  isCancellable: false,
  percent: null,
  remainingMs: null,
  tasks: [],
  properties: [],
  errors: [],
  bytes: null,
  restoreKind: null,
};

test.each([undefined, null, 'gone', 7, [], {}, { extendedInfo: 'none' }, { status: 3 }])(
  'of the properties %j nothing is known',
  (properties) => {
    expect(oddJobOf(properties)).toMatchObject(NOTHING);
  },
);

test('one odd field costs nothing but itself', () => {
  const job = oddJobOf({
    jobType: null,
    operation: 12,
    status: 'Dreaming',
    entityFriendlyName: 'vm',
    startTime: 'yesterday',
    endTime: '0001-01-01T00:00:00Z',
    duration: { seconds: 4 },
    actionsInfo: [null, 'cancellable', {}],
    errorDetails: [null, { errorCode: 'UserErrorX', recommendations: [null, 'Wait.'] }, 'boom'],
  });
  expect(job).toMatchObject({
    ...NOTHING,
    itemName: 'vm',
    statusWord: 'Dreaming',
    errors: [{ code: 'UserErrorX', title: '', message: '', recommendations: ['Wait.'] }],
  });
});

test('a page of jobs is not lost by one of them', () => {
  const rows = [{ status: 'Completed' }, null, { status: ['?'] }, { errorDetails: 4 }];
  const page = jobPageWire.parse({
    value: rows.map((properties) => ({ id: exampleId, name: 'a', properties })),
  });
  expect((page.value ?? []).map((row) => toJob(row).status)).toEqual([
    'completed',
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('a row without a name takes it from its id, and one without an id is still a row', () => {
  const rows = [
    { id: exampleId, name: null },
    { name: 'a' },
    { id: 7, name: {}, properties: { status: 4 } },
  ];
  expect(z.array(jobRowWire).parse(rows).map(toJob)).toMatchObject([
    { id: exampleId, name: '6b6f', status: 'unknown' },
    { id: '', name: 'a', vaultName: '' },
    { id: '', name: '', vaultName: '', durationMs: null },
  ]);
});

test.each([
  ['40', 40],
  [' 40.5 % ', 40.5],
  ['0', 0],
  ['1.0', 1],
  [0, 0],
  [1, 1],
  [37.5, 37.5],
  [100, 100],
  [null, null],
  [undefined, null],
  [100.5, null],
  ['250 %', null],
  [-1, null],
  ['-5', null],
  ['', null],
  ['half', null],
  [Number.NaN, null],
  [true, null],
  [{}, null],
])('progress %j is %s', (progressPercentage, percent) => {
  expect(detailsOf({ progressPercentage }).percent).toBe(percent);
});

describe('a subtask', () => {
  test.each([
    ['InProgress', 'inProgress', 'InProgress'],
    [' in progress ', 'inProgress', 'in progress'],
    ['Not Started', 'notStarted', 'Not Started'],
    ['Succeeded', 'completed', 'Succeeded'],
    ['Cancelled', 'cancelled', 'Cancelled'],
    ['Canceled', 'cancelled', 'Canceled'],
    ['Skipped', 'unknown', 'Skipped'],
    ['', 'unknown', null],
    [null, 'unknown', null],
    [3, 'unknown', null],
  ])('with the status %j is %s', (status, expected, statusWord) => {
    const [task] = detailsOf({ tasksList: [{ taskId: 'Transfer', status }] }).tasks;
    expect(task).toMatchObject({ name: 'Transfer', status: expected, statusWord });
  });

  test('that is none is left out, one without a name stays', () => {
    const tasksList = [null, 'Transfer', { status: 'Completed' }, { taskId: null }];
    expect(detailsOf({ tasksList }).tasks.map(({ name, status }) => [name, status])).toEqual([
      ['', 'completed'],
      ['', 'unknown'],
    ]);
  });

  test('with figures that cannot be has none', () => {
    const task = { taskId: 'T', progressPercentage: 300, duration: '-PT5S', startTime: 5 };
    expect(detailsOf({ tasksList: [task] }).tasks[0]).toMatchObject({
      percent: null,
      durationMs: null,
      startedAt: null,
    });
  });
});

test('properties that are no text are empty', () => {
  expect(detailsOf({ propertyBag: { Size: 4, Name: 'vm' } }).properties).toEqual([
    { name: 'Size', value: '' },
    { name: 'Name', value: 'vm' },
  ]);
});

const any = fc.jsonValue({ maxDepth: 1 });
const odd = (names: readonly string[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ ...Object.fromEntries(names.map((name) => [name, any])), ...more });
const oddTask = odd(['taskId', 'status', 'duration', 'startTime', 'taskExecutionDetails'], {
  progressPercentage: fc.oneof(any, fc.double()),
});
const oddDetails = odd(['propertyBag', 'internalPropertyBag', 'estimatedRemainingDuration'], {
  progressPercentage: fc.oneof(any, fc.double()),
  tasksList: fc.oneof(any, fc.array(fc.oneof(any, oddTask))),
});
const oddJob = odd(['operation', 'status', 'startTime', 'endTime', 'duration', 'actionsInfo'], {
  errorDetails: fc.oneof(any, fc.array(any)),
  extendedInfo: fc.oneof(any, oddDetails),
});

test('whatever stands in place of its fields, a job is read', () => {
  fc.assert(
    fc.property(fc.oneof(any, oddJob), (properties) => {
      const { percent, remainingMs, tasks } = oddJobOf(properties);
      for (const figure of [percent, ...tasks.map((task) => task.percent)]) {
        expect(figure === null || (figure >= 0 && figure <= 100)).toBe(true);
      }
      expect(remainingMs === null || remainingMs >= 0).toBe(true);
    }),
  );
});

const noon = instant(Date.UTC(2025, 5, 5, 12, 4, 9));
const midnight = instant(0);

test.each<[VaultJobFilter, string]>([
  [{}, ''],
  [{ status: 'completedWithWarnings' }, " and status eq 'CompletedWithWarnings'"],
  [
    { operation: 'CrossRegionRestore', from: noon },
    " and operation eq 'CrossRegionRestore' and startTime eq '2025-06-05 12:04:09 PM'",
  ],
  // The year 1970 is a moment as any other.
  [
    { from: midnight, to: noon },
    " and startTime eq '1970-01-01 12:00:00 AM' and endTime eq '2025-06-05 12:04:09 PM'",
  ],
])('%o becomes a filter in the words of the service', (wanted, more) => {
  expect(decodeURIComponent(jobsFilter(wanted))).toBe(
    `backupManagementType eq 'AzureIaasVM'${more}`,
  );
  expect(jobsFilter(wanted)).not.toMatch(/[ +&]/);
});

/** All jobs of a week. */
const WEEK: JobPageWanted = {
  filter: ALL_JOBS,
  order: NEWEST_FIRST,
  start: { skip: 0 },
  top: 1000,
};

describe('jobs', () => {
  test('of seven days are listed newest first, one of them running, and each can be read', async () => {
    const { arm, clock } = azureClient();
    const { rows: jobs } = await listJobPage(arm, WEEK);
    const starts = jobs.map(({ startedAt }) => startedAt ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(clock.now() - 7 * 86_400_000);
    expect(jobs.filter(({ status }) => status === 'inProgress').length).toBeGreaterThan(0);
    for (const job of jobs.slice(0, 20)) expect(await getJob(arm, job.id)).toMatchObject(job);
  });

  test('that restore, of one vault, since a moment', async () => {
    const { arm, clock } = azureClient();
    const since = instant(clock.now() - 2 * 3_600_000);
    const jobs = await listRestoreJobs(arm, resourceId(exampleVault), since);
    expect(jobs.map(({ itemName, operation, status }) => [itemName, operation, status])).toEqual([
      ['testVM', 'Restore', 'failed'],
    ]);
    const [failed] = jobs;
    const details = await getJob(arm, failed?.id ?? resourceId(''));
    expect(details.errors[0]?.message).not.toBe('');
    expect(details.errors[0]?.recommendations).not.toEqual([]);
  });

  test('as recorded report steps, and as documented any percentage', async () => {
    const percents = async (scenario: 'default' | 'recorded') => {
      const { arm } = azureClient(scenario);
      const running = (await listJobPage(arm, WEEK)).rows.filter(
        ({ status, operation }) => status === 'inProgress' && operation === 'Restore',
      );
      const details = await Promise.all(running.map(({ id }) => getJob(arm, id)));
      return details.map(({ percent }) => percent);
    };
    expect(new Set(await percents('recorded'))).toEqual(new Set([1, 50]));
    expect(await percents('default')).not.toContain(null);
    expect(await percents('default')).not.toContain(1);
  });
});

/** The client cancels jobs of the simulated Azure. */
async function restoring() {
  const it = testAzure('default');
  const { arm, sent } = testArm(it.azure.fetch);
  await startRestore(arm, exampleMachine, 'mine');
  const [restore] = (await it.azure.state()).restores;
  const jobId = resourceId(`${exampleVault}/backupJobs/${restore?.jobId ?? ''}`);
  const statusOf = async () => (await getJob(arm, jobId)).status;
  return { ...it, arm, sent, jobId, statusOf };
}

test('a running restore is first canceling, then canceled', async () => {
  const { arm, clock, jobId, statusOf } = await restoring();
  clock.add(120);
  const operation = await cancelJob(arm, jobId);
  expect(operation).toMatchObject({ pollKind: 'location', retryAfterMs: 60_000 });
  if (operation === null) return;
  expect(await statusOf()).toBe('cancelling');
  expect(await pollOperation(arm, operation)).toMatchObject({ status: 'running' });
  clock.add(20);
  expect(await pollOperation(arm, operation)).toEqual({ status: 'succeeded', jobId: null });
  expect(await statusOf()).toBe('cancelled');
  clock.add(24 * 3600);
  expect(await statusOf()).toBe('cancelled');
  expect(await getMachine(arm, exampleMachine.targetVirtualMachineId)).toBeNull();
});

test('refuses a job that cannot be canceled, after a single request', async () => {
  const { arm, clock, jobId, sent, statusOf } = await restoring();
  await cancelJob(arm, jobId);
  await expect(cancelJob(arm, jobId)).rejects.toThrow('not in a state that can be cancelled');
  await expect(cancelJob(arm, resourceId(`${jobId}x`))).rejects.toThrow('was not found');
  expect(sent.filter(({ url }) => url.includes('/cancel'))).toHaveLength(3);
  clock.add(3600);
  expect(await statusOf()).toBe('cancelled');
});

test('when the machine is being made it is too late, although Azure goes on to offer it', async () => {
  const { arm, clock, jobId, statusOf } = await restoring();
  clock.add(450);
  const job = await getJob(arm, jobId);
  expect(job.tasks.map(({ status }) => status)).toEqual(['completed', 'inProgress']);
  expect(job.isCancellable).toBe(true);
  await expect(cancelJob(arm, jobId)).rejects.toThrow('InProgress in “Create the restored');
  clock.add(3600);
  expect(await statusOf()).toBe('completed');
});

test('a restore that ended in time stays as it ended', async () => {
  const { arm, clock, jobId, statusOf } = await restoring();
  clock.add(3600);
  expect(await statusOf()).toBe('completed');
  await expect(cancelJob(arm, jobId)).rejects.toThrow('It is Completed');
  expect(await statusOf()).toBe('completed');
});

describe('a cancel that the browser sends twice by itself', () => {
  /** The client of a browser in which each request that cancels arrives twice, and the second is answered. */
  const twice = ({ azure }: Pick<TestAzure, 'azure'>) => {
    const { arm } = testArm(async (request) => {
      if (/\/cancel\?/.test(request.url)) await azure.fetch(request.clone());
      return azure.fetch(request);
    });
    startSession(arm);
    return arm;
  };
  const run = async (mutation: Write<Canceled, void>): Promise<Canceled> => {
    const client = new QueryClient();
    return client.getMutationCache().build(client, mutation).execute();
  };

  test('is no refusal of a job, which is canceling', async () => {
    const it = await restoring();
    it.clock.add(120);
    twice(it);
    // The answer is to the second copy: when the first was accepted isn't known.
    expect(await run(cancelJobMutation(it.jobId))).toBeNull();
    expect(await it.statusOf()).toBe('cancelling');
  });

  test('is a refusal of a job that goes on, or can’t be read', async () => {
    const it = await restoring();
    it.clock.add(24 * 3600);
    twice(it);
    const error: unknown = await run(cancelJobMutation(it.jobId)).catch(
      (thrown: unknown) => thrown,
    );
    expect(armFacts(error)?.message).toMatch(/not in a state/);
    expect(armFacts(error)?.lookedAt).toBeGreaterThan(0);
  });

  test('is no refusal of a deployment, which is canceled', async () => {
    const it = await stagedWorld();
    const arm = twice(it);
    const id = deploymentId(resourceId(stagedGroup), 'rc-1-1');
    const place = blobPlace(stagedTemplate);
    if (place === null) throw new Error('no blob');
    const signature = await listServiceSas(arm, resourceId(stagedAccount), place, it.clock.now());
    await createDeployment(arm, id, {
      source: { kind: 'link', uri: stagedTemplate, signature },
      values: { virtualMachineName: 'vmNew' },
    });
    it.clock.add(3);
    await run(cancelDeploymentMutation(id));
    expect((await getDeployment(arm, id)).status.kind).toBe('canceled');
    await expect(
      run(cancelDeploymentMutation(deploymentId(resourceId(stagedGroup), 'no'))),
    ).rejects.toThrow(/./);
  });
});
