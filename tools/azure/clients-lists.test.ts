import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';

import { production } from '#src/mocks/world/worlds/default-estate.ts';

import { clientsAt, onlyMachines, prodVault, read, sourceOf } from './testing-clients.ts';

/** What Azure's own clients read of the served simulated Azure. */

const connected = clientsAt(onTestFinished);

const rowsWire = z.array(z.unknown());
const sizes = (pages: readonly (readonly unknown[])[]) => pages.map(({ length }) => length);
const testItem = sourceOf('testVM').item;

describe('lists, page by page', () => {
  test('vaults, and one of them', async () => {
    const { vaults } = (await connected({ pageSize: 1, subscription: production })).vaults;
    const pages = await read(vaults.listBySubscriptionId().byPage());
    expect(sizes(pages)).toEqual([1, 1, 1]);
    expect(pages.flat().map(({ name }) => name)).toEqual([
      'rsv-prod-weu',
      'rsv-hr-weu',
      'rsv-shop-weu',
    ]);
    const group = await read(vaults.listByResourceGroup('rg-hr').byPage());
    expect(group.flat().map(({ name }) => name)).toEqual(['rsv-hr-weu']);
    expect(await vaults.get('rg-backup-weu', 'rsv-prod-weu')).toMatchObject({
      name: 'rsv-prod-weu',
      location: 'westeurope',
      properties: { provisioningState: 'Succeeded' },
    });
  });

  test('protected items, and one of them', async () => {
    const { backup } = await connected({ pageSize: 2, subscription: production });
    const pages = await read(backup.backupProtectedItems.list(...prodVault, onlyMachines).byPage());
    expect(sizes(pages)).toEqual([2, 2, 2, 2, 2]);
    expect(pages[0]?.[0]?.properties).toMatchObject({
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      friendlyName: 'app01',
    });
    const here = await connected();
    const one = await here.backup.protectedItems.get(...testItem);
    expect(one.properties).toMatchObject({ friendlyName: 'testVM', extendedInfo: {} });
  });

  test('recovery points, and one of them', async () => {
    const { recoveryPoints } = (await connected({ pageSize: 10 })).backup;
    const pages = await read(recoveryPoints.list(...testItem).byPage());
    expect(sizes(pages)).toEqual([10, 10, 10, 1]);
    const one = await recoveryPoints.get(...testItem, '20982486783671');
    expect(pages.flat().map(({ name }) => name)).toContain(one.name);
    expect(one.properties).toMatchObject({
      objectType: 'IaasVMRecoveryPoint',
      recoveryPointTierDetails: [{ status: 'Valid' }, { status: 'Valid' }],
    });
    const filter = "startDate eq '2025-06-04 12:00:00 AM' and endDate eq '2025-06-04 11:59:59 PM'";
    expect((await read(recoveryPoints.list(...testItem, { filter }).byPage())).flat()).toHaveLength(
      1,
    );
  });

  test('jobs, and one of them with its details', async () => {
    const { backup } = await connected({ pageSize: 10, subscription: production });
    const pages = await read(backup.backupJobs.list(...prodVault, onlyMachines).byPage());
    expect(pages.length).toBeGreaterThan(1);
    const names = pages.flat().map(({ name }) => name ?? '');
    expect(new Set(names).size).toBe(names.length);
    const one = await backup.jobDetails.get(...prodVault, names[0] ?? '');
    expect(one).toMatchObject({
      name: names[0],
      properties: { jobType: 'AzureIaaSVMJob' },
    });
    expect(one.properties).toHaveProperty('extendedInfo.tasksList');
  });

  test('rows of Resource Graph, by its own token', async () => {
    const { graph } = await connected();
    const query = 'resources | project id, type | order by id asc';
    const rows: unknown[] = [];
    let skipToken: string | undefined;
    do {
      const page = await graph.resources({ query, options: { top: 3, skipToken } });
      expect(page.count).toBeLessThanOrEqual(3);
      rows.push(...rowsWire.parse(page.data));
      skipToken = page.skipToken;
    } while (skipToken !== undefined);
    const whole = await graph.resources({ query });
    expect(rows).toEqual(whole.data);
    expect(rows.length).toBeGreaterThan(3);
  });
});

test('Resource Graph is as far behind as --graph-lag says', async () => {
  const { backup, graph, step } = await connected({
    subscription: production,
    graphLagSeconds: 600,
  });
  const query =
    "resources | where name == 'rsv-prod-weu' | project s = properties.redundancySettings.crossRegionRestore";
  const off = { properties: { crossRegionRestoreFlag: false } };
  await backup.backupResourceStorageConfigsNonCRR.patch(...prodVault, off);
  expect((await graph.resources({ query })).data).toEqual([{ s: 'Enabled' }]);
  await step(600_000);
  expect((await graph.resources({ query })).data).toEqual([{ s: 'Disabled' }]);
});

test('what is not there, and what is not understood, is an error of the SDK with Azure’s code', async () => {
  const { backup, graph } = await connected();
  await expect(backup.recoveryPoints.get(...testItem, '1')).rejects.toMatchObject({
    statusCode: 404,
  });
  await expect(
    read(backup.backupProtectedItems.list('nobody', 'testVaultRG', onlyMachines).byPage()),
  ).rejects.toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
  await expect(
    graph.resources({ query: 'resources | mv-expand properties' }),
  ).rejects.toMatchObject({ statusCode: 400, code: 'BadRequest' });
});

/**
 * The SDK has no operation of a cross-region restore, of its token or of its jobs. Told another
 * version, it reads what is replicated: the version picks the plane (azure-contract §9).
 */
test('the secondary region: items and points are read with its version', async () => {
  const { backup } = await connected({ subscription: production, apiVersion: '2023-01-15' });
  const items = await read(backup.backupProtectedItems.list(...prodVault, onlyMachines).byPage());
  expect(items.flat().map(({ properties }) => properties)).toContainEqual(
    expect.objectContaining({ friendlyName: 'old-crm-01' }),
  );
  const { item } = sourceOf('app01');
  const there = await read(backup.recoveryPoints.list(...item).byPage());
  expect(there.flat()).toHaveLength(29);
  const one = await backup.recoveryPoints.get(...item, there[0]?.[0]?.name ?? '');
  expect(one.properties).toMatchObject({
    recoveryPointTierDetails: [{ type: 'HardenedRP', status: 'Valid' }],
  });
  await expect(
    read(backup.backupProtectedItems.list('rsv-hr-weu', 'rg-hr', onlyMachines).byPage()),
  ).rejects.toMatchObject({
    statusCode: 400,
    code: 'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault',
  });
});
