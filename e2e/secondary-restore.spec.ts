import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { goTo } from './drivers/page.ts';
import type { Screens } from './drivers/screens.ts';
import { inSecondaryRegion } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Cross Region Restore: from the list of a secondary region to a job there, and what it is not for. */

const vault = 'rsv-prod-weu';

/** Starts with a machine of the secondary region chosen. */
async function begin({ wizard, page }: Screens, name: string, group: string): Promise<void> {
  await goTo(page, inSecondaryRegion(name, group));
  await wizard.expectStep('restore-point');
}

/** The same from the list of the secondary region, press by press. */
async function beginByHand(
  { instances, wizard }: Screens,
  name: string,
  group: string,
): Promise<void> {
  await instances.region('Secondary Region').click();
  await instances.filter('Vault to search', vault);
  await instances.choose(name, group);
  await instances.command('Restore').click();
  await wizard.expectStep('restore-point');
}

test(
  'a new machine is made in the secondary region, and its job is watched there',
  { tag: proves('restore a VM in the secondary region') },
  async ({ app, azure, clock }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration, job, page } = screens;
    await beginByHand(screens, 'app01', 'rg-app-prod');
    await shell.expectText(
      'The newest restore point in the secondary region can be up to 36 hours old',
    );
    await shell.expectText('Only vault data is replicated to the secondary region.');
    // The newest is not replicated yet: it stays in view, with the reason.
    await expect(wizard.point('4 Jun 2025, 22:03')).toHaveAttribute('aria-disabled', 'true');
    await expect(wizard.points.row('4 Jun 2025, 22:03')).toContainText(
      'Not in the secondary region',
    );
    await wizard.choosePoint('3 Jun 2025, 22:05');
    await wizard.next('configuration');

    await configuration.chooseType('Create new virtual machine');
    await configuration.name().fill('app01-far');
    await configuration.nameNewGroup('rg-far');
    await shell.expectText('Created in North Europe before the restore starts');
    // Filled in: the network that is set up there, and its first subnet.
    await expect(configuration.list('Virtual network')).toHaveText('vnet-prod-neu');
    await expect(configuration.list('Subnet')).toHaveText('default');
    await expect(configuration.list('Availability Zone')).toHaveText('Zone 1');
    await expect(configuration.identity('None')).toBeHidden();
    await configuration.choose('Staging Location', 'stprodneu01 (LRS)');
    await wizard.next('review');

    await wizard.openAlways();
    await shell.expectText('A restore to the secondary region can’t be canceled after it starts.');
    await expect(await wizard.selected()).toContainText('Secondary Region (North Europe)');
    await wizard.openTab('Checks');
    // Restores in progress there are in a list of their own.
    await wizard.preflight.expectLine('Other restores to this target', 'Passed', 'No restore');
    await azure.expectReceived('jobs.listSecondary', 1);
    const shown = await wizard.shownRequest();
    await expect(await wizard.request()).toContainText('/backupAadProperties?');
    await expect(await wizard.request()).toContainText('/accessToken?');
    expect(shown.address).toMatch(/\/locations\/northeurope\/backupCrossRegionRestore\?/);
    await expect(wizard.consequenceBox()).toHaveAccessibleName(
      /The restore of app01 to a new VM in North Europe can’t be canceled/,
    );
    await wizard.tickConsequence();
    await wizard.restoreAccepted();
    const properties = { recoveryType: 'AlternateLocation', region: 'northeurope', zones: ['1'] };
    expect(shown.body).toMatchObject({ restoreRequest: properties });
    expect(await azure.accepted()).toMatchObject([{ body: { properties } }]);

    await clock.pass(90_000);
    await job.expectOpen(/app01/);
    await expect(page).toHaveURL(/~northeurope$/);
    await job.expectFacts('properties', { 'Secondary region': 'North Europe', Vault: vault });
    await shell.expectText('can’t be canceled after it starts');
    await job.expectCancel('impossible', 'A restore in the secondary region can’t be canceled.');
    await app.reload();
    await job.expectOpen(/app01/);
    await clock.pass(3_600_000);
    await job.expectProgress('Completed');
    await job.expectProgress(/ was on at \d\d:\d\d UTC/);
  },
);

test('disks are restored there by keyboard, from the page of the machine, and figures in steps', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/instances', 'recorded');
  const { instances, instance, shell, wizard, configuration, job, keyboard, page } = screens;
  await instances.find('web-fe-07', 'rg-web');
  await instances.command('Open').click();
  await shell.expectTitle('web-fe-07');
  const primary = page.getByRole('radio', { name: 'Primary Region' });
  await keyboard.reach(primary);
  await keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/view=secondary/);
  // The address changes before the page is drawn by it.
  await expect(page.getByRole('radio', { name: 'Secondary Region' })).toBeChecked();
  await expect(instance.points.row('4 Jun 2025, 23:10')).toHaveCount(0);
  await page
    .getByRole('group', { name: 'Commands for this backup instance' })
    .getByRole('link', { name: 'Restore' })
    .press('Enter');
  await wizard.expectStep('restore-point');
  await wizard.choosePoint('3 Jun 2025, 23:11');
  await wizard.next('configuration');
  await keyboard.choose(configuration.list('Restore Type'), configuration.entry('Restore disks'));
  await configuration.choose('Resource group', 'rg-restore-weu');
  await configuration.choose('Staging Location', 'stprodneu01 (LRS)');
  await wizard.next('review');
  await wizard.openAlways();
  await shell.expectText('When you deploy the template, use a network of the secondary region.');
  await expect(wizard.consequenceBox()).toHaveAccessibleName(
    /The restore of the disks of web-fe-07 in .* can’t be canceled/,
  );
  await wizard.tickConsequence();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
  await clock.pass(90_000);
  await job.expectOpen(/web-fe-07/);
  await job.expectProgress('1%');
  await clock.pass(7_200_000);
  await job.expectProgress('Completed');
  await expect(job.evidence()).toHaveText(/^Disks that exist: web-fe-07-os/);
});

