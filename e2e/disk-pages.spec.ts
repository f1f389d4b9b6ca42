import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { diskPageOf, pageOf } from './drivers/world.ts';
import { Disks } from './drivers/disks.ts';
import { goTo } from './drivers/page.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Managed disks and Backup vaults in the lists, and their pages. */

test('beside the machines it says that disks are protected too, and leads to them', async ({
  app,
  page,
}) => {
  const disks = new Disks(page);
  const { instances, keyboard, shell } = await app.open('/instances', 'default');
  await instances.expectRow({ 'Backup instance': 'app01', 'Resource group': 'rg-app-prod' });
  await shell.expectText('6 managed disks have their own backups.');
  await disks.show();
  await expect(page).toHaveURL(/datasource=disk/);
  await expect(instances.pill('Datasource type')).toBeFocused();
  await instances.expectRow({
    'Backup instance': 'app01_DataDisk_0',
    'Resource group': 'rg-app-prod',
    Vault: 'bv-prod-weu',
    Subscription: 'Contoso Production',
    'Snapshot resource group': 'rg-backup-weu',
    Protection: 'Protected',
  });
  await instances.expectCount('6 disks');
  await expectAccessible(page, 'Backup instances, disks');
  await keyboard.reach(instances.row('app01_DataDisk_0'));
  await keyboard.press('Enter');
  await shell.expectTitle('app01_DataDisk_0');
});

test(
  'disks are filtered, sorted and searched, and the address says so',
  { tag: proves('filter disks') },
  async ({ app, page }) => {
    const disks = new Disks(page);
    const { instances, shell } = await app.open('/instances', 'default');
    await instances.filter('Datasource type', 'Azure Disks');
    await instances.expectCount('6 disks');
    await instances.filter('Vault', 'bv-prod-weu');
    await instances.expectCount('4 disks');
    await app.reload();
    await instances.expectCount('4 disks');
    await instances.sortBy('Backup instance');
    await expect(page).toHaveURL(/sort=-name/);
    await expect
      .poll(async () => (await instances.rows())[0]?.['Backup instance'])
      .toContain('sql-erp-02_OsDisk');
    await disks.search('nosuch');
    await shell.expectText('No disks match these filters.');
    await shell.press('Clear all filters');
    await instances.expectRow({ 'Backup instance': 'web-fe-07', 'Resource group': 'rg-web' });
  },
);

test('parts of an address that are facts of machines are named in the list of disks', async ({
  app,
}) => {
  const { instances, shell } = await app.open(
    '/instances?datasource=disk&health=passed&sort=lastPoint',
    'default',
  );
  await shell.expectText('health=passed, sort=lastPoint');
  await instances.expectCount('6 disks');
});

test('the list of disks is handed over as a file', async ({ app, page }) => {
  const { instances } = await app.open('/instances?datasource=disk', 'default');
  await instances.expectCount('6 disks');
  const download = page.waitForEvent('download');
  await instances.button('Export CSV').click();
  expect((await download).suggestedFilename()).toBe('backup-instances-disks.csv');
});

test('the page of a disk says what it is, and as of when it can be restored', async ({
  app,
  page,
}) => {
  const disks = new Disks(page);
  const { instance, shell } = await app.open('/instances?datasource=disk', 'default');
  await shell.follow('app01_DataDisk_0');
  await instance.expectFacts({
    Vault: 'bv-prod-weu',
    Policy: 'DiskDaily',
    Protection: 'Protected',
    'Snapshot resource group': 'rg-backup-weu',
    Region: 'West Europe',
    'Source disk': 'Exists',
    Holds: 'Data',
    Encryption: 'platform-managed key',
    'Attached to': 'app01',
  });
  await instance.expectCount('7 restore points');
  await instance.points.expectRow({
    Time: '4 Jun 2025, 22:00',
    Kind: 'Incremental · Snapshot',
    Expires: 'in 6 days',
  });
  await instance.timeline().press('End');
  await instance.expectTime(/^4 Jun 2025, 22:00, at least 4 h \d+ min of changes lost$/);
  await expect(instance.point('4 Jun 2025, 22:00')).toHaveAttribute('aria-selected', 'true');
  await instance.jobs.expectRow({ Status: 'Completed', Operation: 'Restore' });
  await expect(instance.restore('4 Jun 2025, 22:00')).toHaveAttribute(
    'href',
    /instance=disks(~|%7E).*point=/,
  );
  await expect(disks.restore()).toHaveAttribute('href', /\/restore\/new\?instance=disks(~|%7E)/);
  await expectAccessible(page, 'Backup instance, a disk');
  await shell.follow('View all');
  await shell.expectTitle('Backup jobs');
  await shell.expectText('Jobs of app01_DataDisk_0 only');
});

