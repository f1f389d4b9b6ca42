import { expect } from 'playwright/test';
import { powerInAzure } from './drivers/others.ts';
import { app01Beside, configureByHand, fillApp01BesideByHand } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';

const ofProduction = [
  'Resource group rg-restore-weu',
  'Virtual network vnet-prod-weu',
  'Staging Location stprodweu01',
];

/** Going back and changing something keeps what is still valid, and says what is not and why. */

/** A new VM beside app01, filled in by hand as far as Review. */
async function filled(app: App): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  await fillApp01BesideByHand(screens);
  return screens;
}

test('another machine of the vault keeps the target, and takes the point back', async ({ app }) => {
  const { shell, wizard, configuration } = await filled(app);
  await wizard.openStep('instance');
  await wizard.chooseInstance('sql-erp-02');
  await wizard.expectStepState('restore-point', 'incomplete');
  await wizard.openStep('restore-point');
  await shell.expectText('Some settings were cleared');
  await shell.expectText('Restore point: it belonged to the previous backup instance.');
  await wizard.choosePoint('4 Jun 2025, 21:31');
  await wizard.next('configuration');
  await expect(configuration.list('Restore Type')).toHaveText('Create new virtual machine');
  await expect(configuration.name()).toHaveValue(app01Beside.name);
  await expect(configuration.list('Resource group')).toHaveText(app01Beside.group);
  await expect(configuration.list('Virtual network')).toHaveText(app01Beside.network);
  await expect(configuration.list('Staging Location')).toHaveText(app01Beside.staging);
  await wizard.next('review');
  expect((await wizard.shownRequest()).body).toMatchObject({
    properties: { sourceResourceId: expect.stringMatching(/\/sql-erp-02$/) },
  });
});

test('a machine of another subscription clears what lives in the old one', async ({ app }) => {
  const { shell, wizard, configuration } = await filled(app);
  await wizard.openStep('instance');
  await wizard.chooseInstance('dc-hq-01');
  await wizard.openStep('configuration');
  for (const chosen of ofProduction) {
    await shell.expectText(`${chosen}: it belonged to the previous subscription.`);
  }
  await expect(configuration.name()).toHaveValue(app01Beside.name);
  await expect(configuration.list('Resource group')).toHaveText('Select one');
  await expect(configuration.list('Staging Location')).toHaveText('Select one');
  await wizard.expectStepState('configuration', 'incomplete');
});

test('another point keeps everything that was configured', async ({ app }) => {
  const { wizard } = await filled(app);
  const before = await wizard.shownRequest();
  await wizard.openStep('restore-point');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.openStep('review');
  const after = await wizard.shownRequest();
  expect(after.address).toContain('/recoveryPoints/674596666758337456/');
  expect(after.body).toEqual(
    JSON.parse(JSON.stringify(before.body).replace('140895108419071902', '674596666758337456')),
  );
});

test('a restore type tried out and left loses nothing that the first one had', async ({ app }) => {
  const { wizard, configuration } = await filled(app);
  const before = await wizard.shownRequest();
  await wizard.openStep('configuration');
  await configuration.chooseType('Restore disks');
  await expect(configuration.name()).toHaveCount(0);
  await configuration.group('Replace existing').check();
  await expect(configuration.list('Virtual network')).toHaveCount(0);
  await configuration.group('Create new').check();
  await configuration.chooseType('Create new virtual machine');
  await wizard.next('review');
  expect(await wizard.shownRequest()).toEqual(before);
});

test('another subscription clears what lives in the first, and says so', async ({ app }) => {
  const { shell, wizard, configuration } = await filled(app);
  await wizard.openStep('configuration');
  await configuration.choose('Subscription', 'Contoso Corporate');
  for (const chosen of ofProduction) {
    await shell.expectText(`${chosen}: it belonged to the previous subscription.`);
  }
  await expect(configuration.name()).toHaveValue(app01Beside.name);
  await shell.press('Restore the previous selection');
  await expect(configuration.list('Resource group')).toHaveText(app01Beside.group);
  await expect(configuration.list('Staging Location')).toHaveText(app01Beside.staging);
  await expect(shell.text('Some settings were cleared')).toHaveCount(0);
  await configuration.choose('Subscription', 'Contoso Corporate');
  await configuration.choose('Resource group', 'rg-dr-weu');
  await configuration.choose('Virtual network', 'vnet-dr-weu');
  await configuration.choose('Staging Location', 'stcorpdrweu01 (LRS)');
  await expect(shell.text('Some settings were cleared')).toHaveCount(0);
  await wizard.next('review');
});

test('another machine clears the confirmation of a replacement', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration } = screens;
  await configureByHand(screens, sources.app01);
  await configuration.group('Replace existing').check();
  await wizard.openStep('review');
  await wizard.confirmReplacement('app01');
  await wizard.openStep('instance');
  await wizard.chooseInstance('sql-erp-02');
  await wizard.openStep('configuration');
  await shell.expectText('Confirm replacement: it belonged to the previous backup instance.');
  await wizard.openStep('review');
  await expect(wizard.confirmation()).toHaveValue('');
});

test("the browser's back and forward walk through the steps", async ({ app, page }) => {
  const { shell, wizard, configuration } = await filled(app);
  await page.goBack();
  await wizard.expectStep('configuration');
  await expect(wizard.heading('configuration')).toBeFocused();
  await expect(configuration.name()).toHaveValue(app01Beside.name);
  await page.goBack();
  await wizard.expectStep('restore-point');
  await expect(wizard.point(sources.app01.point)).toBeChecked();
  await page.goBack();
  await shell.expectTitle('Backup instances');
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await wizard.expectStep('review');
  expect((await wizard.shownRequest()).method).toBe('POST');
});

test('a link with machine and point starts at Configuration, no digit of the point lost', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration } = screens;
  await shell.follow('app01');
  const address = await shell.link('Restore as of 4 Jun 2025, 22:03').getAttribute('href');
  await powerInAzure(page, sources.app01, 'off');
  await page.goto(address ?? '');
  await wizard.expectStep('configuration');
  await configuration.fillReplacement(app01Beside.staging);
  await wizard.next('review');
  // 18 digits: more than a number in a browser holds.
  expect((await wizard.shownRequest()).body).toMatchObject({
    properties: { recoveryPointId: '140895108419071902' },
  });
  await wizard.openStep('restore-point');
  await expect(wizard.point('4 Jun 2025, 22:03')).toBeChecked();
});

test('a step has its check mark once it is complete, whoever filled it in', async ({ app }) => {
  const { wizard } = await app.open(sources.app01.start, 'default');
  await wizard.expectStep('configuration');
  await wizard.expectStepState('datasource', 'complete');
  await wizard.expectStepState('instance', 'complete');
  await wizard.expectStepState('restore-point', 'complete');
  await app.reload();
  await wizard.expectStepState('restore-point', 'complete');
});
