import { expect } from 'playwright/test';
import { restoreStarted } from './drivers/restores.ts';
import { RestoreCommands } from './drivers/review.ts';
import { expectRefused } from './drivers/configuration.ts';
import {
  appData,
  configureDisk,
  configureDiskByHand,
  type DiskScreens,
  type DiskTarget,
  validated,
  withDisks,
} from './drivers/disks.ts';
import { groupsForbidden, lostAnswer, restoreForbidden } from './drivers/faults.ts';
import { deleteInAzure } from './drivers/others.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { type App, test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** The restore of a managed disk (document 002), from the first step to its job. */

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const ownGroup: DiskTarget = {
  subscription: 'Contoso Production',
  group: 'rg-app-prod',
  name: 'app01_DataDisk_0-restored',
};
const otherGroup: DiskTarget = { ...ownGroup, group: 'rg-restore-weu' };
const otherSubscription: DiskTarget = {
  ...ownGroup,
  subscription: 'Contoso Corporate',
  group: 'rg-dr-weu',
};

const begin = async (app: App): Promise<DiskScreens> =>
  withDisks(await app.open('/restore/new', 'default'));

/** From the first step to Review. */
async function fill(screens: DiskScreens, target: DiskTarget, point: string = appData.point) {
  await configureDiskByHand(screens, { disk: appData.disk, point });
  await screens.diskWizard.fillTarget(target);
  await screens.wizard.next('review');
}

const targets = [
  ['the group of its source', ownGroup],
  ['another group', otherGroup],
  ['another subscription', otherSubscription],
] as const;
for (const [where, target] of targets) {
  test(
    `a disk is restored to ${where}, and its job opens`,
    { tag: provesIf(target === otherSubscription, 'restore an Azure disk') },
    async ({ app, azure, clock }) => {
      const screens = await begin(app);
      const { shell, wizard, diskWizard } = screens;
      await fill(screens, target);
      await wizard.openTab('Selections');
      await expect(diskWizard.part('Basics')).toContainText(appData.disk);
      await expect(diskWizard.part('Restore point')).toContainText(appData.point);
      await expect(diskWizard.part('Restore parameters')).toContainText(target.group);
      await expect(diskWizard.outcome('Will be created')).toContainText(target.name);
      await expect(diskWizard.outcome('Will be lost')).toHaveText(
        /^Changes made since .* \(at least .*\)$/,
      );
      await wizard.openTab('Checks');
      await wizard.expectStepState('network-access', 'not needed');
      await expect(wizard.restoreButton()).toBeDisabled();
      await shell.expectText('Restore is available after the validation succeeds.');
      await validated(screens, clock);
      const commands = new RestoreCommands(screens.page);
      await commands.openTab();
      const plan = await commands.plan();
      await restoreStarted(screens, clock, `Restore of ${appData.disk} to ${target.name}`);
      expect(await commands.plan()).toBe(plan);
      await commands.show();
      await commands.choose('PowerShell');
      await expect(commands.script('PowerShell')).toContainText(`/disks/${target.name}' `);
      const id = expect.stringContaining(`/resourceGroups/${target.group}/`);
      const disk = { resourceName: target.name, resourceID: id };
      expect(await azure.requests()).toMatchObject([
        { body: { restoreTargetInfo: { recoveryOption: 'FailIfExists', datasourceInfo: disk } } },
      ]);
      expect(await azure.accepted()).toHaveLength(1);
    },
  );
}

test('the original location is there to be read, and refused with its reason', async ({ app }) => {
  const screens = await begin(app);
  const { shell, diskWizard, keyboard, wizard } = screens;
  await configureDisk(screens);
  await expect(diskWizard.place('Alternate location')).toBeChecked();
  await keyboard.reach(diskWizard.place('Alternate location'));
  await keyboard.press('ArrowDown');
  await expect(diskWizard.place('Original location')).toBeFocused();
  await keyboard.press('Space');
  await expect(diskWizard.place('Original location')).not.toBeChecked();
  await shell.expectText('A disk can’t be restored over its source.');
  await shell.expectText('disk.no-olr');
  await wizard.expectStepState('datasource', 'complete');
});

test('a name that the group has, and names that Azure refuses, are refused at the field', async ({
  app,
}) => {
  const screens = await begin(app);
  const { wizard, diskWizard } = screens;
  await configureDisk(screens);
  await diskWizard.fillTarget({ ...ownGroup, name: '-app01' });
  await wizard.tryNext();
  await expectRefused(diskWizard.name(), 'Use 1 to 80 letters');
  await diskWizard.name().fill('app01.');
  await expectRefused(diskWizard.name(), 'Use 1 to 80 letters');
  await diskWizard.name().fill('a'.repeat(81));
  await expectRefused(diskWizard.name(), 'Use 1 to 80 letters');
  // Azure’s list of the group’s disks decides this one.
  await diskWizard.name().fill('APP01_datadisk_0');
  await expectRefused(
    diskWizard.name(),
    'The target resource group already has a disk with this name.',
  );
  await diskWizard.name().fill('a'.repeat(80));
  await expect(diskWizard.name()).not.toHaveAttribute('aria-invalid', 'true');
  await wizard.next('review');
});

