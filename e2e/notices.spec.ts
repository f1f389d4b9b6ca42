import { expect } from 'playwright/test';
import { jobFails, jobStalls } from './drivers/faults.ts';
import { passUntil } from './drivers/page.ts';
import { fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import type { Place } from './drivers/shell.ts';
import { plantText } from './drivers/storage.ts';
import { type Clock, test } from './fixtures.ts';
import { proves } from './set.ts';

/** A restore notifies when it was accepted and when it has ended, on whatever page one is by then. */

const accepted = /Azure accepted the restore of app01 to .+\./;
const done = /The restore of app01 to .+ completed\./;
const failed = /The restore of app01 to .+ created the disks, but no VM\./;

test.beforeEach(async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  await expect(screens.notices.bell()).toBeVisible();
  await fillApp01Beside(screens);
});

/** Restores, and goes away before there is a job. */
async function restoreAndLeave(
  { shell, wizard }: Screens,
  clock: Clock,
  place: Place = 'Overview',
): Promise<void> {
  await wizard.restoreAccepted();
  await shell.goTo(place);
  await clock.pass(90_000);
}

test(
  'an accepted restore is followed from any page, and its notices lead to the job',
  { tag: proves('follow a restore from any page') },
  async ({ screens, clock, page }) => {
    const { shell, job, notices } = screens;
    await restoreAndLeave(screens, clock);
    await expect(notices.told(accepted)).toBeVisible();
    await expect(notices.bell(1)).toBeVisible();
    await notices.open();
    await notices.line(accepted).getByRole('link', { name: 'Open job' }).click();
    await job.expectOpen('Restore of app01');
    await expect(notices.dialog()).toHaveCount(0);
    await expect(notices.bell()).toBeVisible();
    await expect(notices.told(accepted)).toHaveCount(0);
    const address = page.url();

    await shell.goTo('Backup instances');
    await clock.pass(7_200_000);
    await expect(notices.told(done)).toBeVisible();
    await notices.follow(done);
    await expect(page).toHaveURL(address);
    await job.expectProgress('Completed');
    await expect(notices.bell()).toBeVisible();
  },
);

test('shows no notification beside the page that is about it', async ({ screens, clock }) => {
  const { wizard, job, notices } = screens;
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await clock.pass(7_200_000);
  await job.expectProgress('Completed');
  await notices.open();
  await expect(notices.line(done)).toBeVisible();
  await expect(notices.line('Unread')).toHaveCount(0);
  await expect(notices.told(accepted)).toHaveCount(0);
  await expect(notices.told(done)).toHaveCount(0);
});

test('a job is followed again after a reload; its failure is kept, and told once', async ({
  app,
  screens,
  clock,
  faults,
}) => {
  const { notices } = screens;
  await faults.add(jobFails);
  await restoreAndLeave(screens, clock);
  await expect(notices.bell(1)).toBeVisible();
  await app.reload();
  await expect(notices.bar()).toContainText('%');
  await clock.pass(7_200_000);
  await expect(notices.told(failed)).toBeVisible();
  await app.reload();
  await expect(notices.bell(1)).toBeVisible();
  await expect(notices.told(failed)).toHaveCount(0);
});

test('notifies of a standstill', async ({ screens, clock, faults }) => {
  const { notices } = screens;
  await faults.add(jobStalls);
  // No other job is followed there: all share a budget of reads, and the oldest is read first.
  await restoreAndLeave(screens, clock, 'Vaults');
  await expect(notices.bar()).toContainText('%');
  // It is judged at a read: by the job's own timer, as announced time calls off a read under way.
  await passUntil(
    async () => clock.waitFor(600_000),
    async () => (await notices.bar().innerText()).includes('No progress since'),
  );
  await notices.expectTabTitle('No progress: app01 - Vaults - Restore Center');
  await notices.open();
  await expect(
    notices.line(/No progress in the restore of app01 to .+ since \d\d:\d\d\./),
  ).toBeVisible();
});

test('ignores unreadable stored notifications, and the next restore notifies', async ({
  app,
  screens,
  clock,
  page,
}) => {
  const { notices } = screens;
  await screens.wizard.restoreAccepted();
  await screens.shell.goTo('Overview');
  for (const text of ['{"half":', '[{"jobId":7}]', 'null']) {
    await plantText(page, text);
    await app.reload();
    await expect(notices.bell()).toBeVisible();
  }
  // What follows the request is loaded anew with the page.
  await passUntil(
    async () => clock.pass(90_000),
    async () => (await notices.bell(1).count()) > 0,
  );
});
