import { expect } from 'playwright/test';
import { app01Beside, configure, fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** What Azure reports of a job differs: the documents' numbers, or none at all as in recordings. */

test(
  'a new machine: percent, bytes and time left on page and dashboard, down to the end',
  { tag: MATRIX },
  async ({ app, clock }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, job, jobs } = screens;
    await fillApp01Beside(screens);
    await restoreStarted({ wizard, job }, clock, 'Restore of app01');
    await job.expectProgress('%');
    const before = await job.percent();
    await shell.goTo('Backup jobs');
    const row = jobs.running.row('app01-night');
    await expect(row).toContainText(/\d+%\s*\d+\.\d of 412\.0 GiB.*\d\d:\d\d–\d\d:\d\d/s);
    await clock.pass(1_200_000);
    await row.getByRole('link').click();
    await job.expectOpen('Restore of app01');
    await expect.poll(async () => await job.percent()).toBeGreaterThan(before);
    await clock.pass(1_380_000);
    await job.expectFacts('progress', {
      'Estimated time of restore': /^(up to |\d+ (s|min) to |\d+–)?\d+ (s|min)$/,
    });
    await clock.pass(600_000);
    await job.expectProgress('Completed');
  },
);

test('where Azure reports 1% to the end the page says so, and never a zero', async ({
  app,
  clock,
}) => {
  const screens = await app.open('/instances', 'recorded');
  const { shell, wizard, job, jobs } = screens;
  await fillApp01Beside(screens);
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await job.expectProgress('1%');
  await job.expectFacts('progress', {
    'Estimated time of restore': /^\d+–\d+ min$/,
    'Number of bytes transferred': 'not reported',
  });
  await job.expectFacts('properties', { Elapsed: /1 min/ });
  await shell.goTo('Backup jobs');
  await jobs.running.expectRow({ Progress: '1%', Transferred: 'not reported' });
  await clock.pass(7_200_000);
  await jobs.expectRow({ Status: 'Completed', Instance: 'app01', Started: '5 Jun 2025, 02:44' });
});

test('disks are restored with their bytes told, on the page and the dashboard', async ({
  app,
  clock,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, job, jobs } = screens;
  await configure(screens, sources.app01);
  await wizard.fillTarget({ group: app01Beside.group, staging: app01Beside.staging });
  await wizard.next('review');
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await job.expectProgress('%');
  await job.expectFacts('progress', {
    'Number of bytes transferred': /^\d+\.\d of 412\.0 GiB$/,
  });
  await shell.goTo('Backup jobs');
  await expect(jobs.running.row('app01 to disks')).toContainText(/\d of 412\.0 GiB/);
});
