import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { findDisk, listSnapshots } from '#src/api/compute/disks.ts';
import {
  getDiskInstance,
  listDiskInstancePage,
  listDiskPoints,
} from '#src/api/data-protection/instances.ts';
import { getBackupVault, listBackupVaults } from '#src/api/data-protection/vaults.ts';
import { instanceOfDisk, productionGroup, restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { backupVaults } from '#src/mocks/world/worlds/default-disks.ts';
import { shopKeys } from '#src/mocks/world/worlds/default-estate.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What Backup vaults say of disks, read by the client from the simulated Azure (document 002). */

function world() {
  const it = testAzure('default');
  return { ...it, ...testArm(it.azure.fetch) };
}

const DATA_DISK = 'app01_DataDisk_0';
const vaultId = resourceId(backupVaults[0]?.id ?? '');

describe('what is protected', () => {
  test('is listed over all Backup vaults, and read with its snapshot group', async () => {
    const { arm } = world();
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
    const { arm } = world();
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
    const { arm, clock, get } = world();
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
    const { arm } = world();
    const read = (disk: string) => findDisk(arm, resourceId(instanceOfDisk(disk).sourceId));
    expect(await read(DATA_DISK)).toMatchObject({ osType: null, encryptionSetId: null });
    expect(await read('sql-erp-02_OsDisk')).toMatchObject({ osType: 'Windows' });
    expect(await read('shop-cart-01_DataDisk_0')).toMatchObject({ encryptionSetId: shopKeys });
    expect((await read(DATA_DISK))?.machineId).toContain('/virtualMachines/app01');
    expect(await findDisk(arm, restoreOfDisk(DATA_DISK).targetDiskId)).toBeNull();
  });
});
