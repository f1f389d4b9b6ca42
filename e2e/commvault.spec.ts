import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { commvaultFault, once } from './drivers/faults.ts';
import { Settings } from './drivers/settings.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const CONNECTED = 'Connected. The CommServe reports 14 VMs.';
const UNTESTED = 'Token entered. The connection isn’t tested.';
const NO_TOKEN = 'Not connected. Enter an access token.';

test(
  'the tokens of a CommServe are of all tabs, and in nothing that is stored',
  { tag: proves('connect to a CommServe') },
  async ({ app, page }) => {
    await app.open('/', 'default');
    const settings = new Settings(page);
    await settings.open();
    await settings.expectStatus(UNTESTED);
    await settings.press('Test connection');
    await settings.expectStatus(CONNECTED);

    const second = new Settings((await app.tab('/settings')).page);
    await second.press('Forget tokens');
    await second.expectStatus(NO_TOKEN);
    await settings.expectStatus(NO_TOKEN);
    await second.connect(' demo-access-token ', 'demo-refresh-token');
    await second.expectStatus(CONNECTED);
    await settings.expectStatus(UNTESTED);
    for (const tab of [settings, second]) {
      await expect(tab.token('Access token')).toHaveValue('');
      expect(await tab.stored()).not.toMatch(/demo-(access|refresh)-token/);
    }
  },
);

test('a token that can’t be one is refused by keyboard alone, one of another tenant by the CommServe', async ({
  app,
  page,
  faults,
}) => {
  faults.expectRefusals();
  await app.open('/settings', 'default');
  const settings = new Settings(page);
  await settings.token('Access token').focus();
  await page.keyboard.type('two words');
  await page.keyboard.press('Enter');
  await expect(settings.connection()).toContainText('Enter an access token. It has no spaces.');
  await expect(settings.token('Access token')).toBeFocused();
  await expect(settings.token('Access token')).toHaveAttribute('type', 'password');
  await expectAccessible(page, 'Settings, refused');

  await settings.connect('of-another-tenant', 'of-another-tenant');
  await settings.expectTrouble('The CommServe rejected the token');
  await expectAccessible(page, 'Settings, not connected');
  await settings.connect('demo-access-token');
  await settings.expectStatus(CONNECTED);
});

test('the page says what keeps a CommServe from answering', async ({
  app,
  page,
  azure,
  clock,
  faults,
}) => {
  await app.open('/settings', 'default');
  // What broke off is read again after a while.
  await clock.speed(60);
  const settings = new Settings(page);
  const all = [
    [{ kind: 'html-page' }, 'The CommServe returned a web page'],
    [{ kind: 'status', status: 403 }, 'The request was rejected (403)'],
    [{ kind: 'status', status: 404 }, 'This isn’t a CommServe'],
    [{ kind: 'drop' }, 'Couldn’t reach the CommServe'],
  ] as const;
  for (const [effect, trouble] of all) {
    await faults.add({ id: 'commserve', match: { path: '/webconsole/api' }, times: null, effect });
    await settings.press('Test connection');
    await settings.expectTrouble(trouble);
    await faults.remove('commserve');
  }
  // A read renews a token that has expired, and is sent once more.
  const before = (await azure.received('commvaultVms.list')).length;
  await faults.add(once('commvaultVms.list', { kind: 'status', status: 401 }));
  await settings.press('Test connection');
  await settings.expectStatus(CONNECTED);
  expect(await azure.received('commvaultTokens.renew')).toHaveLength(1);
  expect(await azure.received('commvaultVms.list')).toHaveLength(before + 2);
});

/** The VMs and jobs of a CommServe, and which restore fits a VM of two services. */

const VMS = '/instances?datasource=commvault';

