import { expect } from 'playwright/test';
import { jobFails } from './drivers/faults.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import { test } from './fixtures.ts';

/** A restore is told of when it was accepted and when it has ended, wherever one is by then. */

const accepted = 'Azure has accepted the restore of app01.';
const completed = 'The restore of app01 has ended: Completed.';

test.beforeEach(async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  await expect(screens.notices.bell()).toBeVisible();
  await fillApp01Beside(screens);
});

test('both notices lead to the job, also from another page, and the bell keeps them', async ({
  screens,
  clock,
  page,
}) => {
  const { shell, wizard, job, notices } = screens;
  await wizard.restore();
  await shell.expectText('Azure has accepted the restore');
  await clock.pass(90_000);
  await expect(notices.told(accepted)).toBeVisible();
  await expect(notices.bell(1)).toBeVisible();
  await shell.goTo('Overview');
  await notices.open();
  await notices.line(accepted).getByRole('link', { name: 'Open the job' }).click();
  await job.expectOpen('Restore of app01');
  const address = page.url();
  await expect(notices.bell()).toBeVisible();

  await shell.goTo('Backup instances');
  await clock.pass(7_200_000);
  await expect(notices.told(completed)).toBeVisible();
  await notices.follow(completed);
  await expect(page).toHaveURL(address);
  await job.expectProgress('Completed');
  await notices.open();
  await expect(notices.line('The restore of app01 has ended')).toBeVisible();
});

test('a job is watched again after a reload, and its failure is told', async ({
  app,
  screens,
  clock,
  faults,
}) => {
  const { shell, wizard, job, notices } = screens;
  await faults.add(jobFails);
  await wizard.restore();
  await shell.expectText('Azure has accepted the restore');
  await clock.pass(90_000);
  await job.expectOpen('Restore of app01');
  await shell.goTo('Overview');
  await app.reload();
  await clock.pass(7_200_000);
  await expect(notices.told('The restore of app01 has ended: Failed.')).toBeVisible();
  await app.reload();
  await expect(notices.bell(1)).toBeVisible();
  await expect(notices.told('The restore of app01 has ended: Failed.')).toHaveCount(0);
  await notices.open();
  await notices
    .line('The restore of app01 has ended')
    .getByRole('link', { name: 'Open the job' })
    .click();
  await job.expectProgress('Failed');
});

test('two tabs tell it once between them, and both keep it', async ({ app, screens, clock }) => {
  const { shell, wizard, job, notices } = screens;
  await wizard.restore();
  await shell.expectText('Azure has accepted the restore');
  await clock.pass(90_000);
  await job.expectOpen('Restore of app01');
  const second = await app.tab('/jobs');
  await clock.pass(7_200_000);
  await second.notices.open();
  await expect(second.notices.line('The restore of app01 has ended')).toBeVisible();
  await shell.show();
  await job.expectProgress('Completed');
  await expect
    .poll(
      async () =>
        (await notices.told(completed).count()) + (await second.notices.told(completed).count()),
    )
    .toBe(1);
  await notices.open();
  await expect(notices.line('The restore of app01 has ended')).toBeVisible();
});
