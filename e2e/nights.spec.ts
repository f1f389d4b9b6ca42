import { expect } from 'playwright/test';
import { openOfJob } from './drivers/deploy.ts';
import { goTo } from './drivers/page.ts';
import { inSecondaryRegion, pageOf, sources } from './drivers/world.ts';
import { NextSteps } from './drivers/jobs.ts';
import { deleteInAzure, powerInAzure } from './drivers/others.ts';
import { configure, restoreEnded, webFeRestored } from './drivers/restores.ts';
import { test } from './fixtures.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MACHINE =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-erp/providers/Microsoft.Compute/virtualMachines/sql-erp-02';

/** A night from its mishap to its end, as documents 000 and 002 describe it. */

test('a deleted SQL VM runs again, smaller and with a license, from its disks and their template', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  // That the VM is gone is an answer of 404, and its old size is over the quota.
  faults.expectRefusals();
  const screens = await app.open(pageOf.sqlErp, 'default');
  const { configuration, instance, job, shell, wizard } = screens;
  await shell.expectText('Contoso Production · Source exists');
  await instance.expectFacts({ Size: 'Standard_E16s_v5' });
  await deleteInAzure(page, MACHINE);
  await clock.pass(HOUR);
  await shell.expectText('Contoso Production · Source deleted');

  await instance.restore('4 Jun 2025, 21:31').click();
  await wizard.expectStep('configuration');
  await expect(configuration.group('Replace existing')).toBeDisabled();
  await wizard.fillTarget({ group: 'rg-erp', staging: 'stprodweu02 (GRS)' });
  // Of a VM that is gone Azure no longer reports it.
  await configuration.aboutMachine().click();
  await configuration.choose('Does it run SQL Server?', 'Yes');
  await wizard.next('review');
  await wizard.tickWarnings();
  await wizard.restoreAccepted();

  await clock.pass(1.5 * MINUTE);
  await job.expectOpen('Restore of sql-erp-02');
  await job.expectProgress(/ of 902\.0 GiB/);
  await clock.pass(2 * HOUR);
  await job.expectProgress('Completed');
  await shell.expectText('Register the new VM with the SQL resource provider');

  const jobPage = new URL(page.url()).pathname;
  const deploy = await openOfJob(page);
  await deploy.chooseReader(/^This page/);
  await deploy.press('Read the template');
  await expect(deploy.text()).toHaveValue(/"vmSize": "Standard_E16s_v5"/);
  await deploy.field('virtualMachineName').fill('sql-erp-02');
  await deploy.press('Validate');
  await expect(page.getByText('(QuotaExceeded)')).toBeVisible();
  await deploy.choose('Size', 'Standard_E4s_v5');
  await deploy.choose('License type', 'Windows_Server');
  await deploy.validate(clock, 'Azure accepts the template: 3 resources.');
  await expect(deploy.changes('Will be created')).toContainText('sql-erp-02 (virtualMachines)');
  await expect(page.getByText('Won’t be touched: 3')).toBeVisible();
  await deploy.purchase();
  await clock.pass(5 * MINUTE);
  await deploy.operations.expectRows([
    { Resource: 'sql-erp-02', Status: 'Completed' },
    { Type: 'Microsoft.Network/networkInterfaces', Status: 'Completed' },
    { Resource: 'sql-erp-02Restoredip', Status: 'Completed' },
  ]);
  await expect(deploy.attempt(1)).toContainText(
    'Read back from Azure: VM sql-erp-02, running, Standard_E4s_v5, zone 2',
  );

  // The job now knows the VM that was built from its disks, and that its backup goes on.
  await goTo(page, jobPage);
  await new NextSteps(page).expectStatus(
    'A VM created from the disks',
    /Verified \d.*Azure reports: EnhancedDaily, Protected\./s,
  );

  await goTo(page, pageOf.sqlErp);
  await shell.expectText('Contoso Production · Source exists');
  await instance.expectFacts({ Size: 'Standard_E4s_v5' });
  expect(azure.sent()).toHaveLength(1);
  expect(await azure.received('deployments.create')).toHaveLength(1);
});

/** Nights from the loss of a machine to the last step after its restore. */

const LOST =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/web-fe-07';

