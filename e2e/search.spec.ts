import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The search in the top bar: what it finds, and how it is used. */

test(
  'three letters find a machine among those of its name, and Enter opens it',
  { tag: proves('search a machine') },
  async ({ app, page }) => {
    const { search, shell, keyboard } = await app.open('/', 'default');
    await search.find('web');
    await expect(search.options('Backup instances')).toHaveCount(2);
    const staged = search.option('Backup instances', 'web-fe-07', 'rg-web-stage');
    await expect(staged).toContainText('rsv-hq-neu');
    await expect(staged).toContainText('Contoso Corporate');
    await expect(staged).toContainText('last restore point 4 Jun 2025, 20:17');
    await expect(staged).toContainText('Source exists');
    expect(await search.marksIn(staged)).toEqual(['web', 'web']);
    await search.expectActive(/rg-web ·/);
    await keyboard.press('ArrowDown');
    await search.expectActive(/rg-web-stage/);
    await keyboard.press('Enter');
    await shell.expectTitle('web-fe-07');
    await expect(page).toHaveURL(/rg-web-stage/);
    await expect(shell.title('web-fe-07')).toBeFocused();
    await search.expectClosed();
    await expect(search.field()).toHaveValue('');
  },
);

test('a machine that is gone is found, and said to be gone', async ({ app }) => {
  const { search } = await app.open('/', 'default');
  await search.find('old-crm');
  await expect(search.option('Backup instances', 'Source not found')).toHaveCount(1);
});

