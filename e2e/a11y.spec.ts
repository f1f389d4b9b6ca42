import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import {
  jobFails,
  LATE_RESTORE_MS,
  lateRestore,
  lostRequest,
  restoreForbidden,
} from './drivers/faults.ts';
import { stepIds } from './drivers/wizard.ts';
import { goTo } from './drivers/page.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Every screen in its main states, scanned by axe. */

test(
  'the start page and the instances',
  { tag: proves('the lists are accessible') },
  async ({ app, page }) => {
    const { shell, instances } = await app.open('/', 'default');
    await shell.expectText('Restores in progress');
    await expectAccessible(page, 'Overview');
    await shell.goTo('Backup instances');
    await instances.expectVisible();
    await expectAccessible(page, 'Backup instances');
  },
);

test('the jobs', async ({ app, page }) => {
  const { jobs } = await app.open('/jobs', 'default');
  await jobs.expectVisible();
  await expectAccessible(page, 'Backup jobs');
});

test('one instance, and one job that runs', async ({ app, page }) => {
  const { shell, overview, job } = await app.open('/instances', 'default');
  await shell.follow('app01');
  await shell.expectText('Crash');
  await expectAccessible(page, 'Backup instance');
  await shell.goTo('Overview');
  await overview.openRunning('app01');
  await job.expectProgress('%');
  await expectAccessible(page, 'job that runs');
});

test('jobs that have ended, with and without warnings', async ({ app, page }) => {
  const { shell, jobs, job } = await app.open('/', 'default');
  await shell.follow('Restore of testVM');
  await expect(job.errors()).toBeVisible();
  await expectAccessible(page, 'job that failed');
  await goTo(page, '/jobs?range=7d&status=completedWithWarnings');
  await jobs.row('web-fe-07').getByRole('link').first().click();
  await job.expectProgress('Completed with warnings');
  await expectAccessible(page, 'job with warnings');
});

test('the steps, empty', async ({ app, page }) => {
  const { wizard } = await app.open('/restore/new');
  for (const step of stepIds) {
    await wizard.openStep(step);
    await expectAccessible(page, `${step}, empty`);
  }
});

test('the steps, with what Next refuses', async ({ app, page }) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.openStep('instance');
  await wizard.tryNext();
  await shell.expectAlert('Select the backup instance to restore.');
  await expectAccessible(page, 'instance, refused');
  await wizard.chooseInstance('testVM');
  await wizard.next('restore-point');
  await shell.press('Clear suggestion');
  await wizard.tryNext();
  await shell.expectAlert('Select a restore point.');
  await expectAccessible(page, 'restore point, refused');
});

test('a machine that needs Network access, with what Next refuses', async ({ app, page }) => {
  const { wizard, instances } = await app.open('/instances', 'default');
  await instances.restore('pay-api-02', 'rg-pay');
  await wizard.expectStep('restore-point');
  await wizard.openStep('configuration');
  await wizard.tryNext();
  await expectAccessible(page, 'configuration, refused');
  await wizard.openStep('network-access');
  await wizard.tryNext();
  await expectAccessible(page, 'network access, refused');
  await wizard.openStep('review');
  await expectAccessible(page, 'review, with refusals');
});

test('the steps, filled in', { tag: proves('the steps are accessible') }, async ({ app, page }) => {
  const { wizard, configuration } = await app.open('/restore/new');
  await wizard.fill();
  for (const step of stepIds) {
    await wizard.openStep(step);
    await expectAccessible(page, `${step}, filled in`);
  }
  await wizard.openStep('review');
  await wizard.openStep('configuration');
  await configuration.openFilled();
  await configuration.list('Staging Location').click();
  await expectAccessible(page, 'configuration, list open', { isListOpen: true });
});

test('from Restore to the end of the job', async ({ app, azure, page, clock, faults }) => {
  const { shell, wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(restoreForbidden);
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await expectAccessible(page, 'refused by Azure');
  await faults.add(jobFails);
  await faults.add(lateRestore);
  await wizard.restore();
  await shell.expectText('Sending the restore');
  await expectAccessible(page, 'sending');
  await azure.expectReceived('restores.trigger', 2);
  await clock.pass(LATE_RESTORE_MS);
  await shell.expectText('Restore request accepted');
  await expectAccessible(page, 'accepted');
  await clock.pass(90_000);
  await job.expectOpen('Restore of testVM');
  await clock.pass(900_000);
  await job.expectProgress('Restore failed');
  await expectAccessible(page, 'restore that failed');
});

test('an answer that never came', async ({ app, page, faults }) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await expectAccessible(page, 'answer lost');
});

test('the simulation panel', async ({ app, page }) => {
  const { simulation } = await app.open('/');
  await simulation.open();
  await simulation.expectText('Log');
  await expectAccessible(page, 'simulation');
});
