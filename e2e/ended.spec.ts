import { expect, type Locator } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { secondaryJobsForbidden } from './drivers/faults.ts';
import { allRead, goTo } from './drivers/page.ts';
import { saved } from './drivers/jobs.ts';
import { test } from './fixtures.ts';

/** What has ended, of all services, in one list below the restores that run. */

test('one list has what ended of all services, what needs a person first', async ({
  app,
  azure,
  page,
}) => {
  const { jobs, shell } = await app.open('/jobs', 'default');
  await expect(jobs.running.row('app01')).toContainText('%');
  await jobs.expectRows([
    {
      Status: 'Failed',
      Job: 'testVM\nRestore · testVault',
      'What it means': 'The snapshot is gone',
    },
    {
      Status: 'Failed',
      Job: 'ml-batch-01\nBackup · rsv-apps-eus2',
      'What it means': '3rd failed night',
    },
    {
      Status: 'Completed w/ one or more errors',
      Job: 'vmg-contoso-production-stream\nBackup · Commvault',
      'What it means': 'Usually 8–36 min',
    },
    { Status: 'Completed', Job: 'Commvault job 8163405\nDownload · Commvault' },
    { Status: 'Completed', 'What it means': 'From hv-contoso-production' },
    { Status: 'Completed', 'End time': '4 Jun 2025, 21:53' },
    { Status: 'Canceled', Job: 'dc-hq-01\nRestore · rsv-hq-neu' },
    { Status: 'Completed', Job: '35 backups completed Show' },
  ]);
  await expectAccessible(page, 'what ended');
  // Without it all stand by their ends.
  await page.getByRole('button', { name: /^Needs you first/ }).click();
  await expect.poll(async () => (await jobs.rows())[0]?.['Job']).toContain('Commvault job 8163405');
  await shell.goTo('Overview');
  await shell.goTo('Backup jobs');
  // Of what ended no job is read.
  const read = (await azure.received('jobs.get')).map(({ path }) => path);
  const address = await jobs.row('testVM').getByRole('link').first().getAttribute('href');
  expect(read.filter((path) => path.endsWith(address?.split('~').at(-1) ?? ''))).toEqual([]);
});

test('an arrow stands at a column only where all rows stand in its order', async ({
  app,
  page,
}) => {
  const { jobs } = await app.open('/jobs', 'default');
  await jobs.expectVisible();
  const head = page.getByRole('columnheader', { name: 'End time' });
  const first = page.getByRole('button', { name: /^Needs you first/ });
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await first.click();
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await expect.poll(async () => (await jobs.rows())[0]?.['Job']).toContain('testVM');
});

test('a number of jobs on Overview is that of the list that it leads to, and of its file', async ({
  app,
  page,
}) => {
  const { overview, shell, jobs } = await app.open('/', 'default');
  await expect(overview.picture()).toHaveAccessibleName(/^47 jobs /);
  await shell.follow('All jobs');
  await shell.expectText('47 jobs started in the last 24 hours, 5 in progress');
  await expect(page.getByRole('search', { name: 'Filters' })).toContainText(/^Ended42/);
  await jobs.expectVisible();
  const { text } = await saved(page, 'Export CSV');
  expect(text.split('\r\n').filter((line) => /T\d\d:\d\d:/.test(line))).toHaveLength(47);
  await shell.follow('Show the jobs in progress');
  await shell.expectText('5 jobs started in the last 24 hours');
  expect(new Set((await jobs.rows()).map(({ Status }) => Status))).toEqual(
    new Set(['In progress', 'Running']),
  );
});

test('completed backups are one row, opened by a press or by Enter', async ({ app }) => {
  const { jobs, keyboard } = await app.open('/jobs', 'default');
  const fold = jobs.row('35 backups completed');
  await expect(fold.getByRole('img')).toHaveAccessibleName(/^35 backups took /);
  await expect(jobs.row('orders-01')).toHaveCount(0);
  await fold.getByRole('button', { name: 'Show: 35 backups completed' }).click();
  await expect(jobs.row('orders-01').first()).toBeVisible();
  await expect(fold.getByRole('button')).toHaveAttribute('aria-expanded', 'true');
  await keyboard.reach(fold);
  await keyboard.press('Enter');
  await expect(jobs.row('orders-01')).toHaveCount(0);
  await expect(fold).toBeFocused();
});

/** How many rows of jobs are whole in the window, and in what they scroll in. */
const rowsInView = async (rows: Locator): Promise<number> =>
  rows.evaluateAll((all) => {
    const isWhole = (row: Element): boolean => {
      const scroller = row.closest('[role=grid]')?.parentElement?.getBoundingClientRect();
      const { top, bottom } = row.getBoundingClientRect();
      const end = Math.min(innerHeight, scroller?.bottom ?? 0);
      return top >= (scroller?.top ?? 0) && bottom <= end + 0.5;
    };
    const isJob = (row: Element): boolean =>
      row.querySelector('[aria-expanded], [role=columnheader]') === null;
    return all.filter((row) => isWhole(row) && isJob(row)).length;
  });

for (const [width, height, least] of [
  [1440, 900, 8],
  [400, 800, 4],
] as const) {
  test(`three restores and ${String(least)} ended jobs are in view at ${String(width)} × ${String(height)}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const { jobs } = await app.open('/jobs?backups=shown', 'default');
    await expect(jobs.running.row('sql-erp-02')).toContainText('%');
    await allRead(page);
    for (const machine of ['shop-cart-01', 'app01', 'sql-erp-02'])
      await expect(jobs.running.row(machine)).toBeInViewport({ ratio: 1 });
    const rows = page.getByRole('grid', { name: 'Backup jobs' }).getByRole('row');
    await expect(rows.nth(least + 1)).toBeAttached();
    expect(await rowsInView(rows)).toBeGreaterThanOrEqual(least);
    await expectNoSidewaysScroll(page);
  });
}

test('what only the job itself tells is read on its page', async ({ app, azure, page }) => {
  const { jobs, job } = await app.open('/jobs', 'default');
  const canceled = jobs.row('dc-hq-01');
  await canceled.getByRole('link', { name: 'Read it: dc-hq-01' }).click();
  await job.expectOpen('Restore of dc-hq-01');
  await job.expectProgress('Canceled');
  await page.goBack();
  await expect(canceled).toContainText('As of 3 Jun 2025');
  await expect(canceled.getByRole('link', { name: /^Read it/ })).toHaveCount(0);
  await azure.expectReceived('jobs.cancel', 0);
  // Downloads and backups have no more to tell.
  await expect(jobs.row('Commvault job 8163405').getByRole('link')).toHaveCount(1);
  await expect(jobs.row('ml-batch-01').getByRole('link')).toHaveCount(1);
});

test('a list that isn’t read is named, and an empty list speaks of the others alone', async ({
  app,
  faults,
  page,
}) => {
  faults.expectRefusals();
  const { shell } = await app.open('/', 'default');
  await faults.add(secondaryJobsForbidden);
  await goTo(page, '/jobs');
  await shell.press('Refresh');
  const unread = page.getByText('Not checked: the secondary region of rsv-prod-weu.');
  await expect(unread).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Instance, vault or job ID' });
  await search.fill('nosuch');
  await search.press('Enter');
  await shell.expectText(
    'No ended jobs that started in the last 24 hours match these filters in the lists that could be read.',
  );
  await faults.remove(secondaryJobsForbidden.id);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(unread).toHaveCount(0);
  await shell.expectText('No ended jobs that started in the last 24 hours match these filters.');
});
