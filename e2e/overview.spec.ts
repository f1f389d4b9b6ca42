import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingSlow, jobsForbidden, jobStalls, listsForbidden } from './drivers/faults.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

test('what runs, what failed, the last day and the health of all machines are on one page', async ({
  app,
}) => {
  const { shell, overview } = await app.open('/', 'default');
  await shell.expectText('9 vaults in 3 subscriptions');
  await overview.running.expectRows([
    { Restore: 'shop-cart-01 to shop-cart-01-drill\nRestore' },
    { Restore: 'app01 to app01-restored\nCreate new virtual machine' },
    { Restore: 'sql-erp-02 to disks in rg-restore-weu\nRestore disks' },
  ]);
  await overview.expectMoving('app01');
  await expect(overview.progress('app01')).toBeVisible();
  await expect(overview.running.row('sql-erp-02')).toContainText(/\d\.\d of 902\.0 GiB/);
  await expect(overview.running.row('app01')).toContainText(/1[34]\d\.\d of 412\.0 GiB/);
  await expect(overview.running.row('app01')).toContainText(/03:\d\d–03:\d\d/);
  await expect(overview.attention('Restore of testVM')).toContainText(
    'Restore failed because the snapshot of the recovery point was not found.',
  );
  await expect(overview.attention('Restore of web-fe-07')).toHaveCount(0);
  await overview.health.expectRows([
    { Health: 'Healthy', VMs: '28' },
    { Health: 'Action required', VMs: '1' },
    { Health: 'Soft-deleted', VMs: '1' },
  ]);
});

test('shows the day in words, and as a table', async ({ app }) => {
  const { overview } = await app.open('/', 'default');
  await expect(overview.picture()).toHaveAccessibleName(
    '47 jobs by the hour they started: Completed 38, Canceled or not reported 1, With warnings 1, Failed 2, In progress 5. Busiest hour: 20:00 with 12.',
  );
  await overview.showHours();
  await overview.hours.expectRow({ Hour: '22:00', All: '6', Completed: '5', Failed: '1' });
});

test('numbers and lines lead on', { tag: proves('start from Overview') }, async ({ app, page }) => {
  const { shell, overview, instances, jobs, job } = await app.open('/', 'default');
  await overview.link('Backup instances by health', '1 VMs: Action required').click();
  await expect(instances.row('ml-batch-01', 'rg-ml')).toBeVisible();
  await expect(page).toHaveURL(/\/instances\?health=actionRequired$/);
  await page.goBack();
  await overview.showHours();
  await overview.link('Jobs in the last 24 hours', '22:00').click();
  await expect(page).toHaveURL(
    /\/jobs\?range=2025-06-04T22%3A00%3A00Z%2F2025-06-04T23%3A00%3A00Z$/,
  );
  await expect(jobs.row('ml-batch-01', 'Failed')).toHaveCount(1);
  await shell.expectText('6 jobs started from 4 Jun 2025, 22:00 to 4 Jun 2025, 23:00');
  await page.goBack();
  await overview
    .attention('Restore of testVM')
    .getByRole('link', { name: /^Show what to do: Restore of testVM/ })
    .click();
  await job.expectOpen('Restore of testVM');
  await expect(job.errors()).toBeVisible();
});

test(
  'seven queries fill the page, and each restore in view and vault with a second region is read itself',
  { tag: proves('a page reads no more than it has to') },
  async ({ app, azure }) => {
    const { shell, overview } = await app.open('/restore/new', 'default');
    await shell.goTo('Overview');
    await overview.expectMoving('app01');
    await expect(overview.picture()).toBeVisible();
    await overview.health.expectVisible();
    await shell.expectText('9 vaults in 3 subscriptions');
    await overview.running.expectRow({
      Restore: 'sql-erp-02 to disks in rg-restore-weu\nRestore disks',
    });
    await azure.expectReceived('jobs.listSecondary', 1);
    expect(await azure.received('resourceGraph.query')).toHaveLength(7);
    // Two run, and one failed; of their vault's past restores those are read that they and others are compared with.
    const jobsRead = async () =>
      new Set((await azure.received('jobs.get')).map(({ path }) => path));
    await expect.poll(async () => (await jobsRead()).size).toBe(19);
    // Of six vaults one has Cross Region Restore.
    expect(await azure.received('jobs.listSecondary')).toHaveLength(1);
  },
);