test('a target subscription without read permission says so, and another can be chosen', async ({
  app,
  faults,
}) => {
  const screens = await begin(app);
  const { wizard, diskWizard } = screens;
  await configureDisk(screens);
  await faults.add(groupsForbidden);
  await diskWizard.choose('Target subscription', ownGroup.subscription);
  await diskWizard.name().fill(ownGroup.name);
  await expect(diskWizard.list('Target resource group')).toHaveAccessibleDescription(
    /You don’t have permission to view/,
  );
  await wizard.tryNext();
  await expect(diskWizard.parametersHeading()).toBeVisible();
  await faults.remove(groupsForbidden.id);
  await diskWizard.fillTarget({ ...otherSubscription, name: ownGroup.name });
  await wizard.next('review');
});

test('what was changed is validated anew, by itself', async ({ app, azure, clock }) => {
  const screens = await begin(app);
  const { shell, wizard, diskWizard } = screens;
  await fill(screens, otherGroup);
  await validated(screens, clock);
  await wizard.stepList().getByRole('button', { name: 'Restore parameters, ' }).click();
  await diskWizard.name().fill('another-name');
  await wizard.next('review');
  await expect(wizard.restoreButton()).toBeDisabled();
  await shell.expectText('Restore is available after the validation succeeds.');
  await azure.expectReceived('diskRestores.validate', 2);
  expect(azure.sent()).toHaveLength(0);
});

test('reports a point that expires while the wizard is open, and keeps the rest', async ({
  app,
  azure,
  clock,
  troubles,
}) => {
  // Azure answers requests about an expired point with an error.
  troubles.expectRefusals();
  const screens = await begin(app);
  const { shell, wizard, diskWizard } = screens;
  await fill(screens, otherGroup, appData.oldest);
  await validated(screens, clock);
  await clock.pass(24 * 3_600_000);
  await expect(wizard.restoreButton()).toBeDisabled();
  await wizard.expectStepState('restore-point', 'incomplete');
  await wizard.openStep('restore-point');
  await shell.expectAlert('Azure doesn’t list the selected restore point.');
  await wizard.choosePoint(appData.point);
  await diskWizard.toParameters().click();
  await expect(diskWizard.name()).toHaveValue(otherGroup.name);
  expect(azure.sent()).toHaveLength(0);
});

test('a group that vanishes between validation and Restore is noticed, and nothing is sent', async ({
  app,
  azure,
  clock,
  troubles,
}) => {
  troubles.expectRefusals();
  const screens = await begin(app);
  const { page, shell, wizard, diskWizard } = screens;
  await fill(screens, otherGroup);
  await validated(screens, clock);
  await deleteInAzure(page, `/subscriptions/${production}/resourceGroups/rg-restore-weu`);
  await wizard.restore();
  await shell.expectText('Select the target resource group.');
  await expect(wizard.restoreButton()).toBeDisabled();
  expect(azure.sent()).toHaveLength(0);
  await diskWizard.button('Go to Restore parameters').click();
  await diskWizard.expectParameters();
  await expect(diskWizard.name()).toHaveValue(otherGroup.name);
});

test('clears the choices for a disk when a machine is chosen, and says so', async ({ app }) => {
  const screens = await begin(app);
  const { shell, wizard } = screens;
  await configureDisk(screens);
  await wizard.openStep('datasource');
  await wizard.chooseDatasource('Azure Virtual machines');
  await expect(wizard.datasource('Azure Virtual machines')).toBeFocused();
  await shell.expectTitle('Restore Virtual Machine');
  await wizard.next('instance');
  await shell.expectText('Backup instance: it belonged to the previous datasource.');
  await wizard.openStep('datasource');
  await wizard.chooseDatasource('Azure Disks');
  await expect(wizard.datasource('Azure Disks')).toBeFocused();
  await shell.expectTitle('Restore Azure Disks');
});

test('a reload keeps everything', async ({ app }) => {
  const screens = await begin(app);
  const { wizard, diskWizard } = screens;
  await fill(screens, otherGroup);
  await app.reload();
  await wizard.expectStep('review');
  await wizard.openTab('Selections');
  await expect(diskWizard.part('Basics')).toContainText(appData.disk);
  await expect(diskWizard.part('Restore point')).toContainText(appData.point);
  await expect(diskWizard.part('Restore parameters')).toContainText(otherGroup.name);
});

test('a draft of a disk stands among the drafts by its name', async ({ app }) => {
  const screens = await begin(app);
  const { shell, drafts, wizard } = screens;
  await fill(screens, otherGroup);
  await shell.goTo('Overview');
  await drafts.open(appData.disk);
  await wizard.expectStep('review');
});

test('an answer that is lost is looked for among the jobs of the vault, and its job adopted', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const screens = await begin(app);
  const { wizard } = screens;
  await fill(screens, otherGroup);
  await validated(screens, clock);
  await faults.add(lostAnswer);
  await wizard.restore();
  await expect(screens.page).toHaveURL(/\/jobs\/[^/]+$/);
  expect(azure.sent()).toHaveLength(1);
  expect(await azure.accepted()).toHaveLength(1);
});

test('reports a restore that Azure refuses with its request id, and the draft stays', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const screens = await begin(app);
  const { shell, wizard, diskWizard } = screens;
  await fill(screens, otherGroup);
  await validated(screens, clock);
  await faults.add(restoreForbidden);
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await wizard.openTab('Selections');
  await expect(diskWizard.part('Restore parameters')).toContainText(otherGroup.name);
  expect(await azure.accepted()).toHaveLength(0);
});
