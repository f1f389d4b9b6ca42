import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { jobFailsIn } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { NextSteps, openRecord } from './drivers/jobs.ts';
import { buildInAzure, deleteInAzure, openStarted, powerInAzure } from './drivers/others.ts';
import { sources } from './drivers/world.ts';
import { UseDisks } from './drivers/actions.ts';
import { test } from './fixtures.ts';

/** What is done after a job: a line of its own, and never the job's outcome. */

const HOUR = 3_600_000;

test('a VM built by hand from the disks of a failed restore leaves the job as it ended', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  const { job } = screens;
  await faults.add(jobFailsIn(1));
  await openStarted(screens, 'createVm');
  await clock.pass(HOUR);
  await job.expectProgress('Disks restored, VM not created');
  await clock.pass(8 * HOUR);
  await buildInAzure(page, 'targetVM');
  await clock.pass(HOUR);
  await job.expectProgress('targetVM exists, but this job didn’t create it.');
  await job.expectProgress('Disks restored, VM not created');
  await expect(job.fromDisks()).toHaveCount(1);
  await openRecord(page);
  await expect(page.getByRole('region', { name: 'Restore', exact: true })).toContainText(
    /OutcomeDisks restored, VM not created/,
  );
  await expect(page.getByRole('region', { name: 'Times and data' })).toContainText(
    /Result first readunknown.*Recovery time, at most \(decision to first read\)unknown/,
  );
});

test('a VM built from here is a line of its own on the job, in its record and its next steps', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  const { job } = screens;
  await faults.add(jobFailsIn(1));
  await openStarted(screens, 'createVm');
  await clock.pass(HOUR);
  const address = new URL(page.url()).pathname;
  const disks = new UseDisks(page);
  await disks.open();
  await disks.text('Virtual machine name').fill('targetVM');
  await disks.fillVm('Standard_A1_v2');
  const build = /^Create VM targetVM from testvm-osdisk-/;
  const action = await disks.plan(build);
  await disks.confirm('targetVM', 'Create VM');
  await clock.speed(60);
  await expect(action).toContainText('Completed. Each result was read from Azure.');
  await clock.speed(1);
  await goTo(page, address);
  await job.expectProgress('Disks restored, VM not created');
  const line = job.after().getByRole('listitem').filter({ hasText: build });
  await expect(line).toContainText(/Create VM, .* UTC/);
  await expect(line).toContainText('Done. The result was read from Azure.');
  await expect(line).toContainText(/Read again .*: still there\./);
  const steps = new NextSteps(page);
  await steps.expectStatus('Set up backup for it', 'Open');
  await expectAccessible(page, 'what was done after a job');
  await openRecord(page);
  const rows = page.getByRole('table', { name: 'Done after the job' });
  await expect(rows.getByRole('row', { name: build })).toContainText('Create VM');
});

test('after a swap the VM of the disks is known, and is open again once they are gone', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  const { job } = screens;
  await powerInAzure(page, sources.testVm, 'on');
  await openStarted(screens, 'restoreDisks');
  await clock.pass(HOUR);
  const address = new URL(page.url()).pathname;
  const steps = new NextSteps(page);
  await expect(steps.part()).toContainText('No VM of these disks is known yet.');
  const disks = new UseDisks(page);
  await disks.open();
  await disks.chooseKind('Swap the OS disk of a VM');
  await disks.choose('Virtual machine', 'testVM');
  const action = await disks.plan(/^Swap the OS disk of testVM/);
  await disks.confirm('testVM', 'Swap OS disk');
  await clock.speed(60);
  await expect(action).toContainText('Completed. Each result was read from Azure.');
  await clock.speed(1);
  await goTo(page, address);
  const line = job
    .after()
    .getByRole('listitem')
    .filter({ hasText: /^Swap the OS disk of testVM/ });
  await expect(line).toContainText(/still there\./);
  await expect(steps.part()).not.toContainText('No VM of these disks is known yet.');
  await steps.expectStatus('Use the disks', /Verified \d/);
  // testVM is backed up already.
  await steps.expectDone(2, 4);
  // That a VM is gone is an answer of 404.
  faults.expectRefusals();
  await deleteInAzure(
    page,
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testRG/providers/Microsoft.Compute/virtualMachines/testVM',
  );
  await clock.pass(60_000);
  await steps.part().getByRole('button', { name: 'Check again', exact: true }).first().click();
  await expect(line).toContainText(/Open again since .* UTC: no longer there\./);
  await steps.expectStatus('Use the disks', /Open again since \d/);
  await steps.expectDone(0, 4);
  await openRecord(page);
  await expect(page.getByRole('row', { name: /^Use the disks.* Open again / })).toBeVisible();
});
