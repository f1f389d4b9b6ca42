import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { testArm } from '#src/api/arm/testing.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { getProtectedItem, listInstancePage } from '#src/api/recovery-services/items.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { getVault } from '#src/api/recovery-services/vaults.ts';
import { queryGraph } from '#src/api/resource-graph/query.ts';
import {
  createResourceGroup,
  listResourceGroups,
  listSubscriptions,
} from '#src/api/resources/places.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { listStorageAccounts } from '#src/api/storage/accounts.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { nameOf, resourceId, sameId } from '#src/model/resource-id.ts';

const ALL = { filter: EVERYTHING, order: BY_NAME, start: { skip: 0 }, top: 1000 } as const;

/** Every function of the client against the simulated Azure. */

const sub = '00000000-0000-0000-0000-000000000000';
const world = (scenario: 'default' | 'document' | 'recorded' = 'default') => {
  const it = testAzure(scenario);
  return { ...it, ...testArm(it.azure.fetch) };
};

describe('what is in the world is read from it', () => {
  test('every protected item of the list is the item that is read alone, with its vault', async () => {
    const { arm } = world();
    const { rows: items } = await listInstancePage(arm, ALL);
    expect(items).toHaveLength(defaultWorld.instances.length);
    for (const item of items) {
      const { oldestPointAt, pointCount, ...alone } = await getProtectedItem(arm, item.id);
      expect(alone).toEqual({ ...item, region: null });
      const vault = await getVault(arm, item.vaultId);
      expect(vault).toMatchObject({ name: item.vaultName, subscriptionId: item.subscriptionId });
      const points = await listRecoveryPoints(arm, item.id);
      expect(points.map(({ name }) => name)).toEqual(
        defaultWorld.instances
          .find(({ id }) => sameId(id, item.id))
          ?.points.map(({ name }) => name),
      );
      expect(points[0]?.time ?? null).toBe(item.lastRecoveryPointAt);
      expect(points.at(-1)?.time ?? null).toBe(oldestPointAt);
      expect(points).toHaveLength(pointCount ?? -1);
    }
  });

  test('vaults say all that old ones do not', async () => {
    const { arm } = world();
    const facts = await Promise.all(
      defaultWorld.vaults.map(async ({ id }) => {
        const vault = await getVault(arm, resourceId(id));
        return [
          vault.name,
          vault.redundancy,
          vault.crossRegionRestore,
          vault.crossSubscriptionRestore,
        ];
      }),
    );
    expect(facts).toEqual([
      ['rsv-prod-weu', 'GRS', true, 'enabled'],
      ['rsv-hr-weu', 'LRS', false, 'disabled'],
      ['rsv-hq-neu', 'ZRS', false, 'permanentlyDisabled'],
      ['rsv-apps-eus2', 'GRS', false, null],
      ['rsv-shop-weu', 'ZRS', false, 'enabled'],
      ['testVault', 'GRS', false, 'enabled'],
    ]);
  });

  test('every machine is there with its disks, or gone', async () => {
    const { arm } = world();
    for (const seed of defaultWorld.machines) {
      const machine = await getMachine(arm, resourceId(seed.id));
      expect(machine === null).toBe(!seed.exists);
      const disks = machine?.disks ?? [];
      expect(disks.map(({ name }) => name)).toEqual(
        seed.exists ? seed.disks.map(({ name }) => name) : [],
      );
      const managed = disks.flatMap(({ managedDiskId }) => managedDiskId ?? []);
      expect(managed).toHaveLength(seed.isManaged ? disks.length : 0);
      const read = await Promise.all(managed.map((id) => getDisk(arm, id)));
      expect(read.every((disk) => disk.hasPrivateAccess === (seed.hasPrivateDisks === true))).toBe(
        true,
      );
    }
  });

  test('subscriptions, groups and accounts', async () => {
    const { arm } = world('document');
    expect(await listSubscriptions(arm)).toEqual([
      { id: sub, name: 'Documents example', tenantId: '72f988bf-0000-4000-a000-2d7cd011db47' },
    ]);
    expect((await listResourceGroups(arm, sub)).map(({ name }) => name)).toEqual([
      'testVaultRG',
      'testRG',
      'targetRG',
    ]);
    expect(await listStorageAccounts(arm, sub)).toMatchObject([
      {
        name: 'testAccount',
        region: 'westus',
        kind: 'StorageV2',
        redundancy: 'LRS',
        hasNetworkRules: false,
      },
      { name: 'testingAccount' },
    ]);
  });

  test('a group that is made twice is there once', async () => {
    const { arm } = world('document');
    const group = { subscriptionId: sub, name: 'rg-new', region: 'westus' };
    await createResourceGroup(arm, group);
    await createResourceGroup(arm, group);
    const names = (await listResourceGroups(arm, sub)).map(({ name }) => name);
    expect(names.filter((name) => name === 'rg-new')).toHaveLength(1);
  });
});

test('Resource Graph is read page by page', async () => {
  const { arm, sent } = world();
  const rows = await queryGraph(
    arm,
    z.looseObject({ name: z.string() }),
    "resources | where type =~ 'microsoft.recoveryservices/vaults' | project id, name | order by id asc",
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    defaultWorld.vaults.map(({ id }) => nameOf(id)).toSorted(),
  );
  expect(sent.every(({ method }) => method === 'POST')).toBe(true);
});
