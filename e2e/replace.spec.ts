import { expect } from 'playwright/test';
import { expectHint, expectRefused } from './drivers/configuration.ts';
import { powerInAzure } from './drivers/others.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups';

/** In place there is no target: the machine is its own. */
const originalLocation = {
  properties: {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: expect.stringMatching(/^\d{18}$/),
    recoveryType: 'OriginalLocation',
    sourceResourceId: `${production}/rg-app-prod/providers/Microsoft.Compute/virtualMachines/app01`,
    storageAccountId: `${production}/rg-restore-weu/providers/Microsoft.Storage/storageAccounts/stprodweu01`,
    region: 'westeurope',
    createNewCloudService: false,
    originalStorageAccountOption: false,
  },
};

test(
  "a machine's disks are replaced, and the job is watched to its end",
  { tag: proves('replace the disks of a VM') },
  async ({ app, azure, clock }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration, job } = screens;
    await powerInAzure(screens.page, sources.app01, 'off');
    await configure(screens, sources.app01);
    await configuration.group('Replace existing').check();
    await expect(configuration.list('Restore Type')).toHaveText('Replace disk/s');
    await expect(configuration.list('Resource group')).toHaveCount(0);
    await expect(configuration.name()).toHaveCount(0);
    await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
    await wizard.expectStepState('network-access', 'not needed');
    await wizard.next('review');

    await shell.expectText('Replace the disks of app01 with those of 4 Jun 2025, 22:03');
    await expect(
      wizard.coursePicture(
        /Replaces the disks of app01 in rg-app-prod with those of 4 Jun 2025, 22:03\. Later changes are lost\./,
      ),
    ).toBeVisible();
    await wizard.openTab('Selections');
    await shell.expectText('A snapshot of the VM as it is now, before its disks are replaced');
    await shell.expectText('The disks of app01, replaced from the restore point');
    await shell.expectText('The backup of app01 and its restore points');
    await shell.expectText(/Changes made since 4 Jun 2025, 22:03 \(at least 4 h 4\d min\)/);
    const shown = await wizard.shownRequest();
    expect(shown.body).toEqual(originalLocation);
    await expectHint(
      wizard.confirmation(),
      'app01 loses all changes made to its disks after 4 Jun 2025, 22:03.',
    );
    await wizard.restore();
    await expect(wizard.refused.summary()).toContainText(
      'Enter the VM’s name. Its current disks will be detached and replaced.',
    );
    expect(await azure.accepted()).toEqual([]);
    await wizard.confirmReplacement('app01');
    await wizard.restoreAccepted();
    expect(await azure.requests()).toEqual([shown]);
    await clock.pass(90_000);
    await job.expectOpen('Restore of app01');
    await clock.pass(7_200_000);
    await job.expectProgress('Completed');
  },
);

test('a replacement is confirmed by the name of the machine, letter for letter', async ({
  app,
  azure,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await powerInAzure(screens.page, sources.app01, 'off');
  await configure(screens, sources.app01);
  await configuration.group('Replace existing').check();
  await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
  await wizard.next('review');
  for (const typed of ['', 'app02', 'App01', 'app01 ']) {
    await wizard.confirmReplacement(typed);
    await wizard.restore();
    await expectRefused(
      wizard.confirmation(),
      'Enter the VM’s name. Its current disks will be detached and replaced.',
    );
    await wizard.expectStep('review');
  }
  expect(azure.sent()).toHaveLength(0);
  await wizard.confirmReplacement('app01');
  await wizard.restoreAccepted();
});

test('does not ask for network access, even where disks are private', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration } = screens;
  await configure(screens, sources.payApi);
  await configuration.group('Replace existing').check();
  await wizard.expectStepState('network-access', 'not needed');
  await wizard.openStep('network-access');
  await shell.expectText(
    'A replacement keeps the network access of the VM’s disks. Its request can’t change it.',
  );
});

test('a running machine is shut down at Review, and its disks are replaced', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.fillReplacement('stprodweu01 (LRS)');
  await expect(page.getByRole('button', { name: 'Shut down app01' })).toHaveCount(0);
  await wizard.next('review');
  const line = 'Power state of the source VM';
  await wizard.preflight.expectLine(line, 'Not possible');
  await expect(wizard.confirmation()).not.toHaveAttribute('aria-invalid', 'true');
  // At its step, and beside Restore.
  await expect(page.getByRole('button', { name: 'Shut down app01' })).toHaveCount(2);

  await wizard.courseStep('1 Shut down app01').getByRole('button').click();
  const dialog = page.getByRole('alertdialog', { name: 'Shut down app01' });
  await expect(dialog).toContainText('app01: deallocated. It stays stopped.');
  await expect(dialog).toContainText('What app01 has in memory and on its temporary disk');
  await dialog.getByRole('button', { name: 'Shut down app01' }).click();
  await expect(dialog).toContainText('Type the name exactly: app01');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await wizard.shutDown('app01', clock);
  await wizard.expectStep('review');
  await wizard.preflight.expectLine(line, 'Passed', 'app01 is shut down.');
  await expect(page.getByRole('button', { name: 'Shut down app01' })).toHaveCount(0);
  // One confirmation is not the other.
  await expect(wizard.confirmation()).toHaveValue('');
  await wizard.confirmReplacement('app01');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('a name typed before is kept at Review, and a machine that starts again closes Restore', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  const line = 'Power state of the source VM';
  await powerInAzure(page, sources.app01, 'off');
  await configure(screens, sources.app01);
  await configuration.fillReplacement('stprodweu01 (LRS)');
  await wizard.next('review');
  await wizard.confirmReplacement('app01');
  await wizard.openStep('configuration');
  await wizard.openStep('review');
  await expect(wizard.confirmation()).toHaveValue('app01');
  await wizard.preflight.expectLine(line, 'Passed');

  await powerInAzure(page, sources.app01, 'on');
  await page.getByRole('button', { name: 'Check again', exact: true }).click();
  await wizard.preflight.expectLine(line, 'Not possible');
  await expect(wizard.restoreButton()).toHaveAttribute('aria-disabled', 'true');
  await expect(wizard.confirmation()).toHaveValue('app01');
  await expect(wizard.needs().getByRole('button', { name: 'Shut down app01' })).toBeVisible();

  await powerInAzure(page, sources.app01, 'off');
  await wizard.preflight.way(line, 'Check again: app01').click();
  await wizard.preflight.expectLine(line, 'Passed');
  await expect(wizard.restoreButton()).toBeEnabled();
});
