import { expect } from 'playwright/test';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { expectAccessible } from './drivers/a11y.ts';
import { expectHint } from './drivers/configuration.ts';
import { test } from './fixtures.ts';

/** The staging location: every account is listed, and those that will not do say why. */

const refused: readonly (readonly [Source, string, string])[] = [
  [sources.webFe, 'stprodweuzrs (ZRS)', 'Zone-redundant accounts can’t be used.'],
  [sources.webFe, 'stprodweublob (LRS)', 'Blob'],
  [sources.webFe, 'stprodweuprem (LRS)', 'remium'],
  [sources.app01, 'stprodweupremfw (LRS)', 'network rules'],
  [sources.webFe, 'stprodneu01 (LRS)', 'region'],
];

for (const [source, account, rule] of refused) {
  test(`${account} does not do for ${source.machine}`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, explanation, keyboard } = screens;
    await configure(screens, source);
    await configuration.chooseType('Restore disks');
    const list = await configuration.staging();
    await keyboard.choose(list, configuration.entry(account));
    await expect(explanation.ofEntry(account)).toBeVisible();
    await explanation.expectSays({ rule, fact: '', source: '30 Nov 2024' });
  });
}

const usable = [
  [sources.app01, 'stprodweuprem (LRS)'],
  [sources.webFe, 'stprodweu02 (GRS)'],
  [sources.webFe, 'stprodweufw (LRS)'],
] as const;
for (const [source, account] of usable) {
  test(`${account} does for ${source.machine}`, async ({ app, azure }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard } = screens;
    await configure(screens, source);
    await wizard.fillTarget({ group: 'rg-restore-weu', staging: account });
    await wizard.next('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  });
}

/** Another availability zone: when it is offered, what is filled in, and what a zone that is down does. */

const beside = {
  name: 'shop-db-02',
  group: 'rg-restore-weu',
  network: 'vnet-prod-weu',
  staging: 'stprodweu01 (LRS)',
} as const;

test('the zone of the machine is filled in, and another reaches the request', async ({
  app,
  azure,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.shopDb);
  await configuration.fillNewMachine(beside);
  const zone = configuration.list('Availability Zone');
  await expect(zone).toHaveText('Zone 1');
  await expect
    .poll(async () => configuration.entries('Availability Zone'))
    .toEqual(['Zone 1', 'Zone 2', 'Zone 3']);
  await configuration.choose('Availability Zone', 'Zone 3');
  await expectAccessible(page, 'another zone');
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([{ body: { properties: { zones: ['3'] } } }]);
});

const hidden: readonly (readonly [Source, string])[] = [
  [sources.shopDbNew, 'the point has a snapshot too'],
  [sources.shopCart, 'the machine is encrypted'],
  [sources.app01, 'the vault is not zone-redundant'],
  [sources.webFe, 'the source VM isn’t pinned to a zone'],
];
for (const [source, why] of hidden) {
  test(`no zone is offered for ${source.machine}: ${why}`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, wizard } = screens;
    await configure(screens, source);
    await configuration.chooseType('Create new virtual machine');
    await wizard.answers.unfoldHidden();
    await expect(wizard.answers.whyNo('Availability Zone')).toBeVisible();
    await expect(configuration.list('Availability Zone')).toHaveCount(0);
  });
}

test('says which place the number means in another subscription', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, shell } = screens;
  await configure(screens, sources.shopDb);
  await configuration.chooseType('Create new virtual machine');
  await configuration.choose('Subscription', 'Contoso Corporate');
  await configuration.name().fill('shop-db-02');
  await configuration.choose('Resource group', 'rg-dr-weu');
  await configuration.choose('Virtual network', 'vnet-dr-weu');
  await configuration.choose('Staging Location', 'stcorpdrweu01 (LRS)');
  await expectHint(
    configuration.list('Availability Zone'),
    'Zone 2 in the target subscription is zone 1 in the source subscription.',
  );
  await wizard.next('review');
  await shell.expectText(
    'In another subscription, the same zone number can mean another physical location.',
  );
});

test('a zone that is down takes no machine, and another one does', async ({
  app,
  azure,
  troubles,
}) => {
  troubles.expectRefusals();
  const screens = await app.open('/instances', 'zone-down');
  const { wizard, configuration } = screens;
  await configure(screens, sources.shopDb);
  await configuration.fillNewMachine(beside);
  await configuration.aboutMachine().click();
  await configuration.choose('Is its zone or region down?', 'Its availability zone is down');
  await wizard.tryNext();
  await expectHint(
    configuration.list('Availability Zone'),
    'The VM’s zone is unavailable, so the VM can’t be restored there.',
  );
  await configuration.choose('Availability Zone', 'Zone 2');
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([{ body: { properties: { zones: ['2'] } } }]);
});

test('Azure refuses a zone that is down without an earlier warning', async ({
  app,
  azure,
  troubles,
}) => {
  troubles.expectRefusals();
  const screens = await app.open('/instances', 'zone-down');
  const { shell, wizard, configuration } = screens;
  await configure(screens, sources.shopDb);
  await configuration.fillNewMachine(beside);
  await wizard.next('review');
  await wizard.restore();
  await shell.expectText('Availability zone 1 of westeurope is unavailable.');
  expect(await azure.accepted()).toEqual([]);
});

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
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodweufw (LRS)' });
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

test('a user’s identity does not get through them, and in other letter case it is the same one', async ({
  app,
  azure,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, explanation } = screens;
  await configure(screens, sources.webFe);
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodweufw (LRS)' });
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
});

for (const source of [sources.legacyImg, sources.classicCrm]) {
  test(`${source.machine} is asked for no identity`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration } = screens;
    await configure(screens, source);
    await configuration.chooseType('Restore disks');
    await expect(await configuration.staging()).toBeVisible();
    await expect(configuration.identity('System-assigned')).toHaveCount(0);
  });
}

test('an identity that the vault has not is refused with its reason', async ({ app }) => {
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
});
