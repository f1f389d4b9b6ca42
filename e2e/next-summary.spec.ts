import { expect } from 'playwright/test';
import { configureDisk, withDisks } from './drivers/disks.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Next says once, in one place, what stands against it, and each line leads to its field. */

test(
  'a machine: one alert with a line for each field, which leads to it',
  { tag: proves('Next says what is missing') },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, wizard } = screens;
    await configure(screens, sources.app01);
    await configuration.chooseType('Create new virtual machine');
    await configuration.openFilled();
    await configuration.clearSuggestions(
      'Virtual machine name',
      'Resource group',
      'Staging Location',
    );
    await wizard.tryNext();
    await expect(wizard.refused.alerts()).toHaveCount(1);
    await wizard.refused.expectLines([
      'Virtual machine name',
      'Resource group',
      'Virtual network',
      'Subnet',
      'Staging Location',
    ]);
    await expect(wizard.refused.summary()).toContainText('5 fields need your attention');
    await expect(wizard.refused.summary()).toBeFocused();
    await expect(configuration.name()).toHaveAccessibleDescription(/Enter a name for the new VM\./);
    await wizard.refused.line('Staging Location').press('Enter');
    await expect(configuration.list('Staging Location')).toBeFocused();
  },
);

test('a disk: the same, by the labels of its own step', async ({ app }) => {
  const screens = withDisks(await app.open('/instances', 'default'));
  const { diskWizard, wizard } = screens;
  await configureDisk(screens);
  await wizard.tryNext();
  await expect(wizard.refused.alerts()).toHaveCount(1);
  await wizard.refused.expectLines([
    'Target subscription',
    'Target resource group',
    'Restored disk name',
  ]);
  await expect(wizard.refused.summary()).toBeFocused();
  await wizard.refused.line('Restored disk name').click();
  await expect(diskWizard.name()).toBeFocused();
  await diskWizard.name().fill('data-back');
  await wizard.refused.expectLines(['Target subscription', 'Target resource group']);
});

test('warnings that were not read: the line leads to their box', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration } = screens;
  await configure(screens, sources.payApi);
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodweu01 (LRS)' });
  await wizard.next('network-access');
  await configuration.networkAccess('Enable public access from all networks').check();
  await wizard.next('review');
  await wizard.restore();
  await shell.expectAlert('Confirm that you have read the warnings.');
  await wizard.refused.line('Confirm that you have read the warnings.').click();
  await expect(wizard.warningsBox()).toBeFocused();
});