test('same name and group: a deleted VM is back, its backup goes on, and its unknown settings are looked at', async ({
  app,
  clock,
  faults,
  page,
}) => {
  // That the VM is gone is an answer of 404.
  faults.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const steps = new NextSteps(page);
  await deleteInAzure(page, LOST);
  await clock.pass(HOUR);
  await webFeRestored(screens, clock, { name: 'web-fe-07', group: 'rg-web' });

  const address = page.url();
  await steps.expectStatus(
    'Backup continues',
    /Verified \d.*Azure reports: EnhancedDaily, Protected\./s,
  );
  await expect(steps.part()).toContainText('The source couldn’t be read when the restore was sent');
  const unknown = ['Extensions are installed', 'address is now dynamic', 'in no availability set'];
  for (const step of unknown) {
    await steps.expectStatus(step, /Not checked/);
  }
  await steps.expectOnOverview(/^web-fe-07 to .+: 4 open$/);

  await goTo(page, new URL(address).pathname);
  for (const step of [...unknown, 'cloud-init']) await steps.markDone(step);
  await steps.expectDone(5, 5);
  await steps.expectOnOverview(null);
});

test('other group: the copy of a damaged SQL VM is backed up, licensed and registered from here', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  // That the new VM isn’t registered is an answer of 404.
  faults.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const { configuration, jobs, wizard } = screens;
  const steps = new NextSteps(page);
  await configure(screens, sources.sqlErp);
  await configuration.fillNewMachine({
    name: 'sql-erp-night',
    group: 'rg-restore-weu',
    network: 'vnet-prod-weu',
    staging: 'stprodweu01 (LRS)',
  });
  await wizard.next('review');
  await wizard.tickWarnings('Core quota');
  await restoreEnded(screens, clock, 'Restore of sql-erp-02');
  // Both have the same host name.
  await powerInAzure(page, sources.sqlErp, 'off');

  const address = page.url();
  await steps.expectDone(0, 5);
  await steps.expectOnOverview(/^sql-erp-02 to .+: 5 open$/);
  await goTo(page, new URL(address).pathname);
  await steps.markDone('Separate the copy');
  await clock.speed(60);
  const backup = 'Set up backup for it';
  await steps.press(backup, 'Set up backup');
  await steps.choose('Backup policy', /^EnhancedPolicy/);
  await steps.carryOut(backup, 'sql-erp-night', 'Set up backup');
  await steps.expectStatus(backup, /Verified \d.*Azure reports: EnhancedPolicy, IRPending\./s);
  const license = 'Set the license type of the restored VM';
  await steps.press(license, 'Set the license type');
  await steps.carryOut(license, 'sql-erp-night', 'Set the license type');
  await steps.expectStatus(license, /Verified \d.*Azure reports: Windows_Server\./s);
  const sql = 'SQL resource provider';
  await steps.press(sql, 'Register with SQL');
  await steps.choose('SQL Server license', 'Azure Hybrid Benefit');
  await steps.carryOut(sql, 'sql-erp-night', 'Register with SQL');
  await steps.expectStatus(sql, /Verified \d.*Azure reports: AHUB\./s);
  // The registration has brought the extension along.
  await steps.expectStatus(
    'Extensions are installed',
    /Verified \d.*Azure reports: SqlIaasExtension Succeeded\./s,
  );
  await steps.expectDone(5, 5);
  await steps.expectOnOverview(null);
  expect(await azure.received('protectedItems.protect')).toHaveLength(1);
  await goTo(page, '/jobs');
  await expect(jobs.row('sql-erp-night', 'ConfigureBackup', 'Completed')).toBeVisible();
});

test('other region: a VM under a customer’s keys runs in the pair, and is open until they are applied by hand', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, wizard } = screens;
  const steps = new NextSteps(page);
  await goTo(page, inSecondaryRegion('sap-keys-01', 'rg-restore-weu'));
  await wizard.expectStep('restore-point');
  await wizard.choosePoint('3 Jun 2025, 02:13');
  await wizard.next('configuration');
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill('sap-keys-far');
  await configuration.nameNewGroup('rg-far');
  await configuration.choose('Staging Location', 'stprodneu01 (LRS)');
  await wizard.next('review');
  await wizard.tickConsequence();
  await wizard.tickWarnings();
  await restoreEnded(screens, clock, /sap-keys-01/);

  const address = page.url();
  const keys = 'The VM uses customer-managed keys';
  await steps.expectStatus(keys, /Open.*Azure reports: EncryptionAtRestWithPlatformKey\./s);
  const backup = 'Set up backup for it';
  await steps.press(backup, 'Set up backup');
  await steps.expectStatus(backup, /A vault of North Europe .* There is none that you can read\./);
  await steps.expectOnOverview(/^sap-keys-01 to .+: 3 open$/);

  await goTo(page, new URL(address).pathname);
  await steps.markDone(backup);
  await steps.markDone(keys);
  await steps.markDone('Separate the copy');
  await steps.expectDone(3, 3);
  await steps.expectOnOverview(null);
});
