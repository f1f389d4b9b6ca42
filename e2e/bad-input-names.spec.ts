import { expect } from 'playwright/test';
import { expectRefused } from './drivers/configuration.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import type { Screens } from './drivers/screens.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { type App, test } from './fixtures.ts';

/** Names and ids that Azure would refuse are refused at their field, and nothing else is lost. */

/** A new VM beside app01 at Configuration, filled in but for what is to be typed. */
async function atConfiguration(app: App, name: string = app01Beside.name): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  await configure(screens, sources.app01);
  await screens.configuration.fillNewMachine({ ...app01Beside, name });
  return screens;
}

const edges = 'A VM name starts with a letter or digit and doesn’t end with a period or hyphen.';
const characters =
  'A VM name can contain only letters a to z, digits, periods, underscores, and hyphens.';
const blanks = 'Remove the spaces before or after the name.';

const badMachineNames = [
  ['', 'Enter a name for the new VM.'],
  ['x'.repeat(65), 'A VM name can have at most 64 characters.'],
  ['app 01', characters],
  ['app01/night', characters],
  ['äpp01', characters],
  ['-app01', edges],
  ['app01.', edges],
  [' app01-night', blanks],
  ['app01-night ', blanks],
  ['sql-erp-02', 'The subscription already has a VM with this name. Enter another name.'],
  ['SQL-ERP-02', 'The subscription already has a VM with this name. Enter another name.'],
] as const;

test('names that no machine can have are refused at the field', async ({ app, azure }) => {
  const { wizard, configuration } = await atConfiguration(app, 'x');
  for (const [name, why] of badMachineNames) {
    await configuration.name().fill(name);
    await wizard.tryNext();
    await expectRefused(configuration.name(), why);
    await wizard.expectStep('configuration');
    await expect(wizard.refused.summary()).toBeFocused();
    await expect(configuration.name()).toHaveValue(name);
  }
  await expect(configuration.list('Staging Location')).toHaveText(app01Beside.staging);
  await configuration.name().fill('x'.repeat(64));
  await expect(configuration.name()).not.toHaveAttribute('aria-invalid', 'true');
  await wizard.next('review');
  expect(azure.sent()).toHaveLength(0);
});

const badGroupNames = [
  ['', 'Select a resource group for the VM, or name a new one.'],
  ['rg-rescue.', 'A resource group name can’t end with a period.'],
  [
    'rg rescue',
    'A resource group name can contain only letters, digits, periods, underscores, hyphens, and parentheses',
  ],
  ['r'.repeat(91), 'A resource group name can have at most 90 characters.'],
  ['rg-rescue ', blanks],
] as const;

test('names that no new group can have are refused at the field', async ({ app, azure }) => {
  const { wizard, configuration } = await atConfiguration(app);
  await configuration.nameNewGroup('rg-rescue');
  for (const [name, why] of badGroupNames) {
    await configuration.newGroup().fill(name);
    await wizard.tryNext();
    await expectRefused(configuration.newGroup(), why);
    await wizard.expectStep('configuration');
  }
  await configuration.newGroup().fill('rg-rescue');
  await wizard.next('review');
  await expect(await wizard.selected()).toContainText(app01Beside.name);
  expect(azure.sent()).toHaveLength(0);
});

test('a new group with the name of an existing one is refused at its field, in other letter case too', async ({
  app,
}) => {
  const { wizard, configuration } = await atConfiguration(app);
  await configuration.nameNewGroup('RG-Restore-WEU');
  await expect(wizard.plan()).toContainText('A resource group with this name exists');
  await wizard.tryNext();
  await expectRefused(configuration.newGroup(), 'A resource group with this name exists');
  await configuration.newGroup().fill('rg-rescue');
  await wizard.next('review');
});

const identityId =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-backup-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-restore-weu';

const badIdentityIds = [
  ['', 'Enter the resource ID of the identity.'],
  ['id-restore-weu', 'This isn’t the resource ID of a user-assigned identity'],
  [` ${identityId}`, 'Remove the spaces before or after the resource ID.'],
  [`${identityId}\t`, 'Remove the spaces before or after the resource ID.'],
  [
    identityId.replace('id-restore-weu', 'id-other'),
    'The vault doesn’t have this identity. Select one of the vault’s, or assign it to the vault first.',
  ],
] as const;

test('a pasted identity is refused with its reason, until it is the right one', async ({ app }) => {
  const { wizard, configuration } = await atConfiguration(app);
  await configuration.identity('User-assigned').check();
  for (const [id, why] of badIdentityIds) {
    await configuration.identityId().fill(id);
    await wizard.tryNext();
    await expectRefused(configuration.identityId(), why);
    await wizard.expectStep('configuration');
  }
  await configuration.identityId().fill(identityId);
  await wizard.next('review');
  expect((await wizard.shownRequest()).body).toMatchObject({
    properties: {
      identityInfo: { isSystemAssignedIdentity: false, managedIdentityResourceId: identityId },
    },
  });
});

test('a name that a running restore has reserved is refused by Azure, and nothing is lost', async ({
  app,
  azure,
  clock,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, wizard, configuration } = await atConfiguration(app, 'APP01-restored');
  await wizard.next('review');
  await wizard.shownWarnings('Other restores to this target').check();
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await shell.expectText('A virtual machine with the target name exists already');
  expect(await azure.accepted()).toHaveLength(0);
  await wizard.openStep('configuration');
  await configuration.name().fill('app01-night');
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('what was typed wrongly is found again after a reload', async ({ app, screens }) => {
  await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await fillApp01Beside(screens);
  await wizard.openStep('configuration');
  await configuration.name().fill('-app01');
  await app.reload();
  await expect(configuration.name()).toHaveValue('-app01');
  await wizard.expectStepState('configuration', 'has errors');
});
