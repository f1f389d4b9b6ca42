import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { listSecondaryItems } from '#src/api/recovery-services/protected-items/ops.ts';
import {
  changeStorageConfig,
  changeVaultConfig,
  getStorageConfig,
  getVaultConfig,
  putStorageConfig,
  putVaultConfig,
} from '#src/api/recovery-services/vaults/config.ts';
import { getVault } from '#src/api/recovery-services/vaults/ops.ts';
import { toStorageConfig, toVaultConfig } from '#src/api/recovery-services/vaults/map-config.ts';
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

describe('storage', () => {
  test('says how it is, and that its redundancy is locked once something is protected', async () => {
    const { arm } = world();
    const redundancy = { redundancy: 'GRS', crossRegionRestore: true };
    expect(await getStorageConfig(arm, resourceId(prodVault))).toEqual({
      ...redundancy,
      isLocked: true,
    });
    expect(await getStorageConfig(arm, empty)).toEqual({ ...redundancy, isLocked: false });
  });

  test('cross-region restore is turned on, seen by the vault and by its secondary region, and off', async () => {
    const { arm, store } = world();
    const vault = resourceId(appsVault);
    await expect(listSecondaryItems(arm, vault)).rejects.toThrow('not enabled');
    await changeStorageConfig(arm, vault, { crossRegionRestore: true });
    expect((await store.read(0)).map(({ event }) => event.type)).toEqual(['vault-configured']);
    expect(await getStorageConfig(arm, vault)).toMatchObject({ crossRegionRestore: true });
    expect((await getVault(arm, vault)).crossRegionRestore).toBe(true);
    expect(await listSecondaryItems(arm, vault)).not.toEqual([]);
    const off = await putStorageConfig(arm, vault, {
      redundancy: 'GRS',
      crossRegionRestore: false,
    });
    expect(off).toEqual({ redundancy: 'GRS', crossRegionRestore: false, isLocked: true });
    await expect(listSecondaryItems(arm, vault)).rejects.toThrow('not enabled');
  });

  test('another redundancy: only while nothing is protected, and it takes the feature with it', async () => {
    const { arm } = world();
    await changeStorageConfig(arm, empty, { redundancy: 'LRS' });
    expect(await getStorageConfig(arm, empty)).toMatchObject({
      redundancy: 'LRS',
      crossRegionRestore: false,
    });
    expect((await getVault(arm, empty)).redundancy).toBe('LRS');
    const locked = changeStorageConfig(arm, resourceId(prodVault), { redundancy: 'LRS' });
    await expect(locked).rejects.toThrow('cannot be changed');
    const local = changeStorageConfig(arm, resourceId(hrVault), { crossRegionRestore: true });
    await expect(local).rejects.toThrow('geo-redundant');
  });
});

describe('protection', () => {
  test('is changed in part or whole, and seen later', async () => {
    const { arm } = world();
    expect(await getVaultConfig(arm, empty)).toEqual({
      softDelete: 'enabled',
      softDeleteDays: 14,
      enhancedSecurity: 'enabled',
      isSoftDeleteEditable: true,
    });
    const changed = await changeVaultConfig(arm, empty, { softDeleteDays: 30 });
    expect(changed).toMatchObject({ softDelete: 'enabled', softDeleteDays: 30 });
    const config = {
      softDelete: 'disabled',
      softDeleteDays: 14,
      enhancedSecurity: 'disabled',
    } as const;
    await putVaultConfig(arm, empty, config);
    expect(await getVaultConfig(arm, empty)).toMatchObject(config);
    expect(await getVaultConfig(arm, resourceId(prodVault))).toMatchObject({
      softDelete: 'enabled',
    });
  });

  test('what is always on stays on', async () => {
    const { arm } = world();
    const always = await changeVaultConfig(arm, empty, { softDelete: 'alwaysOn' });
    expect(always.isSoftDeleteEditable).toBe(false);
    const off = changeVaultConfig(arm, empty, { softDelete: 'disabled' });
    await expect(off).rejects.toThrow('cannot be turned off');
    await expect(changeVaultConfig(arm, empty, { softDeleteDays: 5 })).rejects.toThrow(
      'not a vault',
    );
  });
});

test('who may only look at the group may change neither', async () => {
  const { seed, ...origin } = originOf('default');
  const groups = seed.groups.map((group) => ({ ...group, isReadOnly: true as const }));
  const { arm } = testArm(testAzure({ ...origin, seed: { ...seed, groups } }).azure.fetch);
  const vault = resourceId(prodVault);
  const storage = changeStorageConfig(arm, vault, { crossRegionRestore: false });
  await expect(storage).rejects.toThrow('/storageConfig/write');
  const config = changeVaultConfig(arm, vault, { softDeleteDays: 20 });
  await expect(config).rejects.toThrow('/vaultconfig/write');
});

test('a configuration that leaves everything out says nothing', () => {
  const nothing = { redundancy: null, crossRegionRestore: false, isLocked: null };
  expect(toStorageConfig({})).toEqual(nothing);
  expect(toStorageConfig({ properties: { storageType: 'Invalid' } })).toEqual(nothing);
  expect(toVaultConfig({ properties: { enhancedSecurityState: 'AlwaysON' } })).toEqual({
    softDelete: null,
    softDeleteDays: null,
    enhancedSecurity: 'alwaysOn',
    isSoftDeleteEditable: null,
  });
});
