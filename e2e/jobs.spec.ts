import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { jobsThrottled } from './drivers/faults.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { anotherUserRestores } from './drivers/others.ts';
import type { RequestRecord } from './drivers/simulated.ts';
import type { Row } from './drivers/table.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The list of backup jobs. */

test(
  'jobs are narrowed by state and operation, and the address says so',
  { tag: proves('filter jobs') },
  async ({ app, page }) => {
    const { instances, jobs } = await app.open('/jobs', 'default');
    await expect(jobs.running.row('app01')).toBeVisible();
    await instances.filter('Status', 'Failed');
    await expect(page).toHaveURL(/status=failed/);
    await expect
      .poll(async () => new Set((await jobs.rows()).map(({ Status }) => Status)))
      .toEqual(new Set(['Failed']));
    await app.reload();
    await expect(instances.pill('Status')).toHaveAccessibleName('Status: Failed');
  },
);

test('a restore has its kind and its target, also long after its end', async ({
  app,
  clock,
  page,
}) => {
  const { jobs, job, keyboard } = await app.open('/jobs?operation=Restore&range=7d', 'default');
  await clock.speed(30);
  const disk = jobs.row('app01_DataDisk_0', 'bv-prod-weu');
  // What only the job itself tells is known once its page has read it.
  await disk.getByRole('link', { name: 'Read it: app01_DataDisk_0' }).click();
  await job.expectProgress('Completed');
  await page.goBack();
  await expect(disk).toContainText('app01_DataDisk_0 to check_app01_DataDisk_0');
  await expect(disk).toContainText('Restore to a new disk · bv-prod-weu');
  await expect(disk.getByRole('link', { name: /^Read it/ })).toHaveCount(0);
  await expect(jobs.row('web-fe-07 to disks in rg-restore-weu', 'Restore disks')).toBeVisible();
  // The lanes are one stop for Tab.
  await keyboard.reach(page.getByRole('row', { name: / to / }).first());
  await keyboard.reach(
    jobs.running.row('app01-restored', 'Create new virtual machine'),
    'ArrowDown',
  );
  await keyboard.press('Enter');
  await job.expectOpen('Restore of app01 to app01-restored');
});

test('a week holds more jobs than a day', async ({ app }) => {
  const { instances, jobs } = await app.open('/jobs', 'default');
  await jobs.expectVisible();
  const day = await instances.count();
  await instances.filter('Started', 'last 7 days');
  await expect.poll(async () => await instances.count()).toBeGreaterThan(day);
});

test('the jobs of one machine, and the way back to all', async ({ app }) => {
  const { shell, jobs } = await app.open('/jobs?search=app01', 'default');
  await expect
    .poll(async () => (await jobs.rows()).filter(({ Job }) => Job?.startsWith('app01') !== true))
    .toEqual([]);
  await expect(jobs.row('app01', 'Backup · rsv-prod-weu').first()).toBeVisible();
  await shell.press('Clear all filters');
  await expect(jobs.row('ml-batch-01', 'Failed')).toBeVisible();
});

test('a state that does not exist is named, and all jobs are shown', async ({ app }) => {
  const { shell, jobs } = await app.open('/jobs?status=splendid&range=year', 'default');
  await shell.expectText('The address has unknown filters: status=splendid, range=year.');
  await expect(jobs.row('ml-batch-01', 'Failed')).toBeVisible();
});

test('filters that no job fits say what was searched', async ({ app }) => {
  const { shell } = await app.open('/jobs?search=nosuch', 'default');
  await shell.expectText('No ended jobs that started in the last 24 hours match these filters.');
});

test('Enter opens the job of a row', async ({ app }) => {
  const { jobs, keyboard, job } = await app.open('/jobs?status=inProgress', 'default');
  await keyboard.reach(jobs.row('Running'));
  await keyboard.reach(jobs.row('app01'), 'ArrowDown');
  await keyboard.press('Enter');
  await job.expectOpen('Restore of app01');
});

test('names can be read where the simulation panel takes a quarter of the screen', async ({
  app,
  page,
}) => {
  const { jobs, simulation } = await app.open('/jobs', 'default');
  await expect(jobs.row('ml-batch-01', 'Failed')).toBeVisible();
  const expectReadable = async () => {
    const widths = await jobs.headWidths();
    expect(widths).toHaveProperty('Job');
    expect(Math.min(...Object.values(widths))).toBeGreaterThan(90);
  };
  // Less important columns leave, so that those that stay can be read.
  await page.setViewportSize({ width: 880, height: 720 });
  await expect.poll(async () => Object.keys(await jobs.headWidths())).not.toContain('Duration');
  await expectReadable();
  await page.setViewportSize({ width: 1280, height: 720 });
  await simulation.open();
  await expect.poll(async () => Object.keys(await jobs.headWidths())).toContain('Duration');
  await expectReadable();
});

