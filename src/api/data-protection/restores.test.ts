import { QueryClient, type QueryExecuteOptions, type QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { grantRole, listRoleAssignments, removeRoleAssignment } from '#src/api/authorization.ts';
import { findDisk, foundDiskQuery, listSnapshots, snapshotsQuery } from '#src/api/compute/disks.ts';
import {
  getDiskInstance,
  listDiskInstancePage,
  listDiskPoints,
} from '#src/api/data-protection/instances.ts';
import {
  diskJobs,
  diskJobsQuery,
  getDiskJob,
  listDiskJobs,
} from '#src/api/data-protection/jobs.ts';
import {
  type DiskRestore,
  pollDiskRestore,
  pollDiskValidation,
  startDiskRestore,
  startDiskValidation,
  toDiskRestoreBody,
} from '#src/api/data-protection/restores.ts';
import {
  backupVaultsQuery,
  getBackupVault,
  listBackupVaults,
} from '#src/api/data-protection/vaults.ts';
import {
  diskInstancePages,
  diskInstanceQuery,
  diskPointsQuery,
} from '#src/api/queries/disk-instances.ts';
import { acceptedDiskRestoreQuery, runDiskValidation } from '#src/api/queries/disk-restores.ts';
import { jobQuery, provideJobSources } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { validationRunQuery } from '#src/api/queries/validations.ts';
import {
  type AzureClient,
  azureClient,
  breaks,
  installWorldClock,
} from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { instanceOfDisk, productionGroup, restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { type TestAzure, jsonOf, testAzure } from '#src/mocks/testing.ts';
import { snapshotIdOf } from '#src/mocks/world/ids.ts';
import { backupVaults } from '#src/mocks/world/worlds/default.ts';
import { prodVault as recoveryVault, shopKeys } from '#src/mocks/world/worlds/default-estate.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

const ofDisk = (group: string, name: string) =>
  resourceId(
    `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${group}/providers/Microsoft.Compute/disks/${name}`,
  );

test('the body of a disk’s restore is what azure-contract §11 prints, key by key', () => {
  const source = ofDisk('rg-prod', 'disk-a');
  const target = ofDisk('rg-dr', 'disk-a-restored');
  const body = toDiskRestoreBody({
    instanceId: resourceId('/vault/backupInstances/disk-a'),
    recoveryPointId: '10a0ebb9d8c64dc1a56e7a2c2d0a8a3e',
    sourceDiskId: source,
    targetDiskId: target,
    region: 'westeurope',
  });
  expect(body).toEqual({
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId: '10a0ebb9d8c64dc1a56e7a2c2d0a8a3e',
    sourceDataStoreType: 'OperationalStore',
    sourceResourceId: source,
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: 'westeurope',
      datasourceInfo: {
        objectType: 'Datasource',
        datasourceType: 'Microsoft.Compute/disks',
        resourceType: 'Microsoft.Compute/disks',
        resourceID: target,
        resourceUri: target,
        resourceName: 'disk-a-restored',
        resourceLocation: 'westeurope',
      },
    },
    identityDetails: { useSystemAssignedIdentity: true },
  });
});

const DATA_DISK = 'app01_DataDisk_0';
const vaultId = resourceId(backupVaults[0]?.id ?? '');

/** What validation says: the codes of what it found. */
async function codes(
  { arm, clock }: AzureClient,
  restore: DiskRestore,
): Promise<readonly string[]> {
  const started = await startDiskValidation(arm, restore);
  if (started?.status !== 'running') throw new Error('not a running validation');
  clock.add(149);
  expect(await pollDiskValidation(arm, started.next)).toMatchObject({ status: 'running' });
  clock.add(1);
  const done = await pollDiskValidation(arm, started.next);
  return done.status === 'done' ? done.problems.map(({ code }) => code) : ['still running'];
}

const remove = ({ azure, clock }: AzureClient, id: string) =>
  azure.append([{ type: 'resource-removed', at: clock.now(), id }]);

describe('validation', () => {
  test.each([
    ['passes', restoreOfDisk(DATA_DISK), []],
    [
      'reads a key that it may read',
      restoreOfDisk('shop-cart-01_DataDisk_0', { group: productionGroup('rg-restore-weu') }),
      [],
    ],
    [
      'finds the name taken',
      restoreOfDisk(DATA_DISK, { name: DATA_DISK }),
      ['UserErrorSameNameDiskAlreadyExists'],
    ],
    [
      'finds no role on the target',
      restoreOfDisk('sql-erp-02_OsDisk'),
      ['UserErrorNotEnoughPermissionOnTargetRG'],
    ],
    [
      'finds no target group',
      restoreOfDisk(DATA_DISK, { group: productionGroup('rg-none') }),
      ['UserErrorRestoreTargetRGNotFound'],
    ],
    [
      'finds no snapshot',
      restoreOfDisk('sql-erp-02_OsDisk', { group: productionGroup('rg-restore-weu'), point: 6 }),
      ['UserErrorDiskSnapshotNotFound'],
    ],
    [
      'finds no identity',
      restoreOfDisk('dc-hq-01_OsDisk'),
      ['UserErrorDiskBackupRestoreRGOrMSIPermissionsNotPresent'],
    ],
  ] as const)('%s, in minutes', async (_, restore, expected) => {
    expect(await codes(azureClient(), restore)).toEqual(expected);
  });

  test('finds no right to read the key', async () => {
    const it = azureClient();
    const { sourceId } = instanceOfDisk('fin-ledger-01_DataDisk_0');
    const group = resourceId(
      sourceId.slice(0, sourceId.indexOf('/providers/')).replace('rg-finance', 'rg-restore-eus2'),
    );
    const restore = restoreOfDisk('fin-ledger-01_DataDisk_0', { group });
    expect(await codes(it, restore)).toEqual(['UserErrorMSIPermissionsNotPresentOnDES']);
  });

  test('finds roles taken and snapshots removed since', async () => {
    const it = azureClient();
    const { arm } = it;
    const restore = restoreOfDisk(DATA_DISK);
    const snapshots = productionGroup('rg-backup-weu');
    const principal = (await getBackupVault(arm, vaultId)).principalId ?? '';
    const [first] = instanceOfDisk(DATA_DISK).points;
    if (first === undefined) throw new Error('no point');
    await remove(it, snapshotIdOf(instanceOfDisk(DATA_DISK), first));
    expect(await codes(it, restore)).toEqual(['UserErrorDiskSnapshotNotFound']);
    const [held] = await listRoleAssignments(arm, snapshots, principal);
    await removeRoleAssignment(arm, held?.id ?? resourceId(''));
    expect(await listRoleAssignments(arm, snapshots, principal)).toEqual([]);
    expect(await codes(it, restore)).toEqual(['UserErrorNotEnoughPermissionOnSnapshotRG']);
  });

  test('refuses at once what no disk can be called, and a point that is not there', async () => {
    const { arm } = azureClient();
    const ask = (restore: DiskRestore) => startDiskValidation(arm, restore);
    await expect(ask(restoreOfDisk(DATA_DISK, { name: '-a' }))).rejects.toThrow(
      'not the name of a disk',
    );
    const none = { ...restoreOfDisk(DATA_DISK), recoveryPointId: 'none' };
    await expect(ask(none)).rejects.toThrow('was not found');
  });
});

describe('a role', () => {
  const given = async ({ arm }: AzureClient, group: ResourceId) => {
    const principalId = (await getBackupVault(arm, vaultId)).principalId ?? '';
    await grantRole(arm, { scope: group, role: 'diskRestoreOperator', principalId });
    return principalId;
  };

  test('that is given shows at once and counts about 15 minutes later', async () => {
    const it = azureClient();
    const group = productionGroup('rg-erp');
    const restore = restoreOfDisk('sql-erp-02_OsDisk');
    const principalId = await given(it, group);
    const assignments = await listRoleAssignments(it.arm, group, principalId);
    expect(assignments).toMatchObject([{ scope: group, createdAt: it.clock.now() }]);
    it.clock.add(10 * 60);
    expect(await codes(it, restore)).toEqual(['UserErrorNotEnoughPermissionOnTargetRG']);
    it.clock.add(5 * 60);
    expect(await codes(it, restore)).toEqual([]);
    await expect(given(it, group)).rejects.toThrow('already exists');
    await removeRoleAssignment(it.arm, assignments[0]?.id ?? resourceId(''));
    expect(await codes(it, restore)).toEqual(['UserErrorNotEnoughPermissionOnTargetRG']);
  });

  test('cannot be given where a person may only read', async () => {
    const failed = given(azureClient(), productionGroup('rg-readonly-weu'));
    await expect(failed).rejects.toMatchObject({
      facts: { missingAction: 'Microsoft.Authorization/roleAssignments/write' },
    });
  });

  test('of a Recovery Services vault is not one of a Backup vault', async () => {
    const { arm } = azureClient();
    const principalId = (await getBackupVault(arm, vaultId)).principalId ?? '';
    const roles = await listRoleAssignments(arm, productionGroup('rg-erp'), principalId);
    expect(roles).toEqual([]);
    expect(recoveryVault).not.toBe(vaultId);
  });
});

describe('a restore', () => {
  const started = async (
    { arm, clock }: AzureClient,
    restore: DiskRestore,
  ): Promise<ResourceId> => {
    const answer = await startDiskRestore(arm, restore, 'mine');
    if (answer.kind !== 'accepted' || answer.operation === null) throw new Error('not accepted');
    const { operation } = answer;
    expect(await pollDiskRestore(arm, restore.instanceId, operation)).toMatchObject({
      status: 'running',
    });
    clock.add(45);
    const state = await pollDiskRestore(arm, restore.instanceId, operation);
    if (state.status !== 'started' || state.jobId === null) throw new Error('no job');
    const address = operation.pollUrl.replace('operationStatus', 'operationResults');
    const byResult = { ...operation, pollUrl: address, pollKind: 'location' } as const;
    expect(await pollDiskRestore(arm, restore.instanceId, byResult)).toEqual(state);
    return resourceId(state.jobId);
  };

  test('makes a disk, by a job that tells no percent', async () => {
    const it = azureClient();
    const restore = restoreOfDisk(DATA_DISK);
    const jobId = await started(it, restore);
    const running = await getDiskJob(it.arm, jobId);
    expect(running).toMatchObject({
      status: 'inProgress',
      percent: null,
      isCancellable: false,
      restoredDiskId: restore.targetDiskId,
      instanceId: restore.instanceId,
      tasks: [{ name: 'Trigger Restore', status: 'inProgress' }],
    });
    expect(await codes(it, restore)).toEqual(['UserErrorSameNameDiskAlreadyExists']);
    it.clock.add(300);
    const [job] = await listDiskJobs(it.arm, vaultId);
    expect(job).toMatchObject({ id: jobId, status: 'completed', durationMs: 300_000 });
    const disk = await findDisk(it.arm, restore.targetDiskId);
    expect(disk).toMatchObject({ name: 'restored', machineId: null, sizeGiB: 126 });
  });

  test('whose role was taken after its validation fails as a job, with what to do', async () => {
    const it = azureClient();
    const restore = restoreOfDisk(DATA_DISK);
    expect(await codes(it, restore)).toEqual([]);
    const group = productionGroup('rg-app-prod');
    const principalId = (await getBackupVault(it.arm, vaultId)).principalId ?? '';
    const [held] = await listRoleAssignments(it.arm, group, principalId);
    await removeRoleAssignment(it.arm, held?.id ?? resourceId(''));
    const jobId = await started(it, restore);
    it.clock.add(300);
    const job = await getDiskJob(it.arm, jobId);
    expect(job.status).toBe('failed');
    expect(job.errors[0]?.code).toBe('UserErrorNotEnoughPermissionOnTargetRG');
    expect(job.errors[0]?.recommendations).toHaveLength(1);
    expect(await findDisk(it.arm, restore.targetDiskId)).toBeNull();
  });

  test.each(['job-fails', 'job-stalls'] as const)('can be made to go wrong: %s', async (kind) => {
    const it = azureClient();
    await breaks(it, 'diskRestores.trigger', { kind, task: 0 });
    const jobId = await started(it, restoreOfDisk(DATA_DISK)).catch(() => null);
    expect(jobId).not.toBeNull();
    it.clock.add(3600);
    const job = await getDiskJob(it.arm, resourceId(jobId ?? ''));
    expect(job.status).toBe(kind === 'job-fails' ? 'failed' : 'inProgress');
  });
});

describe('what is protected', () => {
  test('is listed over all Backup vaults, and read with its snapshot group', async () => {
    const { arm } = azureClient();
    const wanted = { filter: EVERY_DISK, order: DISKS_BY_NAME, start: { skip: 0 }, top: 10 };
    const page = await listDiskInstancePage(arm, wanted);
    expect(page.rows.map(({ friendlyName }) => friendlyName)).toEqual([
      DATA_DISK,
      'dc-hq-01_OsDisk',
      'fin-ledger-01_DataDisk_0',
      'shop-cart-01_DataDisk_0',
      'sql-erp-02_OsDisk',
    ]);
    const one = page.rows[0];
    expect(one).toMatchObject({ vaultId, region: 'westeurope', policyName: 'DiskDaily' });
    expect(await getDiskInstance(arm, resourceId(one?.id ?? ''))).toEqual(one);
    expect(one?.snapshotGroupId).toBe(productionGroup('rg-backup-weu'));
    const narrow = { ...EVERY_DISK, search: 'SQL', vaults: [vaultId], regions: ['westeurope'] };
    const found = await listDiskInstancePage(arm, { ...wanted, filter: narrow });
    expect(found.rows.map(({ friendlyName }) => friendlyName)).toEqual(['sql-erp-02_OsDisk']);
  });

  test('a vault says which identity it acts by, or that it has none', async () => {
    const { arm } = azureClient();
    const vaults = await listBackupVaults(arm);
    expect(vaults.map(({ name, principalId }) => [name, principalId !== null])).toEqual([
      ['bv-apps-eus2', true],
      ['bv-hq-neu', false],
      ['bv-prod-weu', true],
    ]);
    const vault = await getBackupVault(arm, vaultId);
    expect(vault).toEqual({ ...vaults[2], id: vault.id });
    expect(vault.id).toContain('/Backupvaults/');
  });

  test('its points go when their week is over', async () => {
    const { arm, clock, get } = azureClient();
    const { id } = instanceOfDisk(DATA_DISK);
    const points = await listDiskPoints(arm, resourceId(id));
    expect(points).toHaveLength(7);
    const oldest = points.at(-1);
    expect(oldest).toMatchObject({ kind: 'Incremental', isComplete: true });
    const one = () => get(`${oldest?.id ?? ''}?api-version=2024-04-01`);
    expect(await jsonOf(await one())).toMatchObject({ id: oldest?.id });
    clock.set(oldest?.expiresAt ?? 0);
    expect(await listDiskPoints(arm, resourceId(id))).toHaveLength(6);
    expect((await one()).status).toBe(404);
    const snapshots = await listSnapshots(arm, productionGroup('rg-backup-weu'));
    const own = snapshots.filter(
      ({ sourceDiskId }) => sourceDiskId === instanceOfDisk(DATA_DISK).sourceId,
    );
    expect(own).toHaveLength(6);
    expect(own.every(({ isIncremental }) => isIncremental)).toBe(true);
  });

  test('a disk says its machine, and a system disk its operating system', async () => {
    const { arm } = azureClient();
    const read = (disk: string) => findDisk(arm, resourceId(instanceOfDisk(disk).sourceId));
    expect(await read(DATA_DISK)).toMatchObject({ osType: null, encryptionSetId: null });
    expect(await read('sql-erp-02_OsDisk')).toMatchObject({ osType: 'Windows' });
    expect(await read('shop-cart-01_DataDisk_0')).toMatchObject({ encryptionSetId: shopKeys });
    expect((await read(DATA_DISK))?.machineId).toContain('/virtualMachines/app01');
    expect(await findDisk(arm, restoreOfDisk(DATA_DISK).targetDiskId)).toBeNull();
  });
});

describe('by queries', () => {
  /** The factories of queries about disks, against the simulated Azure. */
  let azure: TestAzure;
  let client: QueryClient;
  const wish = restoreOfDisk('app01_DataDisk_0');

  beforeEach(() => {
    provideJobSources({ of: async () => diskJobs, all: [] });
    azure = testAzure('default');
    startSession(testArm(azure.azure.fetch).arm);
    client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    // Whoever waits finds that the time has gone by.
    installWorldClock(azure.clock);
  });
  afterEach(() => installClock(machineClock));

  const read = <Data, Key extends QueryKey>(
    options: QueryExecuteOptions<Data, Error, Data, Data, Key>,
  ): Promise<Data> => client.query({ ...options, staleTime: 0 });

  test('lists and things are read under keys of their own', async () => {
    const page = await read(pageQuery(diskInstancePages(EVERY_DISK, DISKS_BY_NAME), 0));
    // With one that is deleted softly, which stands at the end.
    expect(page.total).toBe(6);
    expect(page.rows.map(({ deletion }) => deletion === null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(await read(diskInstanceQuery(page.rows[5]?.id ?? wish.instanceId))).toEqual(
      page.rows[5],
    );
    expect(await read(diskPointsQuery(page.rows[5]?.id ?? wish.instanceId))).toEqual([]);
    expect(await read(backupVaultsQuery())).toHaveLength(3);
    expect(await read(diskInstanceQuery(wish.instanceId))).toEqual(page.rows[0]);
    expect(await read(diskPointsQuery(wish.instanceId))).not.toHaveLength(0);
    expect(await read(foundDiskQuery(wish.targetDiskId))).toBeNull();
    expect(await read(snapshotsQuery(productionGroup('rg-backup-weu')))).toHaveLength(24);
  });

  test('a validation is waited for to its end', async () => {
    const stood = async (restore: typeof wish): Promise<unknown> => {
      await runDiskValidation(client, 'draft', { restore, restoreText: 'this' });
      return client.getQueryData(validationRunQuery('draft').queryKey);
    };
    const begun = azure.clock.now();
    expect(await stood(wish)).toMatchObject({ kind: 'done', problems: [] });
    expect(azure.clock.now() - begun).toBeGreaterThanOrEqual(150_000);
    const taken = restoreOfDisk('app01_DataDisk_0', { name: 'app01_OsDisk' });
    const problems = [{ code: 'UserErrorSameNameDiskAlreadyExists' }];
    expect(await stood(taken)).toMatchObject({ kind: 'done', problems });
  });

  test('a restore is followed to its job, and the job to its end', async () => {
    const started = await startDiskRestore(testArm(azure.azure.fetch).arm, wish, 'mine');
    if (started.kind !== 'accepted' || started.operation === null) throw new Error('not accepted');
    const query = acceptedDiskRestoreQuery(wish.instanceId, started.operation);
    expect(await read(query)).toMatchObject({ status: 'running' });
    azure.clock.add(60);
    const state = await read(query);
    if (state.status !== 'started' || state.jobId === null) throw new Error('no job');
    expect(await read(jobQuery(resourceId(state.jobId)))).toMatchObject({ status: 'inProgress' });
    azure.clock.add(300);
    expect(await read(jobQuery(resourceId(state.jobId)))).toMatchObject({ status: 'completed' });
    const jobs = await read(diskJobsQuery(vaultId));
    const name = state.jobId.split('/').at(-1);
    expect(jobs[0]).toMatchObject({ name, vaultName: 'bv-prod-weu' });
  });
});
