import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer, broken } from '#src/api/arm/testing.ts';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import {
  type CommvaultSearch,
  findCommvaultRestores,
  recentCommvaultRestores,
} from '#src/api/commvault/job-lists.ts';
import {
  type CommvaultRestore,
  createTask,
  toCreateTaskBody,
} from '#src/api/commvault/restores.ts';
import {
  GUID,
  HOST,
  jobsAnswer,
  RESTORE,
  taskAnswer,
  testServe,
} from '#src/api/commvault/testing.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { certainJob, requestOf } from '#src/model/lost-restore.ts';

const MARK = '7b1f0f1e-0000-4000-8000-00000000abcd';
const SUBNET =
  '/subscriptions/s/resourceGroups/testRG/providers/M/virtualNetworks/vnet1/subnets/default';
/** An hour before the moment that the recorded request names. */
const NOW = instant((1763700000 - 3600) * 1000 + 999);

/** What the recorded request asks for (commvault.md §2.3). */
const RECORDED_RESTORE: CommvaultRestore = {
  ...RESTORE,
  isInPlace: false,
  target: {
    ...RESTORE.target,
    name: 'testVM-r',
    vmSize: 'Standard_D2s_v5',
    disks: [
      {
        name: 'testVM-osdisk',
        newName: 'testVM-r-osdisk',
        storageAccount: 'teststaging',
        type: 'Premium_LRS',
      },
    ],
    nics: [{ networkName: 'vnet1', subnetId: SUBNET }],
  },
  overwrites: false,
};

/** The recorded request, as it stands in commvault.md §2.3. */
const RECORDED = `{"taskInfo":{
 "task":{"taskFlags":{"disabled":false},"policyType":"DATA_PROTECTION","taskType":"IMMEDIATE","initiatedFrom":"GUI"},
 "associations":[{"subclientId":35311,"client":{},"applicationId":106,"_type_":"CLIENT_ENTITY"}],
 "subTasks":[{"subTask":{"subTaskName":"","subTaskType":"RESTORE","operationType":"RESTORE"},
  "options":{"restoreOptions":{
   "browseOption":{"commCellId":2,"timeRange":{"fromTime":0,"toTime":1763700000},"noImage":false,"useExactIndex":false,
     "mediaOption":{"copyPrecedence":{"copyPrecedence":0}},"listMedia":false,"toTime":1763700000,"fromTime":0,"showDeletedItems":false},
   "destination":{"destClient":{"clientId":120,"clientName":"hv-azure-a"},"inPlace":false,"isLegalHold":false},
   "restoreACLsType":"ACL_DATA",
   "volumeRstOption":{"volumeLeveRestore":false,"volumeLevelRestoreType":"VIRTUAL_MACHINE","destinationVendor":"AZURE_V2"},
   "virtualServerRstOption":{
    "diskLevelVMRestoreOption":{"powerOnVmAfterRestore":true,"passUnconditionalOverride":false,"diskOption":"Auto",
     "advancedRestoreOptions":[{"guid":"${GUID}","name":"testVM","newName":"testVM-r","esxHost":"testRG","Datastore":"teststaging",
       "vmSize":"Standard_D2s_v5","datacenter":"westeurope","availabilityZones":"","createPublicIP":false,"restoreAsManagedVM":true,
       "disks":[{"name":"testVM-osdisk","newName":"testVM-r-osdisk","Datastore":"teststaging","type":"Premium_LRS"}],
       "nics":[{"networkName":"vnet1","subnetId":"${SUBNET}"}],"securityGroups":[{}],
       "encryptionOption":{},"keyvaultId":"","extensionRestorePolicy":"RESTORE","restoreVMTags":false,"addToFailoverCluster":false}],
     "transportMode":"Auto","useVcloudCredentials":true,"restoreToDefaultHost":false,"generateNewGuid":false,"reuseExistingVMClient":false},
    "isDiskBrowse":true,"viewType":"DEFAULT","vCenterInstance":{"instanceId":7,"applicationId":106,"clientId":120},
    "securityScanOptions":{"runSecurityScan":false}},
   "fileOption":{"sourceItem":["\\\\${GUID}"]},
   "commonOptions":{"overwriteFiles":false,"detectRegularExpression":true,"unconditionalOverwrite":false,"stripLevelType":"PRESERVE_LEVEL",
     "preserveLevel":1,"stripLevel":0,"restoreACLs":true,"isFromBrowseBackup":true,"clusterDBBackedup":false}},
   "adminOpts":{"updateOption":{"invokeLevel":"NONE"}},
   "commonOpts":{"notifyUserOnJobCompletion":false,"jobDescription":"${MARK}"}}}]}}`;

