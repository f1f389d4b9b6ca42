import { describe, expect, test } from 'vitest';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { grantRole, listRoleAssignments, removeRoleAssignment } from '#src/api/authorization.ts';
import { findDisk } from '#src/api/compute/disks.ts';
import { getBackupVault } from '#src/api/data-protection/vaults.ts';
import { getDiskJob, listDiskJobs } from '#src/api/data-protection/jobs.ts';
import {
  type DiskRestore,
  pollDiskRestore,
  pollDiskValidation,
  startDiskRestore,
  startDiskValidation,
} from '#src/api/data-protection/restores.ts';
import { instanceOfDisk, productionGroup, restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { snapshotIdOf } from '#src/mocks/world/ids.ts';
import { prodVault as recoveryVault } from '#src/mocks/world/worlds/default-estate.ts';
import { backupVaults } from '#src/mocks/world/worlds/default-disks.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** Disks of Backup vaults by the client, against the simulated Azure (document 002). */

function world() {
  const it = testAzure('default');
  return { ...it, ...testArm(it.azure.fetch) };
}
type World = TestAzure & { readonly arm: ArmPipelines };

const DATA_DISK = 'app01_DataDisk_0';
const vaultId = resourceId(backupVaults[0]?.id ?? '');

/** What validation says: the codes of what it found. */
async function codes({ arm, clock }: World, restore: DiskRestore): Promise<readonly string[]> {
  const started = await startDiskValidation(arm, restore);
  if (started?.status !== 'running') throw new Error('not a running validation');
  clock.add(149);
  expect(await pollDiskValidation(arm, started.next)).toMatchObject({ status: 'running' });
  clock.add(1);
  const done = await pollDiskValidation(arm, started.next);
  return done.status === 'done' ? done.problems.map(({ code }) => code) : ['still running'];
}

const remove = ({ azure, clock }: World, id: string) =>
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
    expect(await codes(world(), restore)).toEqual(expected);
  });

  test('finds no right to read the key', async () => {
    const it = world();
    const { sourceId } = instanceOfDisk('fin-ledger-01_DataDisk_0');
    const group = resourceId(
      sourceId.slice(0, sourceId.indexOf('/providers/')).replace('rg-finance', 'rg-restore-eus2'),
    );
    const restore = restoreOfDisk('fin-ledger-01_DataDisk_0', { group });
    expect(await codes(it, restore)).toEqual(['UserErrorMSIPermissionsNotPresentOnDES']);
  });

  test('finds roles taken and snapshots removed since', async () => {
    const it = world();
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
    const { arm } = world();
    const ask = (restore: DiskRestore) => startDiskValidation(arm, restore);
    await expect(ask(restoreOfDisk(DATA_DISK, { name: '-a' }))).rejects.toThrow(
      'not the name of a disk',
    );
    const none = { ...restoreOfDisk(DATA_DISK), recoveryPointId: 'none' };
    await expect(ask(none)).rejects.toThrow('was not found');
  });
});

describe('a role', () => {
  const given = async ({ arm }: World, group: ResourceId) => {
    const principalId = (await getBackupVault(arm, vaultId)).principalId ?? '';
    await grantRole(arm, { scope: group, role: 'diskRestoreOperator', principalId });
    return principalId;
  };

  test('that is given shows at once and counts about 15 minutes later', async () => {
    const it = world();
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
    const failed = given(world(), productionGroup('rg-readonly-weu'));
    await expect(failed).rejects.toMatchObject({
      facts: { missingAction: 'Microsoft.Authorization/roleAssignments/write' },
    });
  });

  test('of a Recovery Services vault is not one of a Backup vault', async () => {
    const { arm } = world();
    const principalId = (await getBackupVault(arm, vaultId)).principalId ?? '';
    const roles = await listRoleAssignments(arm, productionGroup('rg-erp'), principalId);
    expect(roles).toEqual([]);
    expect(recoveryVault).not.toBe(vaultId);
  });
});

describe('a restore', () => {
  const started = async ({ arm, clock }: World, restore: DiskRestore): Promise<ResourceId> => {
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
    const it = world();
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
    const it = world();
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
    const it = world();
    const fault = { id: kind, match: {}, times: 1, effect: { kind, task: 0 } };
    await it.azure.append([{ type: 'fault-added', at: it.clock.now(), fault }]);
    const jobId = await started(it, restoreOfDisk(DATA_DISK)).catch(() => null);
    expect(jobId).not.toBeNull();
    it.clock.add(3600);
    const job = await getDiskJob(it.arm, resourceId(jobId ?? ''));
    expect(job.status).toBe(kind === 'job-fails' ? 'failed' : 'inProgress');
  });
});
