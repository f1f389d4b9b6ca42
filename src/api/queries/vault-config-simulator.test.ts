import { describe, expect, test } from 'vitest';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send, sendFor } from '#src/api/arm/send.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listSecondaryItems } from '#src/api/recovery-services/items.ts';
import { getVault } from '#src/api/recovery-services/vaults.ts';
import {
  storageConfigWire,
  type StorageConfigWire,
  vaultConfigWire,
  type VaultConfigWire,
} from '#src/mocks/recovery-services/vaults-config.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { appsVault, hrVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The configuration of vaults by the client, against the simulated Azure. */

const empty = resourceId(`${prodVault}-empty`);

function world() {
  const { seed, ...origin } = originOf('default');
  const [first] = seed.vaults;
  const vaults = first === undefined ? [] : [...seed.vaults, { ...first, id: empty }];
  const it = testAzure({ ...origin, seed: { ...seed, vaults } });
  return { ...it, ...testArm(it.azure.fetch) };
}

const storageOf = (vault: string): string =>
  `${vault}/backupstorageconfig/vaultstorageconfig?api-version=2024-04-01`;
const protectionOf = (vault: string): string =>
  `${vault}/backupconfig/vaultconfig?api-version=2024-04-01`;

async function storage(arm: ArmPipelines, vault: string) {
  const url = storageOf(vault);
  return (await sendFor(arm, storageConfigWire, { method: 'GET', url })).properties;
}

async function changeStorage(
  arm: ArmPipelines,
  vault: string,
  properties: StorageConfigWire['properties'],
) {
  await send(arm, { method: 'PATCH', url: storageOf(vault), body: { properties } });
}

async function protection(arm: ArmPipelines, vault: string) {
  const url = protectionOf(vault);
  return (await sendFor(arm, vaultConfigWire, { method: 'GET', url })).properties;
}

async function changeProtection(
  arm: ArmPipelines,
  vault: string,
  properties: VaultConfigWire['properties'],
) {
  const request = { method: 'PATCH', url: protectionOf(vault), body: { properties } } as const;
  return (await sendFor(arm, vaultConfigWire, request)).properties;
}

describe('storage', () => {
  test('says how it is, and that its redundancy is locked once something is protected', async () => {
    const { arm } = world();
    const redundancy = { storageType: 'GeoRedundant', crossRegionRestoreFlag: true };
    expect(await storage(arm, prodVault)).toMatchObject({
      ...redundancy,
      storageTypeState: 'Locked',
    });
    expect(await storage(arm, empty)).toMatchObject({
      ...redundancy,
      storageTypeState: 'Unlocked',
    });
  });

  test('cross-region restore is turned on, seen by the vault and by its secondary region, and off', async () => {
    const { arm, store } = world();
    const vault = resourceId(appsVault);
    await expect(listSecondaryItems(arm, vault)).rejects.toThrow('not enabled');
    await changeStorage(arm, vault, { crossRegionRestoreFlag: true });
    expect((await store.read(0)).map(({ event }) => event.type)).toEqual(['vault-configured']);
    expect(await storage(arm, vault)).toMatchObject({ crossRegionRestoreFlag: true });
    expect((await getVault(arm, vault)).crossRegionRestore).toBe(true);
    expect(await listSecondaryItems(arm, vault)).not.toEqual([]);
    const properties = { storageType: 'GeoRedundant', crossRegionRestoreFlag: false };
    const put = { method: 'PUT', url: storageOf(vault), body: { properties } } as const;
    const off = await sendFor(arm, storageConfigWire, put);
    expect(off.properties).toMatchObject({ ...properties, storageTypeState: 'Locked' });
    await expect(listSecondaryItems(arm, vault)).rejects.toThrow('not enabled');
  });

  test('another redundancy: only while nothing is protected, and it takes the feature with it', async () => {
    const { arm } = world();
    const local = { storageType: 'LocallyRedundant' };
    await changeStorage(arm, empty, local);
    const now = await storage(arm, empty);
    expect(now).toMatchObject(local);
    expect(now?.crossRegionRestoreFlag ?? false).toBe(false);
    expect((await getVault(arm, empty)).redundancy).toBe('LRS');
    await expect(changeStorage(arm, prodVault, local)).rejects.toThrow('cannot be changed');
    const on = changeStorage(arm, hrVault, { crossRegionRestoreFlag: true });
    await expect(on).rejects.toThrow('geo-redundant');
  });
});

describe('protection', () => {
  test('is changed in part or whole, and seen later', async () => {
    const { arm } = world();
    expect(await protection(arm, empty)).toMatchObject({
      softDeleteFeatureState: 'Enabled',
      softDeleteRetentionPeriodInDays: 14,
      enhancedSecurityState: 'Enabled',
      isSoftDeleteFeatureStateEditable: true,
    });
    const changed = await changeProtection(arm, empty, { softDeleteRetentionPeriodInDays: 30 });
    expect(changed).toMatchObject({
      softDeleteFeatureState: 'Enabled',
      softDeleteRetentionPeriodInDays: 30,
    });
    const properties = {
      softDeleteFeatureState: 'Disabled',
      softDeleteRetentionPeriodInDays: 14,
      enhancedSecurityState: 'Disabled',
    };
    await send(arm, { method: 'PUT', url: protectionOf(empty), body: { properties } });
    expect(await protection(arm, empty)).toMatchObject(properties);
    expect(await protection(arm, prodVault)).toMatchObject({ softDeleteFeatureState: 'Enabled' });
  });

  test('what is always on stays on', async () => {
    const { arm } = world();
    const always = await changeProtection(arm, empty, { softDeleteFeatureState: 'AlwaysON' });
    expect(always?.isSoftDeleteFeatureStateEditable).toBe(false);
    const off = changeProtection(arm, empty, { softDeleteFeatureState: 'Disabled' });
    await expect(off).rejects.toThrow('cannot be turned off');
    const short = changeProtection(arm, empty, { softDeleteRetentionPeriodInDays: 5 });
    await expect(short).rejects.toThrow('not a vault');
  });
});

test('who may only look at the group may change neither', async () => {
  const { seed, ...origin } = originOf('default');
  const groups = seed.groups.map((group) => ({ ...group, isReadOnly: true as const }));
  const { arm } = testArm(testAzure({ ...origin, seed: { ...seed, groups } }).azure.fetch);
  await expect(changeStorage(arm, prodVault, { crossRegionRestoreFlag: false })).rejects.toThrow(
    '/storageConfig/write',
  );
  const config = changeProtection(arm, prodVault, { softDeleteRetentionPeriodInDays: 20 });
  await expect(config).rejects.toThrow('/vaultconfig/write');
});
