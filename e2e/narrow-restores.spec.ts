import { expect } from 'playwright/test';
import { expectNoSidewaysScroll } from './drivers/a11y.ts';
import { powerInAzure } from './drivers/others.ts';
import { app01Beside, configure, restoreStarted } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** 320 pixels: a phone, or 400% zoom of a window of 1280. */
test.use({ viewport: { width: 320, height: 800 } });

test('a new machine fits, empty, refused and filled in', async ({ app, page, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, job, notices } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await expectNoSidewaysScroll(page);
  await wizard.tryNext();
  await expect(wizard.refused.summary()).toBeFocused();
  await expectNoSidewaysScroll(page);
  await configuration.fillNewMachine(app01Beside);
  await expectNoSidewaysScroll(page);
  await wizard.next('review');
  await expectNoSidewaysScroll(page);
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await expectNoSidewaysScroll(page);
  await notices.open();
  await expectNoSidewaysScroll(page);
});

test('a replacement fits, at its fields and at Review', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await powerInAzure(screens.page, sources.app01, 'off');
  await configure(screens, sources.app01);
  await configuration.group('Replace existing').check();
  await configuration.choose('Staging Location', app01Beside.staging);
  await expectNoSidewaysScroll(page);
  await wizard.next('review');
  await wizard.confirmReplacement('app01');
  await expectNoSidewaysScroll(page);
});

test('explanations and network access fit', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration, explanation, keyboard } = screens;
  await configure(screens, sources.hrDb);
  await explanation.why('Replace existing').click();
  await keyboard.choose(
    configuration.list('Restore Type'),
    configuration.entry('Create new virtual machine'),
  );
  await expect(explanation.ofEntry('Create new virtual machine')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shell.openMenu();
  await shell.goTo('Backup instances');
  await configure(screens, sources.payApi);
  await configuration.chooseType('Restore disks');
  await wizard.openStep('network-access');
  await expectNoSidewaysScroll(page);
});