const MINUTES: Readonly<Record<string, number>> = { h: 60, min: 1, s: 1 / 60 };

/** The hour that a job started in, by its end and how long it took. */
function startHour({ 'End time': end = '', Duration: took = '' }: Row): number {
  const parts = [...took.matchAll(/(\d+) (h|min|s)/g)];
  const minutes = parts.reduce(
    (sum, [, n, unit = '']) => sum + Number(n) * (MINUTES[unit] ?? 0),
    0,
  );
  return new Date(Date.parse(`${end} UTC`) - minutes * 60_000).getUTCHours();
}

test('hours of the day are chosen in the strip, and the filter says which', async ({
  app,
  page,
}) => {
  const { instances, jobs, keyboard, shell } = await app.open('/jobs', 'default');
  await jobs.openStrip();
  await keyboard.reach(jobs.end('Started from'));
  await keyboard.press('End');
  for (let hours = 0; hours < 6; hours += 1) await keyboard.press('ArrowLeft');
  await expect(jobs.end('Started from')).toHaveAttribute('aria-valuetext', '20:00');
  await expect(page).toHaveURL(/range=2025-06-04T20%3A00%3A00Z%2F2025-06-05T03%3A00%3A00Z/);
  await expect(instances.pill('Started')).toHaveAccessibleName('Started: 4 Jun 2025, 20:00 to now');
  await keyboard.reach(jobs.end('Started before'));
  for (let hours = 0; hours < 6; hours += 1) await keyboard.press('ArrowLeft');
  await shell.expectText(/^\d+ jobs started from 4 Jun 2025, 20:00 to 4 Jun 2025, 21:00/);
  await expect.poll(async () => new Set((await jobs.rows()).map(startHour))).toEqual(new Set([20]));
  await keyboard.press('Escape');
  await expect(page).toHaveURL(/\/jobs$/);
  await expect(instances.pill('Started')).toHaveAccessibleName('Started: last 24 hours');
});

test('a press on an hour takes that hour, and a drag several', async ({ app, page }) => {
  const { jobs } = await app.open('/jobs', 'default');
  await jobs.openStrip();
  const box = await jobs.strip().getByRole('img').boundingBox();
  // It is beside its filter, not at a corner of the window.
  const pill = await page.getByRole('button', { name: /^Started: / }).boundingBox();
  expect(Math.abs((box?.y ?? 0) - (pill?.y ?? 0))).toBeLessThan(260);
  expect(box?.x).toBeGreaterThan(100);
  const at = (hour: number): readonly [number, number] => [
    (box?.x ?? 0) + ((hour + 0.5) / 25) * (box?.width ?? 0),
    (box?.y ?? 0) + (box?.height ?? 0) / 2,
  ];
  await page.mouse.click(...at(18));
  await expect(page).toHaveURL(/range=2025-06-04T20%3A00%3A00Z%2F2025-06-04T21%3A00%3A00Z/);
  await page.mouse.move(...at(16));
  await page.mouse.down();
  await page.mouse.move(...at(20));
  await page.mouse.up();
  await expect(page).toHaveURL(/range=2025-06-04T18%3A00%3A00Z%2F2025-06-04T23%3A00%3A00Z/);
  await expect(jobs.end('Started from')).toHaveAttribute('aria-valuetext', '18:00');
  await expect(jobs.end('Started before')).toHaveAttribute('aria-valuetext', '23:00');
});

test('a restore is canceled where it runs among others', async ({ app, azure }) => {
  const { jobs } = await app.open('/jobs', 'default');
  const row = jobs.running.row('sql-erp-02');
  await expect(row).toContainText('no limit reported');
  await jobs.cancel('sql-erp-02');
  await expect(row).toContainText('canceling');
  await azure.expectReceived('jobs.cancel', 1);
  expect(await azure.received('jobs.cancel')).toHaveLength(1);
  // The others go on.
  await expect(
    jobs.running.row('app01').getByRole('button', { name: 'Cancel: app01' }),
  ).toBeEnabled();
});

test('running restores stand above the list, and are no rows of it', async ({ app }) => {
  const { jobs } = await app.open('/jobs?operation=Restore', 'default');
  await expect(jobs.running.row('app01')).toContainText(/\d+%.*of 412\.0 GiB/s);
  await expect(jobs.row('testVM', 'Failed')).toBeVisible();
  expect((await jobs.rows()).filter(({ Status }) => Status === 'In progress')).toEqual([]);
});