test('a VM is found under its datasource, opened and reloaded by its address', async ({
  app,
  page,
}) => {
  const { instances, keyboard, jobs, shell } = await app.open('/jobs', 'default');
  await expect(jobs.row('Commvault job 8163403', 'Restore · Commvault')).toBeVisible();
  await instances.filter('Datasource type', 'Commvault (Azure VM)');
  await instances.expectCount('15 jobs');
  await app.open('/instances', 'default');
  await shell.expectText('Not in this list: 14 VMs in Commvault.');
  await page.getByRole('button', { name: 'Show Commvault VMs' }).click();
  await instances.expectCount('14 VMs');
  await expect(page).toHaveURL(/datasource=commvault/);
  await instances.expectRow({ 'Backup instance': 'edge-cache-09', Source: 'Deleted in Azure' });
  await page.getByRole('searchbox').fill('dc-hq');
  await page.getByRole('searchbox').press('Enter');
  await instances.expectCount('1 VM');
  await expect(page.getByText('All 14 read and searched')).toBeVisible();
  await expectAccessible(page, 'Commvault VMs');
  await keyboard.reach(instances.row('dc-hq-01'));
  await keyboard.press('Enter');
  await shell.expectTitle('dc-hq-01');
  await app.reload();
  await shell.expectTitle('dc-hq-01');
  // What its CommServe doesn't restore isn't offered.
  await expect(page.getByText('Restore is disabled for this VM in Commvault')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restore', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page, 'a VM of Commvault');
});

test('of 100 000 VMs the rows read are searched, and all on request', async ({
  app,
  page,
  clock,
}) => {
  const { instances } = await app.open(`${VMS}&search=-07`, 'scale');
  await clock.speed(20);
  const searched = page.getByRole('status').filter({ hasText: 'read and searched' });
  await expect(searched).toHaveText('200 of 100,000 read and searched');
  await instances.expectCount(' VMs');
  const few = await instances.count();
  await page.getByRole('button', { name: 'Read all' }).click();
  await expect(searched).toHaveText(/^\d+,000 of 100,000 /);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Read all' })).toBeVisible();
  await expect(searched).toHaveText(/^\d+,000 of 100,000 read and searched$/);
  expect(await instances.count()).toBeGreaterThan(few);
});

test('a VM of two services is linked both ways, and its restores are compared', async ({
  app,
  page,
}) => {
  const { instances, shell } = await app.open('/instances?search=keys-lnx-01', 'default');
  await instances
    .row('keys-lnx-01')
    .getByRole('link', { name: 'keys-lnx-01', exact: true })
    .click();
  await shell.expectText('Also protected by Commvault:');
  await shell.follow('keys-lnx-01');
  await shell.expectText('Also protected by Azure:');
  await shell.follow('Which restore fits?');
  await shell.expectTitle('Which restore fits?');
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  const cell = (name: string, at: number) => row(name).getByRole('cell').nth(at);
  await expect(cell('Limits for this VM', 0)).toContainText('replace.encrypted');
  await expect(cell('Limits for this VM', 1)).toContainText('commvault.kv.access');
  await expect(cell('What it deletes', 1)).toContainText('commvault.in-place.deletes');
  await expect(cell('Newest restore point', 0)).toHaveText('4 Jun 2025, 22:52');
  await expect(cell('Newest restore point', 1)).toHaveText('4 Jun 2025, 20:48');
  await expectAccessible(page, 'Which restore fits?');
  await app.reload();
  await expect(cell('Requirements', 1)).toContainText('storage account');
  await shell.follow('Restore with Commvault');
  // Its draft has an address of its own, to which the page goes by itself.
  await expect(page).toHaveURL(/\/restore\/[0-9a-f-]{36}\//);
  await shell.expectTitle('Restore Virtual Machine with Commvault');
});

test('without a token the VMs are not there, and the jobs are as last seen', async ({
  app,
  page,
}) => {
  const { instances, shell } = await app.open('/jobs?datasource=commvault', 'default');
  await expect(page.getByRole('row').filter({ hasText: '8163407' })).toBeVisible();
  const settings = new Settings(page);
  await settings.open();
  await settings.press('Forget tokens');
  await page.goBack();
  await expect(page.getByText('Not connected to Commvault')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '8163407' })).toBeVisible();
  // Waits for its title: the list of jobs has a filter of the same name.
  await shell.goTo('Backup instances');
  await instances.filter('Datasource type', 'Commvault (Azure VM)');
  await expect(page.getByText('Not connected to Commvault')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'app01' })).toHaveCount(0);
  await expectAccessible(page, 'Commvault VMs, not connected');
});

test('a total that is wrong neither loses a VM nor leaves an empty row', async ({
  app,
  page,
  faults,
}) => {
  const { instances } = await app.open('/', 'default');
  await faults.add(commvaultFault('wrong-total'));
  await page.goto(VMS);
  await instances.expectCount('14 VMs');
  await expect(page.getByRole('row', { name: 'build-agent-04' })).toBeVisible();
  // The heads, and a row for each VM.
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(15);
});
