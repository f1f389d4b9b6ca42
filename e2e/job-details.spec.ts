import { expect, type Locator, type Page } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { jobFails, jobStalls, once } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { app01Beside, configure, fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { factsOf, type Row } from './drivers/table.ts';
import { pageOf, sources } from './drivers/world.ts';
import { type Clock, test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** A job's own page over simulated hours: canceled, stalled, failed in part, restored again. */

/** Restores app01 beside itself, and waits until its job is shown. */
async function restoreApp01(screens: Screens, clock: Clock): Promise<void> {
  await fillApp01Beside(screens);
  await restoreStarted(screens, clock, 'Restore of app01');
}

for (const scenario of ['default', 'recorded'] as const) {
  test(
    `${scenario} profile: cancelled in time, after one thought better of it`,
    { tag: provesIf(scenario === 'default', 'cancel a job') },
    async ({ app, azure, clock, page }) => {
      const screens = await app.open('/instances', scenario);
      const { job } = screens;
      await restoreApp01(screens, clock);
      await job.expectCancel('possible', /^You can cancel until “Create the restored virtual mach/);
      await job.cancel('Keep it running');
      await expect(job.command('Cancel')).toBeFocused();
      expect(await azure.received('jobs.cancel')).toHaveLength(0);
      await job.command('Cancel').press('Enter');
      await expectAccessible(page, 'question before cancelling');
      await page.keyboard.press('Escape');
      await job.cancel('Cancel the job');
      await expect(job.asked()).toHaveText(/^Azure accepted the cancel request/);
      await expect(job.command('Cancel')).toBeFocused();
      await job.expectCancel('impossible', 'Already canceling.');
      await clock.pass(60_000);
      await job.expectProgress('Canceled');
      await job.expectCancel('impossible', 'Job ended.');
      expect(await azure.received('jobs.cancel')).toHaveLength(1);
      await expectAccessible(page, 'job that was cancelled');
    },
  );

  test(`${scenario} profile: the machine fails, and the page says what is there`, async ({
    app,
    clock,
    faults,
    page,
  }) => {
    const screens = await app.open('/instances', scenario);
    const { job, shell } = screens;
    await faults.add(jobFails);
    await restoreApp01(screens, clock);
    await clock.pass(7_200_000);
    await job.expectProgress('Disks restored, VM not created');
    await job.expectProgress('Azure reports: Failed');
    await shell.expectText('Azure recommends:');
    await expect(job.errors()).toContainText(/Client request ID, for Azure support\s*[0-9a-f]{8}-/);
    await expect(page.getByRole('region', { name: 'Next steps' })).toHaveCount(0);
    await job.tasks.expectRows([{ Status: 'Completed' }, { Status: 'Failed' }]);
    await expectAccessible(page, 'job that failed with its disks');
  });
}

test('a finished restore says once that it was read back, and what is left to do', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  await restoreApp01(screens, clock);
  await clock.pass(7_200_000);
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress).toContainText(
    /^Completed\.\s*app01-night was on at \d\d:\d\d UTC\s*at [\d.]+\s*Took/,
  );
  const steps = page.getByRole('region', { name: 'Next steps' });
  await expect(steps.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  await expect(steps).toContainText('Set up backup for it');
  await expect(steps).toContainText('keep them apart on the network');
  await app.reload();
  await expect(steps).toContainText('Set up backup for it');
  await expectAccessible(page, 'job that is done, with what is left to do');
});

test('too late: Azure refuses to cancel, and the page says that the job goes on', async ({
  app,
  clock,
  faults,
}) => {
  const screens = await app.open('/instances', 'default');
  const { job } = screens;
  await restoreApp01(screens, clock);
  await faults.add(once('jobs.cancel', { kind: 'status', status: 409 }));
  await job.cancel('Cancel the job');
  await expect(job.asked()).toHaveText(/^Couldn’t cancel: .*The job is read again\.$/);
  await job.expectCancel('possible', /^You can cancel until/);
  await clock.pass(7_200_000);
  await job.expectProgress('Completed');
  await expect(job.asked()).toHaveText('');
});

test('a job that stands still says since when and what can be done, over a reload too', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { job, jobs, shell } = screens;
  await faults.add(jobStalls);
  await restoreApp01(screens, clock);
  for (let minutes = 0; minutes < 30; minutes += 10) {
    await clock.pass(600_000);
    await job.expectFacts('properties', { Elapsed: /min/ });
  }
  // A time goes on by itself: only a figure shows that the job was read.
  await job.expectProgress('46%');
  // Longer than any patience: where a read was missed, the longest standstill so far counts as longer.
  await clock.pass(7_200_000);
  await shell.expectText(/^No progress since \d\d:\d\d$/);
  await shell.expectText('Cancel it, then restore again.');
  await job.expectFacts('progress', {
    'Estimated time of restore': /^Unknown: this job has had no progress/,
  });
  await expectAccessible(page, 'job that stands still');
  await app.reload();
  await shell.expectText(/^No progress since \d\d:\d\d$/);
  await shell.goTo('Backup jobs');
  await expect(jobs.running.row('app01-night')).toContainText('No progress since');
});