const bodyOf = (restore: CommvaultRestore) => toCreateTaskBody(restore, MARK, NOW).taskInfo;
const optionsOf = (restore: CommvaultRestore) => {
  const [subTask] = bodyOf(restore).subTasks;
  if (subTask === undefined) throw new Error('no subtask');
  return subTask.options.restoreOptions;
};
const vmOf = (restore: CommvaultRestore) =>
  optionsOf(restore).virtualServerRstOption.diskLevelVMRestoreOption.advancedRestoreOptions[0];
const withTarget = (target: Partial<CommvaultRestore['target']>): CommvaultRestore => ({
  ...RECORDED_RESTORE,
  target: { ...RECORDED_RESTORE.target, ...target },
});

describe('the request of a restore', () => {
  test('out of place is the recorded one, field by field', () => {
    expect(toCreateTaskBody(RECORDED_RESTORE, MARK, NOW)).toEqual(JSON.parse(RECORDED));
  });

  test('in place keeps the name, and deletes what has it', () => {
    const options = optionsOf({ ...RECORDED_RESTORE, isInPlace: true });
    expect(options.destination.inPlace).toBe(true);
    expect(options.virtualServerRstOption.diskLevelVMRestoreOption).toMatchObject({
      dataStore: {},
      passUnconditionalOverride: true,
      advancedRestoreOptions: [{ name: 'testVM', newName: 'testVM', vmSize: 'Standard_D2s_v5' }],
    });
    expect(JSON.stringify(options)).not.toContain('destPath');
  });

  test('out of place overwrites only where that is selected', () => {
    const vmOption = optionsOf({ ...RECORDED_RESTORE, overwrites: true }).virtualServerRstOption;
    expect(vmOption.diskLevelVMRestoreOption).toMatchObject({ passUnconditionalOverride: true });
    expect(vmOption.diskLevelVMRestoreOption).not.toHaveProperty('dataStore');
  });

  test('of an older point ends with its backup', () => {
    const { browseOption } = optionsOf({ ...RECORDED_RESTORE, upTo: instant(1763600000001) });
    expect(browseOption).toMatchObject({
      toTime: 1763600001,
      timeRange: { fromTime: 0, toTime: 1763600001 },
    });
  });

  test('names the access node that was selected', () => {
    const options = optionsOf({ ...RECORDED_RESTORE, accessNode: { id: '98', name: 'an-weu-1' } });
    expect(options.destination.destClient).toEqual({ clientId: 98, clientName: 'an-weu-1' });
    expect(options.virtualServerRstOption.vCenterInstance.clientId).toBe(120);
  });

  test('has what else was selected', () => {
    const vault = { kind: 'keyVault', keyVaultId: '/vaults/kv' } as const;
    expect(
      vmOf(withTarget({ encryption: vault, zone: '2', securityGroupId: '/nsg' })),
    ).toMatchObject({
      keyvaultId: '/vaults/kv',
      encryptionOption: {},
      availabilityZones: '2',
      securityGroups: [{ groupId: '/nsg' }],
    });
    const type = 'EncryptionAtRestWithCustomerKey';
    const set = { kind: 'encryptionSet', type, encryptionSetId: '/des' } as const;
    expect(vmOf(withTarget({ encryption: set }))).toMatchObject({
      keyvaultId: '',
      encryptionOption: { diskEncryptionSetTypeId: type, diskEncryptionSetId: '/des' },
    });
  });
});