test('progress goes on by itself, and a restore that has ended leaves', async ({ app, clock }) => {
  const { overview, job } = await app.open('/', 'default');
  await overview.expectMoving('app01');
  const before = await overview.percent('app01');
  await clock.waitFor(300_000);
  await expect.poll(async () => overview.percent('app01')).toBeGreaterThan(before);
  await clock.pass(3_600_000);
  await expect(overview.running.row('app01')).toHaveCount(0);
  await overview.openRunning('sql-erp-02');
  await job.expectOpen('Restore of sql-erp-02');
});

test('shows a stalled restore, with since when', async ({ app, clock, faults }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, overview, job } = screens;
  await fillApp01Beside(screens);
  await faults.add(jobStalls);
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await clock.pass(600_000);
  await shell.goTo('Overview');
  const line = overview.attention('Restore of app01');
  const percent = async () => overview.percent('app01-night');
  await expect.poll(percent).toBeGreaterThan(0);
  await clock.pass(1_200_000);
  // Half of its bytes: there it stops. Jobs are read one after the other, with pauses.
  await passUntil(
    async () => clock.waitFor(1_500),
    async () => (await percent()) === 50,
  );
  await expect(line).toHaveCount(0);
  await clock.pass(1_200_000);
  await passUntil(
    async () => clock.waitFor(1_500),
    async () => line.isVisible(),
  );
  await expect(line).toContainText(
    /In progress, but no progress since 03:1\d, as observed by this browser\./,
  );
  await expect(overview.running.row('app01-night', 'No progress since 03:1')).toBeVisible();
});

test('says that nothing runs and nothing failed', async ({ app }) => {
  const { shell, overview } = await app.open('/');
  await shell.expectText('1 vault in 1 subscription');
  await expect(overview.part('Restores in progress')).toHaveCount(0);
  await shell.expectText('No failed or stalled restores in the last 24 hours.');
  // Backups by Commvault.
  await expect(overview.picture()).toHaveAccessibleName(/ started: Completed \d+\. /);
  await overview.health.expectRow({ Health: 'Healthy', VMs: '1' });
});

test('a part that can’t be read is read again alone, and the others stay as they are', async ({
  app,
  faults,
}) => {
  const { shell, overview } = await app.open('/restore/new', 'default');
  await faults.add(listsForbidden);
  await shell.goTo('Overview');
  await overview.expectTrouble(
    'Restores in progress',
    'You don’t have permission to view the restores in progress.',
  );
  await overview.expectTrouble(
    'Backup instances by health',
    'You don’t have permission to view the health',
  );
  await faults.remove(listsForbidden.id);
  await overview.retry('Restores in progress');
  await overview.expectMoving('app01');
  await expect(overview.attention('Restore of testVM')).toBeVisible();
  await overview.expectTrouble(
    'Backup instances by health',
    'You don’t have permission to view the health',
  );
});

test('shows a job without read permission as not read, and a refresh that fails takes nothing away', async ({
  app,
  azure,
  faults,
}) => {
  const { shell, overview } = await app.open('/restore/new', 'default');
  await faults.add(jobsForbidden);
  await shell.goTo('Overview');
  await overview.running.expectRow({
    Restore: 'app01\nRestore',
    Progress: 'not read',
  });
  await overview.health.expectVisible();
  await expect(overview.picture()).toBeVisible();
  await shell.expectText('9 vaults in 3 subscriptions');
  await faults.add(listsForbidden);
  await shell.press('Refresh');
  await azure.expectReceived('resourceGraph.query', 10);
  await expect(overview.picture()).toBeVisible();
  await overview.running.expectRow({ Progress: 'not read' });
});

test('a person who can read nothing sees so, part by part, and can still start', async ({
  app,
  faults,
  page,
}) => {
  const { shell, overview, whatHappened } = await app.open('/restore/new', 'default');
  await faults.add(listsForbidden);
  await shell.goTo('Overview');
  await overview.expectTrouble(
    'Restores in progress',
    'You don’t have permission to view the restores in progress.',
  );
  await overview.expectTrouble(
    'Jobs in the last 24 hours',
    'You don’t have permission to view the jobs',
  );
  await overview.expectTrouble(
    'Backup instances by health',
    'You don’t have permission to view the health',
  );
  await shell.expectText('Their number couldn’t be read.');
  await expectAccessible(page, 'Overview, forbidden');
  await overview.link('What happened?', 'Ransomware suspected').click();
  await expect(whatHappened.scenario('Ransomware suspected')).toBeChecked();
});

