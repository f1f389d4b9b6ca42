import { expect, type Page } from 'playwright/test';
import { UseDisks } from './drivers/actions.ts';
import { reviewDisk, validated, withDisks } from './drivers/disks.ts';
import { jobFailsIn } from './drivers/faults.ts';
import { NextSteps, openRecord } from './drivers/jobs.ts';
import { deleteInAzure, openStarted } from './drivers/others.ts';
import { goTo } from './drivers/page.ts';
import { fillApp01Beside, restoreEnded } from './drivers/restores.ts';
import { addNextStep } from './drivers/storage.ts';
import { test } from './fixtures.ts';

/** One number and one name for one thing: on Overview, in lists, at Review, on the job's page and in its record. */

const HOUR = 3_600_000;
const systemDisk =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-erp/providers/Microsoft.Compute/disks/sql-erp-02_OsDisk';

/** The rows of a part of the record, without that of its heads. */
const rowsOf = (page: Page, part: string) =>
  page
    .getByRole('table', { name: part })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });

/** As many open steps on the open page of a job, in its record and on Overview, by the restore's name. */
async function expectOpenSteps(page: Page, name: string, open: number): Promise<void> {
  const steps = new NextSteps(page);
  await steps.expectDone(0, open);
  await openRecord(page);
  await expect(rowsOf(page, 'Next steps')).toHaveCount(open);
  await expect(rowsOf(page, 'Next steps').filter({ hasText: /Verified|Done by hand/ })).toHaveCount(
    0,
  );
  await steps.expectOnOverview(`${name}: ${String(open)} open`);
}

test('warnings, open steps and the name of a restore are the same wherever they stand', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, shell, overview, job } = screens;
  await fillApp01Beside(screens);
  await wizard.preflight.reachReady(clock);
  await wizard.preflight.expectSum('Ready with warnings: 1 warning.');
  expect(await wizard.preflight.notPassed()).toHaveLength(1);
  await wizard.restoreAccepted();
  await clock.pass(90_000);
  await job.expectOpen('Restore of app01 to app01-night');
  const named = 'app01 to app01-night';
  await goTo(page, '/');
  await expect(overview.running.row(named)).toBeVisible();
  await shell.goTo('Backup jobs');
  await expect(overview.running.row(named)).toBeVisible();
  await page.goBack();
  await overview.running.row(named).getByRole('link').click();
  await clock.pass(6 * HOUR);
  await job.expectProgress('Completed');
  await expectOpenSteps(page, named, 2);
  // A step that this version has no words for counts in all of them.
  await addNextStep(page, 'of.tomorrow');
  await app.reload();
  await page.getByRole('link', { name: `${named}: 3 open` }).click();
  await expectOpenSteps(page, named, 3);
});

test('a disk whose role isn’t known has as many open steps everywhere', async ({
  app,
  clock,
  page,
}) => {
  const screens = withDisks(await app.open('/restore/new', 'default'));
  // Nothing of it is left to say what it was.
  await deleteInAzure(page, systemDisk);
  await reviewDisk(screens, {
    disk: 'sql-erp-02_OsDisk',
    point: '4 Jun 2025, 21:00',
    subscription: 'Contoso Production',
    group: 'rg-restore-weu',
    name: 'erp-again',
  });
  await validated(screens, clock);
  await restoreEnded(screens, clock, 'Restore of sql-erp-02_OsDisk');
  await expectOpenSteps(page, 'sql-erp-02_OsDisk to erp-again', 2);
});

test('a restore that failed names the VM built since, on Overview, on its page and in its record', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  await faults.add(jobFailsIn(1));
  await openStarted(screens, 'createVm');
  await clock.pass(HOUR);
  const disks = new UseDisks(page);
  await disks.open();
  await disks.text('Virtual machine name').fill('builtVM');
  await disks.fillVm('Standard_A1_v2');
  await disks.plan(/^Create VM builtVM from testvm-osdisk-/);
  await disks.confirm('builtVM', 'Create VM');
  await clock.speed(60);
  await disks.expectSteps(/^Create VM builtVM/, [/NIC builtVM-nic: Done$/, /VM builtVM: Done$/]);
  await page.goBack();
  const built = 'Built from it since, in this browser: builtVM';
  await screens.job.expectProgress(`Disks restored, VM not created. ${built}`);
  await expect(page.getByRole('img', { name: new RegExp(built) })).toBeVisible();
  await openRecord(page);
  await expect(page.getByText(`Disks restored, VM not created. ${built}`)).toBeVisible();
  await goTo(page, '/');
  await expect(screens.overview.attention('Restore of testVM to targetVM')).toContainText(built);
});