/** What came of a request by its answer, and how often it was sent. */
async function outcomeOf(answering: () => Response) {
  const { arm, sent } = testServe(answering);
  const body = toCreateTaskBody(RECORDED_RESTORE, MARK, NOW);
  const came = await createTask(arm, body).then(
    (number) => number,
    (error: unknown) => {
      const { kind, status, message } = armFacts(error) ?? {};
      return { kind, status, message };
    },
  );
  return { came, requests: sent.length };
}

describe('the answer to a restore', () => {
  test.each([
    ['its job', { taskId: 809089, jobIds: ['8163492'] }, '8163492'],
    ['its job as a number', { taskId: 809089, jobIds: [8163492] }, '8163492'],
    ['a schedule, which is no job', { taskId: 809089 }, null],
    ['no job in its list', { taskId: 809089, jobIds: [] }, null],
    ['a job without a number', { taskId: 809089, jobIds: ['', 'soon', -999] }, null],
    ['nothing', {}, null],
  ])('names %s', async (_what, body, came) => {
    expect(await outcomeOf(() => answer(200, body))).toEqual({ came, requests: 1 });
  });

  test('refuses: nothing was started', async () => {
    const body = { errorCode: 5, errorMessage: 'Access denied' };
    expect(await outcomeOf(() => answer(200, body))).toEqual({
      came: { kind: 'refused', status: 400, message: 'Access denied' },
      requests: 1,
    });
  });

  test.each([
    ['maintenance, said by 405', () => answer(405, '<html>'), 'refused', 405],
    ['a page with 200: nobody knows', () => answer(200, '<html>'), 'refused', 503],
    ['no JSON: nobody knows', () => answer(200, 'OK'), 'unreadable', 200],
    ['a server error: nobody knows', () => answer(500, {}), 'refused', 500],
    ['no answer: nobody knows', broken, 'lost', null],
    ['a token that has ended', () => answer(401), 'refused', 401],
  ])('is %s, and is not sent again', async (_what, answering, kind, status) => {
    const { came, requests } = await outcomeOf(answering);
    expect(came).toMatchObject({ kind, status });
    expect(requests).toBe(1);
  });
});

const vm = { guid: GUID.toUpperCase(), newName: 'testVM-r' };
const press = {
  sentAt: now(),
  requestIds: [MARK],
  before: [commvaultJobId(HOST, '1')],
  notOurs: [],
};
const search: CommvaultSearch = {
  ...press,
  host: HOST,
  guid: GUID,
  newName: 'testVM-r',
};

/** A CommServe with restores by their numbers, each with its task; a number stands for a status. */
function serveOf(tasks: Readonly<Record<string, unknown>>) {
  return testServe((request) => {
    const number = /\/Job\/(\d+)\/TaskDetails$/.exec(request.url)?.[1];
    if (number === undefined) {
      return answer(
        200,
        jobsAnswer(...Object.keys(tasks).map((jobId) => ({ jobId: Number(jobId) }))),
      );
    }
    const task = tasks[number];
    return typeof task === 'number' ? answer(task, {}) : answer(200, task);
  });
}

/** What is found: the numbers of jobs, and whether each is named; and the one that is adopted by itself. */
async function found(tasks: Readonly<Record<string, unknown>>, other = search) {
  const jobs = await findCommvaultRestores(serveOf(tasks).arm, other);
  return [jobs.map(({ name, isNamed }) => [name, isNamed]), certainJob(other, jobs)?.name ?? null];
}