/** The list of jobs is live, and asks little of Azure for it. */

const running = '/jobs?status=inProgress&range=7d';

/** The most reads within any minute. */
function mostInAMinute(reads: readonly RequestRecord[]): number {
  const times = reads.map(({ at }) => at).toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  );
}

const different = (reads: readonly RequestRecord[]): number =>
  new Set(reads.map(({ path }) => path)).size;

/** How many of the rows that are drawn say this of what came of them so far. */
const inView = (rows: readonly Row[], result: string): number =>
  rows.filter((row) => row['Result'] === result).length;

test(
  'running jobs in view are read, sixty a minute at most, and nothing jumps',
  { tag: proves('sixty reads a minute at most') },
  async ({ app, azure, clock, page }) => {
    // High enough for more rows than can be read every fifteen seconds.
    await page.setViewportSize({ width: 1280, height: 1500 });
    const { jobs, keyboard } = await app.open(running, 'scale');
    await keyboard.reach(jobs.row('In progress').first());
    await expect.poll(async () => inView(await jobs.rows(), 'not read')).toBe(0);
    // The newest is a restore; of a backup that runs nothing changes in the list.
    const current = jobs.row('In progress').first();
    await expect(current).toContainText('%');
    const place = await current.boundingBox();
    const text = await current.innerText();
    await clock.speed(30);
    await expect(async () => {
      expect((await azure.received('jobs.get')).length).toBeGreaterThan(60);
    }).toPass({ intervals: [500] });
    await expect.poll(async () => current.innerText()).not.toBe(text);
    await expect(current).toBeFocused();
    expect(await current.boundingBox()).toEqual(place);
    expect(mostInAMinute(await azure.received('jobs.get'))).toBeLessThanOrEqual(60);
  },
);

test('rows out of view are not read, and say so; scrolled to, they are', async ({
  app,
  azure,
  clock,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  const { jobs, keyboard } = await app.open(running, 'scale');
  const first = jobs.row('In progress').first();
  await expect(first).toContainText(/\d%|not reported/);
  await clock.waitFor(60_000);
  await expect(jobs.row('In progress').last()).toContainText('not read');
  // Fewer than eight rows, and the past jobs that they are compared with.
  expect(different(await azure.received('jobs.get'))).toBeLessThan(20);
  await keyboard.reach(first);
  await keyboard.press('End');
  await expect(jobs.row('In progress').last()).toContainText(/\d%|not reported/);
});

test('sends nothing more while Azure asks to wait, and then rows are live again', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1500 });
  const { jobs } = await app.open(running, 'scale');
  await expect.poll(async () => inView(await jobs.rows(), 'not read')).toBe(0);
  await faults.add(jobsThrottled);
  const before = (await azure.received('jobs.get')).length;
  for (let steps = 0; steps < 9; steps += 1) await clock.waitFor(10_000);
  // Six wait at once, and each asks again when Azure's thirty seconds are over.
  const throttled = (await azure.received('jobs.get')).slice(before);
  expect(throttled.length).toBeGreaterThan(0);
  expect(throttled.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(18);
  await faults.remove(jobsThrottled.id);
  const text = await jobs.row('Restore', '%').first().innerText();
  // An hour that refused a read has half as many, for all rows in turn.
  await passUntil(
    async () => clock.waitFor(120_000),
    async () => (await jobs.row('Restore', '%').first().innerText()) !== text,
  );
});

test('fifty restores at once: the axis says how many were read, and can be used at every width', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const { job, keyboard } = await app.open('/', 'default');
  for (let index = 1; index <= 47; index += 1) {
    const vmName = `copy-${String(index)}`;
    await anotherUserRestores(page, { instance: 'app01', group: 'rg-restore-weu', vmName });
  }
  await goTo(page, '/jobs');
  const band = page.getByRole('region', { name: 'Restores in progress' });
  // The list is read again each minute; meanwhile one of those before may end.
  await clock.pass(60_000);
  await expect(band).toContainText(/[1-8] of (49|50) read/);
  const rows = band.getByRole('table').getByRole('row', { name: / to / });
  await passUntil(
    () => clock.pass(60_000),
    async () => /8 of (49|50) read/.test(await band.innerText()),
  );
  await expect(rows).toHaveCount(8);
  await expect(band.getByRole('link', { name: /^4[12] more in progress$/ })).toBeVisible();
  expect(mostInAMinute(await azure.received('jobs.get'))).toBeLessThanOrEqual(60);
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, 'fifty restores in progress');
  // The page answers to keys as it does with one of them.
  await keyboard.activate(rows.first());
  await job.expectOpen(/^Restore of app01 to copy-/);
});