test('a protected disk is found among its like, and opened', async ({ app, page }) => {
  const { search, shell } = await app.open('/', 'default');
  await search.find('datadisk');
  const disk = search.option('Azure Disks', 'app01_DataDisk_0', 'rg-app-prod');
  await expect(disk).toContainText('bv-prod-weu');
  await expect(disk).toContainText('Contoso Production');
  await disk.click();
  await shell.expectTitle('app01_DataDisk_0');
  await expect(page).toHaveURL(/\/instances\//);
});

test('one word finds what lies in a vault, the vault itself, and its jobs', async ({ app }) => {
  const { search, job, shell } = await app.open('/', 'default');
  await search.find('rsv-hq-neu');
  await expect(search.option('Vaults', 'rsv-hq-neu', 'North Europe')).toHaveCount(1);
  await expect(search.options('Backup instances').first()).toContainText('rsv-hq-neu');
  await expect(search.options('Backup jobs')).toHaveCount(5);
  await search.option('Backup jobs', 'Backup of').first().click();
  await job.expectOpen(/^Backup of /);
  await search.find('rsv-hq-neu');
  await search.option('Vaults', 'rsv-hq-neu').click();
  await shell.expectTitle('rsv-hq-neu');
});

test('a resource group finds its machines and their jobs', async ({ app }) => {
  const { search } = await app.open('/', 'default');
  await search.find('resource group rg-erp');
  await expect(search.option('Backup instances', 'sql-erp-02')).toHaveCount(1);
  await expect(search.option('Backup jobs', 'sql-erp-02').first()).toBeVisible();
});

test('a part of its id finds a job', async ({ app, page }) => {
  const { search, shell, overview } = await app.open('/', 'default');
  await overview.openRunning('app01');
  await expect(shell.title('Restore of app01')).toBeFocused();
  const [, id = ''] = /~([0-9a-f-]{36})$/.exec(page.url()) ?? [];
  await search.find(id.slice(0, 13));
  await expect(search.option('Backup jobs', id)).toHaveCount(1);
  await search.expectAnnounced('Found: 1 backup job.');
});

test('a page and a constraint are found, and opened', async ({ app, page }) => {
  const { search, shell, keyboard } = await app.open('/', 'default');
  await search.find('backup inst');
  await search.expectActive('Backup instances');
  await keyboard.press('Enter');
  await shell.expectTitle('Backup instances');
  await search.find('irreversible');
  await search.option('Constraints', 'csr.permanent.irreversible').click();
  await shell.expectTitle('Constraint csr.permanent.irreversible');
  await expect(page).toHaveURL(/\/rules\?rule=csr\.permanent\.irreversible$/);
  await search.find('czr.pinned-zone-down');
  await search.option('Constraints', 'czr.pinned-zone-down').first().click();
  await expect(shell.title('Constraint czr.pinned-zone-down')).toBeFocused();
});

test("Azure's newer words find the same things", async ({ app, page }) => {
  const { search, shell, wizard, rules, keyboard } = await app.open('/rules', 'default');
  await search.find('Protected items');
  await expect(search.options('Pages')).toHaveText('Backup instancesIn Azure: Protected items');
  await search.expectActive(/^Backup instances/);
  await keyboard.press('Enter');
  await shell.expectTitle('Backup instances');
  await search.find('Resiliency');
  await search.expectActive(/^Overview/);
  await search.open();
  await search.type('recover app01');
  await search.expectActive(/^app01/);
  await search.open();
  await search.type('recovery point');
  await search.option('Constraints', 'Show all').click();
  await expect(page).toHaveURL(/\/rules\?q=recovery\+point$/);
  await expect(rules.item('point.archive')).toBeVisible();
  await search.find('Recover');
  await search.expectActive(/^Start a new restore/);
  await keyboard.press('Enter');
  await wizard.expectStep('datasource');
});

test('more than is shown leads to the lists', async ({ app, page }) => {
  const { search, instances } = await app.open('/', 'scale');
  await search.find('app');
  await search.option('Backup instances', 'Show all backup instances with “app”').click();
  await instances.expectVisible();
  await expect(page).toHaveURL(/\/instances\?search=app$/);
  await search.find('app');
  await search.option('Backup jobs', 'Show backup jobs of the last 7 days with “app”').click();
  await expect(page).toHaveURL(/\/jobs\?search=app&range=7d$/);
});

test('arrows, Home and End go through all results, around both ends', async ({ app }) => {
  const { search, keyboard } = await app.open('/', 'default');
  await search.open();
  await search.expectActive('Overview');
  await keyboard.press('ArrowUp');
  await search.expectActive('Keyboard shortcuts');
  await keyboard.press('ArrowDown');
  await search.expectActive('Overview');
  await keyboard.press('End');
  await search.expectActive('Keyboard shortcuts');
  await keyboard.press('Home');
  await search.expectActive('Overview');
  await keyboard.press('Tab');
  await search.expectClosed();
});

test('in the wizard Ctrl+K takes nothing from a field, and Escape gives it back', async ({
  app,
}) => {
  const { search, wizard, configuration, keyboard } = await app.open('/restore/new', 'default');
  await wizard.next('instance');
  await wizard.chooseInstance('app01');
  await wizard.openStep('configuration');
  await configuration.chooseType('Create new virtual machine');
  const name = configuration.text('Virtual machine name');
  await name.fill('kick');
  await search.find('app01');
  await search.expectActive(/^app01/);
  await keyboard.press('Escape');
  await search.expectClosed();
  await expect(name).toBeFocused();
  await search.type('-k');
  await expect(name).toHaveValue('kick-k');
  await search.open();
  await expect(search.field()).toHaveValue('app01');
  await search.type('q');
  await expect(search.field()).toHaveValue('q');
});

test('a click into the field opens it, and one elsewhere closes it', async ({ app }) => {
  const { search, shell } = await app.open('/', 'default');
  await search.field().click();
  await expect(search.options('Pages')).toHaveCount(12);
  await shell.goTo('Backup jobs');
  await search.expectClosed();
});

test('a machine has Restore beside it, and is found again when nothing is typed', async ({
  app,
  page,
}) => {
  const { search, shell, wizard, keyboard } = await app.open('/', 'default');
  await search.find('sql-erp');
  await search.expectActive(/^sql-erp-02/);
  await keyboard.press('Enter');
  await shell.expectTitle('sql-erp-02');
  await expect(shell.title('sql-erp-02')).toBeFocused();

  await search.open();
  await expect(search.options('Recent')).toHaveText(/^sql-erp-02.*rg-erp/);
  await expect(search.option('Pages', 'Overview')).toHaveCount(1);
  await search.type('sql-erp');
  await search.expectActive(/^sql-erp-02/);
  await keyboard.press('ArrowRight');
  await search.expectActive('Restore');
  await expect(search.restoreOf('sql-erp-02').first()).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowLeft');
  await search.expectActive(/^sql-erp-02/);
  await keyboard.press('ArrowRight');
  await expectAccessible(page, 'the search with Restore');
  await keyboard.press('Enter');
  await wizard.expectStep('restore-point');

  // The draft that this started is found by the machine's name.
  await search.find('draft sql');
  await expect(search.option('Drafts', 'Restore of sql-erp-02')).toHaveCount(1);
});

test('a job of a disk is found and opened', async ({ app }) => {
  const { search, job } = await app.open('/', 'default');
  await search.find('DataDisk_0');
  await search.option('Backup jobs', 'app01_DataDisk_0').first().click();
  await job.expectOpen(/app01_DataDisk_0$/);
});