test('disks are not replaced there, which says why', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, explanation, shell } = screens;
  await begin(screens, 'app01', 'rg-app-prod');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.next('configuration');
  await expect(configuration.group('Replace existing')).toHaveAttribute('aria-disabled', 'true');
  await explanation.why('Replace existing').click();
  await shell.expectText('Replace existing can’t restore to another region.');
  await shell.expectText('Restore Azure VMs, Restore options, Cross Region, 30 Nov 2024');
  await explanation.instead('Create new').click();
  await explanation.expectClosed();
});

test('an Ultra disk stays in the primary region', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, explanation, page } = screens;
  await begin(screens, 'sap-hana-01', 'rg-restore-weu');
  await wizard.openStep('instance');
  await expect(explanation.why('Secondary Region')).toBeVisible();
  await wizard.tryNext();
  await expect(page.getByRole('alert')).toContainText('Ultra disks can’t be restored');
  await explanation.why('Secondary Region').click();
  await explanation.expectSays({
    rule: 'A VM with Ultra disks can’t be restored in the secondary region.',
    fact: 'Ultra',
    source: 'Restore Azure VMs, Cross Region Restore, note, 30 Nov 2024',
  });
  await explanation.instead('Restore in the primary region').click();
  await expect(page.getByRole('radio', { name: 'Primary Region' })).toBeChecked();
});

test('a snapshot is not there, and a customer’s key does not go along', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard } = screens;
  await begin(screens, 'sap-keys-01', 'rg-restore-weu');
  await expect(wizard.points.row('5 Jun 2025, 02:1')).toContainText(
    'Snapshot: not in the secondary region',
  );
  await wizard.points.row('4 Jun 2025').getByRole('radio').check();
  await wizard.next('configuration');
  await expect(wizard.plan()).toContainText(
    'In the secondary region, its disks are restored without customer-managed keys.',
  );
});

test('where no staging account lies in the paired region, none can be chosen', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, shell } = screens;
  await begin(screens, 'app01', 'rg-app-prod');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.next('configuration');
  await configuration.chooseType('Create new virtual machine');
  await configuration.choose('Subscription', 'Documents example');
  await shell.expectText('No default network');
  await expect(configuration.list('Virtual network')).toHaveText('Select one');
  await (await configuration.staging()).click();
  await expect(configuration.entry('testAccount (LRS)')).toHaveAttribute('aria-disabled', 'true');
});

test('a vault without Cross Region Restore says so, and another machine can be looked for', async ({
  app,
}) => {
  const screens = await app.open('/restore/new', 'default');
  const { wizard, configuration, explanation, page } = screens;
  await wizard.chooseDatasource();
  await wizard.next('instance');
  await wizard.chooseInstance('fin-ledger-01');
  const secondary = page.getByRole('radio', { name: 'Secondary Region' });
  await expect(secondary).toHaveAttribute('aria-disabled', 'true');
  await explanation.why('Secondary Region').click();
  await explanation.expectSays({
    rule: 'Cross Region Restore is off for this vault.',
    fact: 'Cross Region Restore',
    source: 'Restore Azure VMs, Cross Region Restore, 30 Nov 2024',
  });
  await explanation.instead('Select another VM in the Secondary Region').click();
  await expect(secondary).toBeChecked();
  await page.getByRole('combobox', { name: 'Vault', exact: true }).click();
  await expect(configuration.entry('rsv-apps-eus2')).toHaveAttribute('aria-disabled', 'true');
  await configuration.entry(vault).click();
  await wizard.chooseInstance('app01');
  await wizard.next('restore-point');
});

test('axe finds nothing in the machines and points of the secondary region', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, page } = screens;
  await begin(screens, 'app01', 'rg-app-prod');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await expectAccessible(page, 'points of the secondary region');
  await wizard.openStep('instance');
  await expectAccessible(page, 'machines of the secondary region');
});

test('axe finds nothing in the last step of a restore in the secondary region', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, explanation, page } = screens;
  await begin(screens, 'app01', 'rg-app-prod');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.openStep('configuration');
  await explanation.why('Replace existing').click();
  await configuration.chooseType('Restore disks');
  await configuration.choose('Staging Location', 'stprodneu01 (LRS)');
  await configuration.choose('Resource group', 'rg-restore-weu');
  await wizard.openStep('review');
  await expectAccessible(page, 'review for the secondary region');
});