describe('the job of a lost answer', () => {
  test('is the one with our description, and then no other counts', async () => {
    const tasks = {
      2: taskAnswer(vm),
      3: taskAnswer(vm, `${MARK.toUpperCase()} (edited)`),
      4: taskAnswer(vm, 'another'),
    };
    expect(await found(tasks)).toEqual([[['3', true]], '3']);
  });

  test('is the first of two that have our description', async () => {
    const tasks = { 2: taskAnswer(vm, MARK), 3: taskAnswer(vm, MARK) };
    expect(await found(tasks)).toEqual([
      [
        ['2', true],
        ['3', true],
      ],
      '2',
    ]);
  });

  test('is one with the ID of an earlier press, after that of the latest', async () => {
    const other = { ...search, requestIds: ['latest', MARK] };
    const tasks = { 2: taskAnswer(vm, MARK), 3: taskAnswer(vm, 'latest') };
    expect(await found(tasks, other)).toEqual([
      [
        ['3', true],
        ['2', true],
      ],
      '3',
    ]);
  });

  test('is never one with another description, which is listed as of another request', async () => {
    const tasks = { 2: taskAnswer(vm, 'another'), 3: taskAnswer({ ...vm, newName: 'x' }, 'other') };
    expect(await found(tasks)).toEqual([[['2', false]], null]);
    const [job] = await findCommvaultRestores(serveOf(tasks).arm, search);
    expect(job && requestOf(search, job)).toBe('another');
  });

  test('may be one of the same VM and name where descriptions are left out, and is not adopted', async () => {
    const tasks = {
      2: taskAnswer(vm),
      3: taskAnswer({ ...vm, newName: 'testVM-x' }),
      4: taskAnswer({ ...vm, guid: '00000000-0000-0000-0000-000000000000' }),
    };
    expect(await found(tasks)).toEqual([[['2', false]], null]);
  });

  test('in place is never adopted without our description: names are always alike there', async () => {
    const other = { ...search, newName: 'testVM' };
    const tasks = { 2: taskAnswer({ ...vm, newName: 'testVM' }, undefined, true) };
    expect(await found(tasks, other)).toEqual([[['2', false]], null]);
  });

  test('may be one whose task can’t be read, or says nothing', async () => {
    expect(await found({ 2: 404, 3: taskAnswer({}), 4: { taskInfo: {} }, 5: [] })).toEqual([
      [
        ['2', false],
        ['3', false],
        ['4', false],
        ['5', false],
      ],
      null,
    ]);
  });

  test('is none that was there before the press, nor one that is another person’s', async () => {
    const tasks = { 1: taskAnswer(vm, MARK), 2: taskAnswer(vm) };
    const notOurs = [commvaultJobId(HOST, '2')];
    expect(await found(tasks, { ...search, notOurs })).toEqual([[], null]);
  });

  test('is ours by our description, whatever the person had ruled out', async () => {
    const notOurs = [commvaultJobId(HOST, '2')];
    expect(await found({ 2: taskAnswer(vm, MARK) }, { ...search, notOurs })).toEqual([
      [['2', true]],
      '2',
    ]);
  });

  test('is ours by our description where what was there before is unknown, and else not adopted', async () => {
    const other = { ...search, before: null, sentAt: instant(1763700060000) };
    expect(await found({ 2: taskAnswer(vm, MARK) }, other)).toEqual([[['2', true]], '2']);
    expect(await found({ 2: taskAnswer(vm) }, other)).toEqual([[['2', false]], null]);
  });

  test('may be one of many, of which ten are read one by one', async () => {
    const tasks = Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [
        String(at + 2),
        taskAnswer({ ...vm, newName: 'x' }, 'another'),
      ]),
    );
    const serve = serveOf(tasks);
    const jobs = await findCommvaultRestores(serve.arm, search);
    expect(jobs.map(({ isNamed }) => isNamed)).toEqual([false, false, false, false]);
    expect(serve.sent.filter(({ url }) => url.endsWith('/TaskDetails'))).toHaveLength(10);
  });
});

test('the restores of the last three days are known before a press', async () => {
  const { arm, sent } = serveOf({ 1: null, 2: null });
  const jobs = await recentCommvaultRestores(arm, HOST);
  expect(jobs.map(({ id }) => id)).toEqual(['1', '2'].map((one) => commvaultJobId(HOST, one)));
  expect(sent.map(({ url }) => url.split('completedJobLookupTime=')[1])).toEqual(['259200']);
});
