import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { expectRefused } from './drivers/configuration.ts';
import {
  appData,
  type DiskScreens,
  type DiskTarget,
  validated,
  withDisks,
} from './drivers/disks.ts';
import { type App, test } from './fixtures.ts';

/** The restore of a managed disk for everybody: without a mouse, and by axe. */

const otherGroup: DiskTarget = {
  subscription: 'Contoso Production',
  group: 'rg-restore-weu',
  name: 'app01_DataDisk_0-restored',
};

const begin = async (app: App): Promise<DiskScreens> =>
  withDisks(await app.open('/restore/new', 'default'));

test('a disk is restored without a mouse', async ({ app, clock }) => {
  const screens = await begin(app);
  const { shell, wizard, diskWizard, keyboard } = screens;
  const disks = wizard.datasource('Azure Disks');
  await keyboard.reach(wizard.datasource('Azure Virtual machines'));
  await keyboard.press('ArrowDown');
  await expect(disks).toBeChecked();
  await expect(disks).toBeFocused();
  await keyboard.activate(wizard.nextButton('instance'));
  await expect(wizard.heading('instance')).toBeFocused();
  await keyboard.activate(diskWizard.instance(appData.disk), 'Space');
  await keyboard.activate(wizard.nextButton('restore-point'));
  await expect(wizard.heading('restore-point')).toBeFocused();
  await keyboard.activate(wizard.point(appData.point), 'Space');
  await keyboard.activate(diskWizard.toParameters());
  await expect(diskWizard.parametersHeading()).toBeFocused();
  await keyboard.choose(
    diskWizard.list('Target subscription'),
    diskWizard.entry(otherGroup.subscription),
  );
  await keyboard.choose(
    diskWizard.list('Target resource group'),
    diskWizard.entry(otherGroup.group),
  );
  await keyboard.reach(diskWizard.name());
  await screens.page.keyboard.type(otherGroup.name);
  await keyboard.activate(wizard.nextButton('review'));
  await expect(wizard.heading('review')).toBeFocused();
  await validated(screens, clock);
  await keyboard.activate(wizard.restoreButton());
  await shell.expectText('Restore request accepted');
});

test('axe finds nothing in any step of a disk', async ({ app, page }) => {
  const screens = await begin(app);
  const { wizard, diskWizard, configuration } = screens;
  await wizard.chooseDatasource('Azure Disks');
  await expectAccessible(page, 'datasource');
  await wizard.next('instance');
  await expectAccessible(page, 'instance');
  await diskWizard.instance(appData.disk).check();
  await wizard.next('restore-point');
  await wizard.choosePoint(appData.point);
  await expectAccessible(page, 'restore point');
  await diskWizard.toParameters().click();
  await diskWizard.expectParameters();
  await configuration.clearSuggestions('Target resource group', 'Restored disk name');
  await wizard.tryNext();
  await expectRefused(diskWizard.name(), 'Enter a name for the restored disk.');
  await expectAccessible(page, 'restore parameters, refused');
  await diskWizard.fillTarget(otherGroup);
  await wizard.openStep('network-access');
  await expectAccessible(page, 'network access');
  await wizard.next('review');
  await expectAccessible(page, 'review');
  await wizard.openTab('Selections');
  await expect(diskWizard.outcome('Will be created')).toContainText(otherGroup.name);
  await expectAccessible(page, 'review, selections');
  await wizard.openTab('Request');
  await expectAccessible(page, 'review, request');
});
