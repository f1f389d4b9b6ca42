import { expect } from 'playwright/test';
import { MATRIX, test } from './fixtures.ts';

/** The list of backup jobs. */

test('jobs are narrowed by state and operation, and the address says so', async ({ app, page }) => {
  const { instances, jobs } = await app.open('/jobs', 'default');
  await jobs.expectRow({ Status: 'In progress', Instance: 'app01', Operation: 'Restore' });
  await instances.filter('Status', 'Failed');
  await expect(page).toHaveURL(/status=failed/);
  await expect
    .poll(async () => new Set((await jobs.rows()).map(({ Status }) => Status)))
    .toEqual(new Set(['Failed']));
  await app.reload();
  await expect(instances.pill('Status')).toHaveAccessibleName('Status: Failed');
});

test(
  'a restore has its kind and its target, also long after its end',
  { tag: MATRIX },
  async ({ app, clock, page }) => {
    // All columns have room.
    await page.setViewportSize({ width: 1600, height: 900 });
    const { jobs, job, keyboard } = await app.open('/jobs?operation=Restore&range=7d', 'default');
    const expected = [
      {
        Instance: 'app01',
        Target: 'to app01-restored',
        'Restore type': 'Create new virtual machine',
      },
      {
        Instance: 'web-fe-07',
        Target: 'to disks in rg-restore-weu',
        'Restore type': 'Restore disks',
      },
      { Instance: 'web-fe-07', Target: 'to the source VM', 'Restore type': 'Replace disk/s' },
      { Target: 'to check_app01_DataDisk_0', 'Restore type': 'Restore to a new disk' },
    ] as const;
    await clock.speed(30);
    for (const row of expected) await jobs.expectRow(row);
    await keyboard.reach(jobs.row('app01', 'In progress'));
    await keyboard.press('Enter');
    await job.expectOpen('Restore of app01 to app01-restored');
  },
);

test('a week holds more jobs than a day', { tag: MATRIX }, async ({ app }) => {
  const { instances, jobs } = await app.open('/jobs', 'default');
  await jobs.expectVisible();
  const day = await instances.count();
  await instances.filter('Started', 'last 7 days');
  await expect.poll(async () => await instances.count()).toBeGreaterThan(day);
});

test('the jobs of one machine, and the way back to all', { tag: MATRIX }, async ({ app }) => {
  const { shell, jobs } = await app.open('/jobs?search=app01', 'default');
  await expect
    .poll(async () => new Set((await jobs.rows()).map(({ Instance }) => Instance)))
    .toEqual(new Set(['app01']));
  await shell.press('Clear all filters');
  await jobs.expectRow({ Instance: 'sql-erp-02' });
});

test(
  'a state that does not exist is named, and all jobs are shown',
  { tag: MATRIX },
  async ({ app }) => {
    const { shell, jobs } = await app.open('/jobs?status=splendid&range=year', 'default');
    await shell.expectText('The address has unknown filters: status=splendid, range=year.');
    await jobs.expectRow({ Instance: 'app01' });
  },
);

test('filters that no job fits say what was searched', { tag: MATRIX }, async ({ app }) => {
  const { shell } = await app.open('/jobs?search=nosuch', 'default');
  await shell.expectText('No jobs in the last 24 hours match these filters.');
});

test('Enter opens the job of a row', { tag: MATRIX }, async ({ app }) => {
  const { jobs, keyboard, job } = await app.open('/jobs?status=inProgress', 'default');
  await keyboard.reach(jobs.row('app01'));
  await keyboard.press('Enter');
  await job.expectOpen('Restore of app01');
});

test(
  'names can be read where the simulation panel takes a quarter of the screen',
  { tag: MATRIX },
  async ({ app }) => {
    const { jobs, simulation } = await app.open('/jobs', 'default');
    await jobs.expectRow({ Instance: 'app01' });
    await simulation.open();
    // Less important columns leave, so that those that stay can be read.
    await expect.poll(async () => Object.keys(await jobs.headWidths())).not.toContain('Duration');
    const widths = await jobs.headWidths();
    expect(widths).toHaveProperty('Instance');
    expect(Math.min(...Object.values(widths))).toBeGreaterThan(90);
  },
);
