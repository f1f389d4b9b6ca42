import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { listsForbidden } from './drivers/faults.ts';
import { allRead, goTo } from './drivers/page.ts';
import { pageOf, sources } from './drivers/world.ts';
import { configure, fillApp01Beside, startApp01Disks } from './drivers/restores.ts';
import { test } from './fixtures.ts';

/** The past restores on the page of a backup instance, and what they tell of the next one. */

test('a restore of this browser is listed with its restore point, target, time, and who started it', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { instance, job } = screens;
  await startApp01Disks(screens, clock);
  await clock.pass(4 * 3_600_000);
  await goTo(page, pageOf.app01);
  await instance.restores.expectRows([
    {
      'Restore point': '4 Jun 2025, 22:03',
      'Restored to': 'Resource group rg-restore-weu\nRestore disks',
      'Started by': 'You, in this browser',
      Outcome: 'Completed',
    },
    {
      Started: '5 Jun 2025, 02:30',
      'Restored to': 'app01-restored\nCreate new virtual machine',
      'Started by': 'not reported',
      Outcome: 'Completed',
    },
  ]);
  const [own] = await instance.restores.rows();
  expect(own?.['Duration']).toMatch(/^\d+ (h|min)/);
  await expectAccessible(page, 'Past restores');
  await instance.restores.row('Restore disks').getByRole('link').click();
  await job.expectOpen('Restore of app01');
});

test('older ones are shown when they are wanted', async ({ app, clock }) => {
  const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
  await clock.pass(10 * 3_600_000);
  await expect.poll(async () => (await instance.restores.rows()).length).toBe(5);
  await shell.press('Show all 8');
  await expect.poll(async () => (await instance.restores.rows()).length).toBe(8);
});

test('an instance that was never restored says so, and so does one whose jobs are forbidden', async ({
  app,
  faults,
  page,
}) => {
  const { shell } = await app.open(pageOf.buildAgent, 'default');
  await shell.expectText('Azure lists no restores in the last 30 days.');
  await faults.add(listsForbidden);
  await goTo(page, pageOf.oldCrm);
  await shell.expectText('You don’t have permission to view the past restores of this instance.');
});

test('restores of a disk have the disk that they created', async ({ app, page }) => {
  const screens = await app.open('/instances?datasource=disk', 'default');
  await screens.shell.follow('app01_DataDisk_0');
  await screens.instance.restores.expectRows([
    {
      'Restored to': 'check_app01_DataDisk_0\nNew disk',
      'Started by': 'not reported',
      Outcome: 'Completed',
    },
  ]);
  await expect(page.getByText('Cross-region restores aren’t included.')).toHaveCount(0);
});

/** A range with its basis. */
const RANGE = /^Expected duration–\d+ (?:h|min).* to .*(?:h|min), [5-9] past restores$/;

test('past restores tell how long the next one takes, and one that runs, at any hour', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  const { configuration, job, jobs, shell, wizard } = screens;
  const duration = wizard.plan().getByRole('row', { name: 'Expected duration' });
  for (const machine of ['app01', 'sql-erp-02']) {
    await jobs.running.row(machine).getByRole('link').click();
    await job.expectOpen(`Restore of ${machine}`);
    await allRead(page);
    await shell.expectText(/[5-9] past jobs of this vault/);
    await goTo(page, '/jobs');
  }
  for (const hours of [0, 12]) {
    await clock.pass(hours * 3_600_000);
    await configure(screens, sources.app01);
    const ranges = new Set<string>();
    const rangeOf = async (): Promise<void> => {
      await expect(duration).toHaveText(RANGE);
      await expect.poll(async () => ranges.has(await duration.innerText())).toBe(false);
      ranges.add(await duration.innerText());
    };
    // Each type has a range of its own.
    for (const type of ['Restore disks', 'Create new virtual machine'] as const) {
      await configuration.chooseType(type);
      await rangeOf();
    }
    await configuration.group('Replace existing').check();
    await rangeOf();
    await fillApp01Beside(screens);
    await allRead(page);
    await shell.expectText(/^[5-9] past restores$/);
    await shell.expectText('Ready, if restored now');
  }
});
