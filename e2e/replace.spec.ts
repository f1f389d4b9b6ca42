import { expect } from 'playwright/test';
import { expectRefused } from './drivers/configuration.ts';
import { powerInAzure } from './drivers/others.ts';
import { passUntil } from './drivers/page.ts';
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
    await configuration.confirmation().fill('app01');
    await wizard.expectStepState('network-access', 'not needed');
    await wizard.next('review');

    await shell.expectText('Replace the disks of app01 with those of 4 Jun 2025, 22:03');
    await expect(
      wizard.picture(
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
    await expect(wizard.consequenceBox()).toHaveAccessibleName(
      'app01 loses all changes made to its disks after 4 Jun 2025, 22:03.',
    );
    await wizard.restore();
    await expect(wizard.refused.summary()).toContainText(
      'Confirm that you know what the replacement loses.',
    );
    expect(await azure.accepted()).toEqual([]);
    await wizard.tickConsequence();
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
  for (const typed of ['', 'app02', 'App01', 'app01 ']) {
    await configuration.confirmation().fill(typed);
    await wizard.tryNext();
    await expectRefused(
      configuration.confirmation(),
      'Enter the VM’s name. Its current disks will be detached and replaced.',
    );
    await wizard.expectStep('configuration');
  }
  await configuration.confirmation().fill('app01');
  await wizard.next('review');
  expect(azure.sent()).toHaveLength(0);
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

test('a running machine is shut down from the wizard, and its disks are replaced', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.app01);
  const power = wizard.section('Power state of the source VM');
  const shutDown = page.getByRole('button', { name: 'Shut down app01' });
  await expect(shutDown).toHaveCount(0);
  await configuration.fillReplacement('app01', 'stprodweu01 (LRS)');
  await wizard.tryNext();
  await expectRefused(
    configuration.confirmation(),
    'Azure replaces the disks of a VM only while it is shut down.',
  );

  await power.getByRole('button', { name: 'Shut down app01' }).click();
  const action = power.getByRole('region', { name: 'Shut down app01' });
  await expect(action).toContainText('app01: deallocated. It stays stopped.');
  await expect(action).toContainText('What app01 has in memory and on its temporary disk');
  await shutDown.click();
  await expect(action).toContainText('Type the name exactly: app01');
  await action.getByRole('textbox', { name: 'Type app01 to confirm' }).fill('app01');
  await shutDown.click();
  await expect(action).toContainText('Shut down app01: In progress');
  await expect(action).toBeFocused();
  await passUntil(
    async () => clock.pass(60_000),
    async () => (await action.innerText()).includes('Shut down app01: Done'),
  );
  await expect(power.getByRole('status').first()).toHaveText('app01 is shut down.');
  await wizard.next('review');
  await wizard.tickConsequence();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('a running machine is made ready for a replacement, shut down, and checked again', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { simulation, wizard, configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.fillReplacement('app01', 'stprodweu01 (LRS)');
  const power = wizard.section('Power state of the source VM');
  await expect(power).toContainText('app01 isn’t shut down.');
  await expect(power).toContainText(/az vm deallocate --ids '.*app01'/);
  await wizard.tryNext();
  await expectRefused(
    configuration.confirmation(),
    'Azure replaces the disks of a VM only while it is shut down.',
  );
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('VM to shut down or start').fill('app01');
  await simulation.press('Shut down');
  await simulation.expectText('app01 is shut down.');
  await simulation.close();
  const again = power.getByRole('button', { name: 'Check again' });
  await again.click();
  await expect(power).toHaveText(/^app01 is shut down\./);
  await expect(again).toBeFocused();
  await expect(page.getByRole('main').getByText('az vm deallocate')).toHaveCount(0);
  await wizard.next('review');
});
