import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { commvaultFault } from './drivers/faults.ts';
import { Settings } from './drivers/settings.ts';
import { test } from './fixtures.ts';

/** The VMs and jobs of a CommServe, and which restore fits a VM of two services. */

const VMS = '/instances?datasource=commvault';

test('a VM is found under its datasource, opened and reloaded by its address', async ({
  app,
  page,
}) => {
  const { instances, keyboard, shell } = await app.open('/jobs', 'default');
  await expect(instances.pill('Datasource type')).toHaveText('Datasource type:\u00A0Azure');
  await shell.expectText('Not in this list: Commvault has 15 jobs in the last 24 hours.');
  await page.getByRole('button', { name: 'Show Commvault jobs' }).click();
  await instances.expectCount('15 jobs');
  await expect(instances.pill('Datasource type')).toBeFocused();
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
