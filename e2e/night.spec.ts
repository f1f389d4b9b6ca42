import { expect } from 'playwright/test';
import { openOfJob } from './drivers/deploy.ts';
import { goTo } from './drivers/page.ts';
import { pageOf } from './drivers/world.ts';
import { NextSteps } from './drivers/jobs.ts';
import { deleteInAzure } from './drivers/others.ts';
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
