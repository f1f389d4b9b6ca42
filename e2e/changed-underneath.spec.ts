import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { expectRefused } from './drivers/configuration.ts';
import { machineUnreadOnce, restoreConflict } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { deleteInAzure, setCrossSubscriptionInAzure } from './drivers/others.ts';
import { configure, fillWebStageReplaced, webStageStaging as staging } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** A change by others in Azure, or by the operator in an earlier step, shows where the choice was made. */

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups';
const vault = `${production}/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu`;
const corporate = '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups';
/** A machine that is shut down. */
const webStage = `${corporate}/rg-web-stage/providers/Microsoft.Compute/virtualMachines/web-fe-07`;

test('another subscription that the vault no longer allows is kept, marked, and used again', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, shell, wizard } = screens;
  await configure(screens, sources.webFe);
  await wizard.fillTarget({
    subscription: 'Contoso Corporate',
    group: 'rg-dr-weu',
    staging: 'stcorpdrweu01 (LRS)',
  });
  await allRead(page);

  await setCrossSubscriptionInAzure(page, vault, 'Disabled');
  await clock.pass(30_000);
  const subscription = configuration.list('Subscription');
  await expectRefused(
    subscription,
    'Cross Subscription Restore is off for this vault. Turn it on first',
  );
  await expect(subscription).toHaveText('Contoso Corporate');
  await expect(configuration.list('Resource group')).toHaveText('rg-dr-weu');
  await expect(configuration.list('Staging Location')).toHaveText('stcorpdrweu01 (LRS)');
  await expect(wizard.plan()).toContainText('Cross Subscription Restore is off for this vault.');
  await expectAccessible(page, 'a subscription that is refused');

  await setCrossSubscriptionInAzure(page, vault, 'Enabled');
  await clock.waitFor(30_000);
  await shell.press('Check again');
  await expect(subscription).not.toHaveAttribute('aria-invalid', 'true');
  await wizard.next('review');
});

test('shows a zone that another point drops in its place and in the plan, and restores it', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, wizard, shell } = screens;
  await configure(screens, sources.shopDb);
  await configuration.chooseType('Create new virtual machine');
  await configuration.choose('Availability Zone', 'Zone 3');
  await wizard.openStep('restore-point');
  await wizard.choosePoint(sources.shopDbNew.point);
  const note = 'Zone 3: this restore point is also a snapshot.';
  await shell.press('Plan');
  await expect(wizard.planDrawer()).toContainText(note);
  await page.keyboard.press('Escape');
  await wizard.openStep('configuration');
  await shell.expectText(note);
  await expectAccessible(page, 'a zone that is not used');
  await shell.content().getByRole('button', { name: 'Use 30 May 2025, 23:42' }).first().click();
  await expect(configuration.list('Availability Zone')).toHaveText('Zone 3');
  await expect(configuration.list('Availability Zone')).toBeFocused();
  await expect(wizard.plan()).not.toContainText(note);
});

/** The disks of a machine that is shut down are to be replaced, and Review has nothing against it. */
test(
  'a source that is deleted is noticed at the press, said everywhere, and restored beside',
  { tag: proves('a source that is deleted is noticed at the press') },
  async ({ app, azure, page, troubles }) => {
    troubles.expectRefusals();
    const screens = await app.open('/instances', 'default');
    const { configuration, shell, wizard } = screens;
    await fillWebStageReplaced(screens);
    await deleteInAzure(page, webStage);
    await wizard.restore();
    await shell.expectText('Something that this restore depends on changed');
    await shell.expectText('web-fe-07 no longer exists, so its disks can’t be replaced.');
    await expect(wizard.preflight.section()).toContainText('Not possible');
    await expect(shell.content()).not.toContainText(', replaced from the restore point');
    expect(azure.sent()).toHaveLength(0);
    await expectAccessible(page, 'a source that is gone');

    await wizard.section('Fix these issues').getByRole('button').click();
    await wizard.expectStep('configuration');
    await expect(configuration.group('Create new')).toBeChecked();
    await configuration.chooseType('Create new virtual machine');
    await expect(configuration.list('Staging Location')).toHaveText(staging);
    await expect(wizard.picture(/web-fe-07 no longer exists\./)).toBeVisible();
  },
);

test('shows a deleted source everywhere once Azure has rejected the restore', async ({
  app,
  clock,
  faults,
  page,
  troubles,
}) => {
  troubles.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const { shell, wizard } = screens;
  await fillWebStageReplaced(screens);
  await deleteInAzure(page, webStage);
  // Read once more at the press, in vain: what was read before stays.
  await faults.add(machineUnreadOnce);
  await faults.add(restoreConflict);
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await shell.expectText('web-fe-07 no longer exists, so its disks can’t be replaced.');
  await expect(wizard.section('Fix these issues')).toContainText('Do this instead: Create new');
});

/** A taken, missing or forbidden thing shows at its field, with how to put it right. */

test('a taken group is used as it is, and an identity says what it lacks there', async ({
  app,
  azure,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, shell } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Create new virtual machine');
  await configuration.nameNewGroup('RG-App-Prod');
  await shell.expectText('rg-app-prod exists in West Europe.');
  await page.getByRole('button', { name: 'Use the existing group rg-app-prod' }).click();
  await expect(configuration.list('Resource group')).toHaveText('rg-app-prod');
  await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
  await configuration.identity('User-assigned').check();
  await page.getByRole('button', { name: 'Use the vault’s id-restore-weu' }).click();
  const lacking = page.getByRole('list', { name: 'Missing roles of the identity' });
  await expect(lacking).toContainText(
    'Needs VM restore operator on the resource group rg-app-prod.',
  );
  await expect(lacking).toContainText('az role assignment create --assignee-object-id');
  await lacking.getByText('required actions').click();
  await expect(lacking).toContainText('Microsoft.Compute/virtualMachines/write');
  await expectAccessible(page, 'an identity without rights');
  const before = (await azure.received('storageAccounts.list')).length;
  await page.getByRole('button', { name: 'Check again' }).click();
  await azure.expectReceived('storageAccounts.list', before + 1);
  await configuration.choose('Resource group', 'rg-restore-weu');
  await expect(lacking).toHaveCount(0);
});

test('a region without an account is named, with how to create one and how to look again', async ({
  app,
  azure,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, shell } = screens;
  await deleteInAzure(
    page,
    `${corporate}/rg-dr-weu/providers/Microsoft.Storage/storageAccounts/stcorpdrweu01`,
  );
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Subscription', 'Contoso Corporate');
  await configuration.choose('Resource group', 'rg-dr-weu');
  await shell.expectText('Contoso Corporate has no storage account in West Europe.');
  await shell.expectText('az storage account create');
  const before = (await azure.received('storageAccounts.list')).length;
  await page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true }).click();
  await azure.expectReceived('storageAccounts.list', before + 1);
  await shell.expectText('Contoso Corporate has no storage account in West Europe.');
});