test('restored again with the same choices, where this browser started it', async ({
  app,
  clock,
}) => {
  const screens = await app.open('/instances', 'default');
  const { job, wizard } = screens;
  await restoreApp01(screens, clock);
  await job.command('Restore again').click();
  await wizard.expectStep('review');
  await expect(await wizard.selected()).toContainText('app01-night');
});

test('else with its machine, and its point is chosen anew', async ({ app }) => {
  const { overview, job, wizard, shell } = await app.open('/', 'default');
  await overview.openRunning('app01');
  await job.command('Restore again').click();
  await wizard.expectStep('restore-point');
  await shell.expectText('4 Jun 2025, 22:03');
});

test('at 320 pixels nothing scrolls sideways, with the question and without', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const { overview, job } = await app.open('/', 'default');
  await overview.openRunning('app01');
  await job.expectProgress('%');
  await expectNoSidewaysScroll(page);
  await job.command('Cancel').press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectNoSidewaysScroll(page);
});

/** What Azure reports of a job differs: the documents' numbers, or none at all as in recordings. */

test('a new machine: percent, bytes and time left on page and dashboard, down to the end', async ({
  app,
  clock,
}) => {
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
});

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
  await expect(jobs.running.row('app01-night')).toContainText(/1%\s*Bytes not reported/);
  await clock.pass(7_200_000);
  await expect(jobs.row('app01 to app01-night', 'Completed', '5 Jun 2025')).toBeVisible();
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

/** A part of a job’s picture as its table has it. */
const partOf = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('table', { name: 'Restore', exact: true }).getByRole('row', { name }).first();

const isOfPoint = (row: Row): boolean =>
  Object.values(row).some((value) => value.includes('4 Jun 2025, 22:03'));

test('a restore of another person has its disks, sizes and consistency from the restore point', async ({
  app,
  azure,
  page,
}) => {
  const { overview, instance, job, shell } = await app.open('/', 'default');
  await overview.openRunning('app01');
  await shell.expectText(
    /^Not started in this browser\. Disks, consistency: restore point\. Sizes: its VM, read 02:4\d\.$/,
  );
  const facts = await factsOf(page.getByRole('complementary', { name: 'Properties' }));
  const point = await partOf(page, /^Restore point /).innerText();
  const disks = await Promise.all(
    ['OS disk', 'Data disk 0', 'Data disk 1'].map((name) => partOf(page, name).innerText()),
  );
  await job.expectFacts('properties', { Disks: '3 disks, 412 GiB' });
  // Of its network the job says nothing.
  await expect(partOf(page, /^Network /)).toContainText('Network: not in the job');
  await expect(partOf(page, /^Network /)).not.toContainText('vnet');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, 'job of another person');
  // Wide enough for every column of the list.
  await page.setViewportSize({ width: 1920, height: 900 });
  expect(await azure.received('recoveryPoints.list')).toHaveLength(1);
  await app.reload();
  await job.expectFacts('properties', { Disks: '3 disks, 412 GiB' });
  expect(await azure.received('recoveryPoints.list')).toHaveLength(1);
  // The same as the list of points and the VM itself have.
  await goTo(page, pageOf.app01);
  for (const term of ['Consistency', 'Recovery tier']) {
    const listed = expect.stringContaining(facts[term] ?? 'nothing beside the properties');
    await expect
      .poll(async () => (await instance.points.rows()).find(isOfPoint))
      .toMatchObject({ [term]: listed });
    expect(point).toContain(facts[term]);
  }
  for (const [nth, name] of ['OsDisk', 'DataDisk_0', 'DataDisk_1'].entries()) {
    const [size = 'no size'] = /[\d,]+ GiB/.exec(disks[nth] ?? '') ?? [];
    await expect(instance.disk(`app01_${name}`)).toContainText(size);
  }
});

test('a restore point that can’t be read is not read, and is read at a press', async ({
  app,
  faults,
  page,
}) => {
  const { overview, job, shell } = await app.open('/', 'default');
  await faults.add(once('recoveryPoints.list', { kind: 'status', status: 403 }));
  await overview.openRunning('app01');
  await shell.expectText(/^Not started in this browser\. Restore point: not read\. /);
  await expect(partOf(page, /^Restore point /)).toContainText('Consistency: not read');
  await job.expectFacts('properties', { Disks: 'not read', Consistency: 'not read' });
  await page.getByRole('button', { name: 'Read it: restore point' }).click();
  await job.expectFacts('properties', { Disks: '3 disks, 412 GiB', Consistency: 'Crash' });
});