test('a disk leads to its machine, and the machine to its disks', async ({ app, page }) => {
  const disks = new Disks(page);
  const { instance, shell } = await app.open(pageOf.app01, 'default');
  await disks.ofMachine.expectRow({
    Disk: 'app01_DataDisk_0',
    Vault: 'bv-prod-weu',
    'Restore points': '7 restore points, newest 4 Jun 2025, 22:00',
  });
  await expect(shell.link('Restore app01_DataDisk_0')).toHaveAttribute(
    'href',
    /instance=disks(~|%7E)/,
  );
  await shell.follow('app01_DataDisk_0');
  await shell.expectTitle('app01_DataDisk_0');
  await expect(disks.machine()).toContainText('The VM of this disk is backed up too.');
  await shell.follow('Restore points of app01');
  await shell.expectTitle('app01');
  await expect(instance.heading('Restore points')).toBeFocused();
});

test('a machine without such disks says nothing of them', async ({ app, page }) => {
  const disks = new Disks(page);
  const { instance, shell } = await app.open(pageOf.hrDb, 'default');
  await instance.jobs.expectVisible();
  await shell.expectText('Source exists');
  await expect(disks.ofMachine.row()).toHaveCount(0);
});

test('jobs of disks stand among the others, and can be had alone', async ({ app, page }) => {
  // All columns have room.
  await page.setViewportSize({ width: 1600, height: 900 });
  const { instances, jobs, job } = await app.open('/jobs?range=7d&operation=Restore', 'default');
  await expect(jobs.running.row('app01')).toBeVisible();
  await expect(jobs.row('app01_DataDisk_0', 'Completed', 'bv-prod-weu')).toBeVisible();
  await instances.filter('Datasource type', 'Azure Disks');
  await expect(page).toHaveURL(/datasource=disk/);
  await jobs.expectRows([
    { Job: 'sql-erp-02_OsDisk\nRestore · bv-prod-weu', Status: 'Failed', Duration: '1 min' },
    { Job: 'app01_DataDisk_0\nRestore · bv-prod-weu', Status: 'Completed', Duration: '5 min' },
  ]);
  await jobs.row('app01_DataDisk_0').getByRole('link').first().click();
  await job.expectOpen('Restore of app01_DataDisk_0');
});

test('the job of a disk shows the disk that it made, read back', async ({ app, page }) => {
  const disks = new Disks(page);
  const { job, shell } = await app.open('/jobs?range=7d&datasource=disk', 'default');
  await shell.follow('Restore of app01_DataDisk_0');
  await job.expectProgress('Completed');
  await job.expectFacts('properties', {
    'Datasource type': 'Azure Disks',
    Vault: 'bv-prod-weu',
    'Backup instance': 'app01_DataDisk_0',
    'Restored disk': 'check_app01_DataDisk_0',
    'Restore point': '2 Jun 2025',
  });
  await job.openTasks();
  await job.tasks.expectRow({ Subtask: 'Trigger Restore', Status: 'Completed' });
  await expect(disks.result()).toContainText('Confirmed by Azure');
  await expect(disks.result()).toContainText('rg-restore-weu');
  await job.expectCancel('impossible', /ended/);
  await expect(job.command('Restore again')).toHaveAttribute('href', /again=disks(~|%7E)/);
  await expectAccessible(page, 'job of a disk');
});

