import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** The vault's identity in place of the account's key. */

const account =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-restore-weu/providers/Microsoft.Storage/storageAccounts/';
const identity =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourcegroups/rg-backup-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-restore-weu';

test('the system’s identity gets through the network rules of an account', async ({
  app,
  azure,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Resource group', 'rg-restore-weu');
  await configuration.choose('Staging Location', 'stprodweufw (LRS)');
  await configuration.identity('System-assigned').check();
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([
    {
      body: {
        properties: {
          identityInfo: { isSystemAssignedIdentity: true },
          identityBasedRestoreDetails: { targetStorageAccountId: `${account}stprodweufw` },
        },
      },
    },
  ]);
});

test(
  'a user’s identity does not get through them, and in other letter case it is the same one',
  { tag: MATRIX },
  async ({ app, azure, page }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration, explanation } = screens;
    await configure(screens, sources.webFe);
    await configuration.chooseType('Restore disks');
    await configuration.choose('Resource group', 'rg-restore-weu');
    await configuration.choose('Staging Location', 'stprodweufw (LRS)');
    const own = configuration.identity('User-assigned');
    await expect(own).toHaveAttribute('aria-disabled', 'true');
    await explanation.why('User-assigned').click();
    await explanation.expectSays({ rule: 'network rules', fact: 'network rules', source: '2024' });
    await expectAccessible(page, 'an identity behind network rules');
    await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
    await own.check();
    await configuration.identityId().fill(identity.toUpperCase());
    await wizard.next('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  },
);

for (const source of [sources.legacyImg, sources.classicCrm]) {
  test(`${source.machine} is asked for no identity`, { tag: MATRIX }, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration } = screens;
    await configure(screens, source);
    await configuration.chooseType('Restore disks');
    await expect(configuration.list('Staging Location')).toBeVisible();
    await expect(configuration.identity('System-assigned')).toHaveCount(0);
  });
}

test(
  'an identity that the vault has not is refused with its reason',
  { tag: MATRIX },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, explanation } = screens;
    await configure(screens, sources.hrDb);
    await configuration.chooseType('Restore disks');
    await explanation.why('System-assigned').click();
    await explanation.expectSays({
      rule: 'The vault doesn’t have this identity.',
      fact: 'Identities of the vault: none',
      source: 'Restore VMs with managed identities, 30 Nov 2024',
    });
  },
);