test('while Azure is slow the page stands there already', async ({ app, faults, page }) => {
  const { shell, overview } = await app.open('/jobs', 'default');
  await faults.add(everythingSlow);
  await shell.goTo('Overview');
  await shell.expectReading('the restores in progress');
  await shell.expectReading('the health of the backup instances');
  await expect(overview.part('What happened?')).toBeVisible();
  await expectAccessible(page, 'Overview, reading');
});

test('all of it passes axe, and fits 400 pixels', async ({ app, page }) => {
  const { overview } = await app.open('/', 'default');
  await overview.expectMoving('app01');
  await expect(overview.picture()).toBeVisible();
  await overview.showHours();
  await expectAccessible(page, 'Overview');
  await page.setViewportSize({ width: 400, height: 900 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, 'Overview, narrow');
});

/** What Azure Service Health reports of regions with backups, on the start page. */

test('a region that is down is on Overview, with where its VMs can be restored', async ({
  app,
  page,
}) => {
  const { overview, shell, instances } = await app.open('/', 'region-down');
  const notice = overview.serviceIssue('Service issue in West Europe');
  await expect(notice).toContainText(
    'Azure Service Health reports: “Virtual Machines and Storage unavailable in West Europe” (Virtual Machines).',
  );
  await expect(notice).toContainText(/Since \d+ Jun 2025, \d\d:\d\d\./);
  await expect(notice).toContainText(/Updated .* ago/);
  await expect(notice).toContainText(/\d+ VMs are backed up in this region:/);
  await expect(notice).toContainText(
    /\d+ might be restored to the paired region, depending on the VM and its restore points\./,
  );
  await expectAccessible(page, 'Overview with a service issue');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
  await notice.getByRole('link', { name: 'Find a restore option' }).click();
  await shell.expectTitle('What happened?');
  await expect(page).toHaveURL(/\/what-happened\?what=region-down$/);
  await page.goBack();
  await notice.getByRole('link', { name: 'Show backup instances' }).click();
  await instances.expectVisible();
  await expect(page).toHaveURL(/\/instances\?region=westeurope$/);
});

test('a zone that is down is named by Azure alone, and leads to its restore options', async ({
  app,
  page,
}) => {
  const { overview } = await app.open('/', 'zone-down');
  const notice = overview.serviceIssue('Service issue in a zone of West Europe');
  await expect(notice).toContainText(
    '“Virtual Machines unavailable in Availability Zone 1 of West Europe”',
  );
  await expect(notice).toContainText('Not checked: which of these VMs are in that zone.');
  await notice.getByRole('link', { name: 'Find a restore option' }).click();
  await expect(page).toHaveURL(/\/what-happened\?what=zone-down$/);
});

/** How many VMs have had no restore point for too long. */

test('VMs without a recent restore point are counted, by an age that is kept, and lead to their list', async ({
  app,
  page,
}) => {
  const { instances, overview } = await app.open('/', 'default');
  const day = 'No restore point for over 24 hours';
  await expect(overview.link(day, '4 VMs')).toBeVisible();
  await expect(overview.link(day, '1 with none')).toBeVisible();
  await expect(overview.part(day)).toContainText('Excludes Commvault, and disks');
  await expectAccessible(page, 'age of restore points');
  await overview.chooseAge('7 days');
  const week = 'No restore point for over 7 days';
  await expect(overview.link(week, '2 VMs')).toBeVisible();
  await app.reload();
  await overview.link(week, '2 VMs').click();
  await expect(page).toHaveURL(/\/instances\?older=7d$/);
  await expect(instances.row('old-crm-01')).toBeVisible();
  await expect(instances.row('build-agent-04')).toBeVisible();
  await expect(instances.row('ml-batch-01')).toHaveCount(0);
  await instances.filter('Last restore point', 'Over 48 hours ago, or none');
  await expect(instances.row('ml-batch-01')).toBeVisible();
});

test('VMs without any restore point have a list of their own', async ({ app, page }) => {
  const { instances, overview } = await app.open('/', 'default');
  const day = 'No restore point for over 24 hours';
  await overview.link(day, '1 with none').click();
  await expect(page).toHaveURL(/\/instances\?older=none$/);
  await expect(instances.row('build-agent-04')).toBeVisible();
  await expect(instances.row('old-crm-01')).toHaveCount(0);
});

test('where Azure does not count, there is no number', async ({ app, faults, page }) => {
  const { overview } = await app.open('/jobs', 'default');
  await faults.add(listsForbidden);
  await goTo(page, '/');
  const day = 'No restore point for over 24 hours';
  await overview.expectTrouble(day, 'You don’t have permission to view');
  await expect(overview.part(day).getByRole('link')).toHaveCount(0);
});