test('a failed job of a disk says why, what Azure recommends, and what it has left', async ({
  app,
  azure,
  page,
  troubles,
}) => {
  // The disk that it was to make isn’t there.
  troubles.expectRefusals();
  const { job, shell } = await app.open('/jobs?range=7d&datasource=disk', 'default');
  await shell.follow('Restore of sql-erp-02_OsDisk');
  await job.expectProgress('Restore failed');
  await expect(job.errors()).toContainText('UserErrorNotEnoughPermissionOnTargetRG');
  await expect(job.errors()).toContainText('Give it the role Disk Restore Operator there.');
  await expect(job.existing()).toContainText('Not found');
  // Its picture reads the size of the source, and what exists now its target.
  const disksRead = (await azure.received('disks.get')).map(({ path }) => path.split('/').at(-1));
  expect(new Set(disksRead)).toEqual(new Set(['sql-erp-02_OsDisk', 'sql-erp-02_OsDisk-copy']));
  // Restores of VMs that run meanwhile are read by their own service; this job is none of its.
  const id = page.url().split(/[~/]/).at(-1) ?? '';
  expect(id).toMatch(/^[\da-f-]{36}$/);
  const reads = await azure.received('jobs.get');
  expect(reads.filter(({ path }) => path.includes(id))).toEqual([]);
});

test(
  'Backup vaults have a list and a page',
  { tag: proves('read a Backup vault') },
  async ({ app, page }) => {
    const disks = new Disks(page);
    const { instances, shell, vaults } = await app.open('/vaults', 'default');
    await shell.follow('Show Backup vaults');
    await expect(page).toHaveURL(/type=backup/);
    await expect(instances.pill('Vault type')).toBeFocused();
    // Said once for all rows, by the filter.
    await expect(instances.pill('Vault type')).toHaveText('Vault type: Backup vault');
    await vaults.expectRow({
      Vault: 'bv-hq-neu',
      'Resource group': 'rg-backup-neu',
      Region: 'North Europe',
      'Managed identity': 'None: can’t restore disks',
    });
    await instances.expectCount('3 Backup vaults');
    await expectAccessible(page, 'Vaults, Backup vaults');
    await shell.follow('bv-prod-weu');
    await shell.expectTitle('bv-prod-weu');
    await shell.expectText('System-assigned (');
    await disks.ofVault.expectRow({ Disk: 'app01_DataDisk_0', 'Resource group': 'rg-app-prod' });
    await disks.jobsOfVault.expectRow({ Status: 'Failed', Job: 'Restore of sql-erp-02_OsDisk' });
    await expectAccessible(page, 'Backup vault');
    await shell.follow('View all');
    await shell.expectTitle('Backup jobs');
    await expect(page).toHaveURL(/vault=/);
  },
);

test('shows what is not in a Backup vault as unknown', async ({ app, page, faults }) => {
  const { shell } = await app.open('/', 'default');
  faults.expectRefusals();
  await goTo(page, diskPageOf.noInstance);
  await shell.expectText('Azure can’t find this backup instance.');
  await goTo(page, diskPageOf.noJob);
  await shell.expectText('Azure can’t find this job.');
});

test.describe('on 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('all of it fits', async ({ app, page }) => {
    const disks = new Disks(page);
    const { instance, instances, job, jobs, shell } = await app.open(
      '/instances?datasource=disk',
      'default',
    );
    await instances.expectCount('6 disks');
    await expectNoSidewaysScroll(page);
    await shell.follow('app01_DataDisk_0');
    await instance.expectCount('7 restore points');
    await expect(disks.machine()).toContainText('backed up too');
    await expectNoSidewaysScroll(page);
    await goTo(page, '/jobs?range=7d&datasource=disk');
    await jobs.row('app01_DataDisk_0').getByRole('link').first().click();
    await job.expectProgress('Completed');
    await expect(disks.result()).toContainText('Confirmed by Azure');
    await expectNoSidewaysScroll(page);
    await goTo(page, diskPageOf.vault);
    await disks.ofVault.expectVisible();
    await expectNoSidewaysScroll(page);
  });
});
