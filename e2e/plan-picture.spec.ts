import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { app01Beside, configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const CLASH = 'Same host name on the same network';

test('a copy on the network of its source is seen before Restore, with two ways', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.fillNewMachine(app01Beside);
  const plan = wizard.plan();
  await expect(plan.getByText(CLASH, { exact: true })).toBeVisible();
  await expect(plan).toContainText('app01 runs on this network. The copy has its host name.');
  await expect(plan.getByRole('button', { name: /Shut down/ })).toHaveCount(0);
  await expect(plan.getByRole('row', { name: /^New NIC/ })).toContainText(CLASH);
  await expectAccessible(page, 'a plan with a clash');

  await plan.getByRole('button', { name: 'Choose another network' }).click();
  await expect(configuration.list('Virtual network')).toBeFocused();

  await plan.getByRole('button', { name: 'Restore disks' }).click();
  await expect(configuration.list('Restore Type')).toHaveText('Restore disks');
  await expect(plan.getByText(CLASH, { exact: true })).toHaveCount(0);
});

test(
  'each field draws the result anew, and a part leads to its field',
  { tag: proves('see a plan as a picture') },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration, keyboard } = screens;
    await configure(screens, sources.app01);
    const plan = wizard.plan();
    await expect(
      plan.getByRole('button', { name: /^Result, Select a restore type/ }),
    ).toBeVisible();
    await configuration.chooseType('Create new virtual machine');
    const result = plan.getByRole('button', { name: /^Result, / });
    await expect(result).toHaveAccessibleName(/app01-restored-0604/);
    await configuration.clearSuggestions('Virtual machine name');
    await expect(result).toHaveAccessibleName(/Virtual machine name/);
    await result.click();
    await expect(configuration.name()).toBeFocused();
    await configuration.name().fill('app01-night');
    await expect(result).toHaveAccessibleName(/app01-night, .*Will be created/);

    await keyboard.activate(plan.getByRole('button', { name: /^New NIC, / }));
    await expect(configuration.list('Virtual network')).toBeFocused();
    await configuration.choose('Virtual network', app01Beside.network);
    await expect(plan.getByRole('row', { name: /^New NIC/ })).toContainText(
      'vnet-prod-weu / default',
    );
  },
);

test('a part before the form leads to its step', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard } = screens;
  await configure(screens, sources.app01);
  await wizard
    .plan()
    .getByRole('button', { name: /^Restore point, / })
    .first()
    .click();
  await wizard.expectStep('restore-point');
});
