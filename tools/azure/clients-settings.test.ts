import { expect, onTestFinished, test } from 'vitest';

import { corporate, production } from '#src/mocks/world/worlds/default-estate.ts';

import { clientsAt, fast, prodVault, testVault } from './testing-clients.ts';

/** A vault's settings, read and changed by Azure's own clients. */

const connected = clientsAt(onTestFinished);

test('the encryption of a vault is read', async () => {
  const { backup } = await connected();
  const { properties } = await backup.backupResourceEncryptionConfigs.get(...testVault);
  expect(properties).toMatchObject({ encryptionAtRestType: 'MicrosoftManaged' });
});

test('storage is read, patched with a 204, and put', async () => {
  const { backupResourceStorageConfigsNonCRR: storage } = (
    await connected({ subscription: production })
  ).backup;
  const isCrossRegion = async () =>
    (await storage.get(...prodVault)).properties?.crossRegionRestoreFlag;
  expect((await storage.get(...prodVault)).properties).toEqual({
    storageModelType: 'GeoRedundant',
    storageType: 'GeoRedundant',
    storageTypeState: 'Locked',
    crossRegionRestoreFlag: true,
  });
  let status = 0;
  await storage.patch(
    ...prodVault,
    { properties: { crossRegionRestoreFlag: false } },
    { onResponse: (answer) => (status = answer.status) },
  );
  expect([status, await isCrossRegion()]).toEqual([204, false]);
  const put = await storage.update(...prodVault, { properties: { crossRegionRestoreFlag: true } });
  expect(put.properties).toMatchObject({ crossRegionRestoreFlag: true });
  expect(await isCrossRegion()).toBe(true);
  const refused = storage.patch(...prodVault, { properties: { storageType: 'LocallyRedundant' } });
  await expect(refused).rejects.toMatchObject({ statusCode: 400 });
});

test('protection is read, patched and put, and left on where it always is', async () => {
  const { backupResourceVaultConfigs: protection } = (await connected()).backup;
  expect((await protection.get(...testVault)).properties).toEqual({
    softDeleteFeatureState: 'Enabled',
    softDeleteRetentionPeriodInDays: 14,
    enhancedSecurityState: 'Enabled',
    isSoftDeleteFeatureStateEditable: true,
  });
  const change = (days: number) => ({ properties: { softDeleteRetentionPeriodInDays: days } });
  const patched = await protection.update(...testVault, change(30));
  expect(patched.properties).toMatchObject({ softDeleteRetentionPeriodInDays: 30 });
  await protection.put(...testVault, change(60));
  expect((await protection.get(...testVault)).properties).toMatchObject({
    softDeleteRetentionPeriodInDays: 60,
  });
  const off = { properties: { softDeleteFeatureState: 'Disabled' } };
  const { backup } = await connected({ subscription: corporate });
  const refused = backup.backupResourceVaultConfigs.update('rsv-hq-neu', 'rg-backup-neu', off);
  await expect(refused).rejects.toMatchObject({ statusCode: 400 });
});

test('Cross Subscription Restore is turned off by the vault client’s own poller', async () => {
  const { vaults } = (await connected({ speed: fast, subscription: production })).vaults;
  await vaults.update('rg-backup-weu', 'rsv-prod-weu', {
    properties: {
      restoreSettings: {
        crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
      },
    },
  });
  expect((await vaults.get('rg-backup-weu', 'rsv-prod-weu')).properties).toMatchObject({
    restoreSettings: {
      crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
    },
  });
});
