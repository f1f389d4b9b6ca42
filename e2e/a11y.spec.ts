import { expect } from 'playwright/test';
import { expectAccessible, expectAccessibleInContrast } from './drivers/a11y.ts';
import {
  everythingSlow,
  jobFails,
  lateRestore,
  lostRequest,
  offline,
  pointsForbidden,
  restoreForbidden,
} from './drivers/faults.ts';
import { stepIds } from './drivers/wizard.ts';
import { test } from './fixtures.ts';

/** Every screen in its main states, scanned by axe. */

test('the lists', async ({ app, page }) => {
  const { shell, instances, jobs } = await app.open('/', 'default');
  await shell.expectText('Running restores');
  await expectAccessible(page, 'Overview');
  await shell.goTo('Backup instances');
  await instances.expectVisible();
  await expectAccessible(page, 'Backup instances');
  await expectAccessibleInContrast(page, 'Backup instances');
  await shell.goTo('Backup jobs');
  await jobs.expectVisible();
  await expectAccessible(page, 'Backup jobs');
});

test('one instance, and one job that runs', async ({ app, page }) => {
  const { shell, job } = await app.open('/instances', 'default');
  await shell.follow('app01');
  await shell.expectText('Crash consistent');
  await expectAccessible(page, 'Backup instance');
  await shell.goTo('Overview');
  await shell.follow('Restore of app01');
  await job.expectProgress('%');
  await expectAccessible(page, 'job that runs');
  await expectAccessibleInContrast(page, 'job that runs');
});

test('jobs that have ended, with and without warnings', async ({ app, page }) => {
  const { shell, job } = await app.open('/', 'default');
  await shell.follow('Restore of testVM');
  await expect(job.errors()).toBeVisible();
  await expectAccessible(page, 'job that failed');
  await page.goBack();
  await shell.follow('Restore of web-fe-07');
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
  await shell.expectAlert('Select the protected machine to restore.');
  await expectAccessible(page, 'instance, refused');
  await wizard.chooseInstance('testVM');
  await wizard.next('restore-point');
  await wizard.tryNext();
  await shell.expectAlert('Choose the restore point to go back to.');
  await expectAccessible(page, 'restore point, refused');
});

test('a machine that needs Network access, with what Next refuses', async ({ app, page }) => {
  const { shell, wizard } = await app.open('/instances', 'default');
  await shell.follow('Restore pay-api-02 in rg-pay');
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

test('the steps, filled in', async ({ app, page }) => {
  const { wizard } = await app.open('/restore/new');
  await wizard.fill();
  for (const step of stepIds) {
    await wizard.openStep(step);
    await expectAccessible(page, `${step}, filled in`);
  }
  await expectAccessibleInContrast(page, 'review');
  await wizard.openStep('configuration');
  await wizard.field('Staging Location').click();
  await expectAccessible(page, 'configuration, list open', { isListOpen: true });
  await expectAccessibleInContrast(page, 'configuration, list open', { isListOpen: true });
});

test('from Restore to the end of the job', async ({ app, page, clock, faults }) => {
  const { shell, wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(restoreForbidden);
  await wizard.restore();
  await shell.expectText('Azure refused the restore');
  await expectAccessible(page, 'refused by Azure');
  await faults.add(jobFails);
  await faults.add(lateRestore);
  await wizard.restore();
  await shell.expectText('Sending the restore');
  await expectAccessible(page, 'sending');
  await clock.pass(31_000);
  await shell.expectText('Azure has accepted the restore');
  await expectAccessible(page, 'accepted');
  await clock.pass(90_000);
  await job.expectOpen('Restore of testVM');
  await clock.pass(900_000);
  await job.expectProgress('Failed');
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

test('lists that are empty, being read, forbidden or not answered', async ({
  app,
  page,
  clock,
  faults,
}) => {
  const { shell, wizard } = await app.open('/jobs');
  await shell.expectText('No job in the last seven days.');
  await expectAccessible(page, 'no jobs');
  await faults.add(everythingSlow);
  await shell.goTo('Backup instances');
  await shell.expectReading('the backup instances');
  await expectAccessible(page, 'instances being read');
  await faults.remove('everything-slow');
  await clock.pass(61_000);
  await shell.follow('Restore testVM in testRG');
  await wizard.expectStep('restore-point');
  await faults.add(pointsForbidden);
  await app.reload();
  await shell.expectAlert('You may not read the restore points.');
  await expectAccessible(page, 'points forbidden');
  await faults.add(offline);
  await clock.speed(60);
  await shell.goTo('Overview');
  await app.reload();
  await shell.expectAlert('No answer came while reading the backup jobs.');
  await expectAccessible(page, 'offline');
});

test('pages for what is not there', async ({ app, page, troubles }) => {
  troubles.expectRefusals();
  const { shell } = await app.open('/no/such/page');
  await shell.expectTitle('There is no page at this address');
  await expectAccessible(page, 'not found');
  const missing = {
    '/jobs/none': 'There is no job at this address',
    '/instances/none': 'There is no backup instance at this address',
    '/restore/none/review': 'There is no draft at this address',
  };
  for (const [address, title] of Object.entries(missing)) {
    await page.goto(address);
    await shell.expectTitle(title);
    await expectAccessible(page, address);
  }
});

test('the simulation panel', async ({ app, page }) => {
  const { simulation } = await app.open('/');
  await simulation.open();
  await simulation.expectText('Log');
  await expectAccessible(page, 'simulation');
  await expectAccessibleInContrast(page, 'simulation');
});
