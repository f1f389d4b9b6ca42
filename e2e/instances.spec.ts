import { expect } from 'playwright/test';
import { everythingDown } from './drivers/faults.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The list of backup instances. */

test('three letters find a machine, and Enter opens it', async ({ app, page }) => {
  const { instances, keyboard, shell } = await app.open('/instances', 'default');
  await instances.search('leg');
  await instances.expectCount('1 backup instance with “leg” in the name');
  await expect(page).toHaveURL(/\?search=leg$/);
  await keyboard.reach(instances.row('legacy-img-03'));
  await keyboard.press('Enter');
  await shell.expectTitle('legacy-img-03');
});

test('every row tells machines of one name apart', async ({ app, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { instances } = await app.open('/instances', 'default');
  await instances.expectRow({
    'Backup instance': 'app01',
    'Resource group': 'rg-app-prod',
    Vault: 'rsv-prod-weu',
    Subscription: 'Contoso Production',
    Region: 'West Europe',
    Health: 'Healthy',
    Source: 'Exists',
  });
  await instances.search('old-crm');
  await instances.expectRow({
    'Backup instance': 'old-crm-01',
    'Resource group': 'rg-crm',
    Source: 'Deleted',
  });
});

test(
  'filters of machines stand in the address, and a reload keeps them',
  { tag: proves('filter instances') },
  async ({ app, page }) => {
    const { instances } = await app.open('/instances', 'default');
    await instances.filter('Source', 'Deleted');
    await expect(instances.row('old-crm-01')).toBeVisible();
    await expect(instances.row('app01')).toBeHidden();
    await expect(page).toHaveURL(/source=deleted/);
    await app.reload();
    await expect(instances.row('old-crm-01')).toBeVisible();
    await expect(instances.row('app01')).toBeHidden();
    await expect(instances.pill('Source')).toHaveAccessibleName('Source: Deleted');
    await instances.filter('Source', 'Deleted');
    await instances.filter('Health', 'Action required');
    await instances.expectCount('1 backup instance');
    await instances.filter('Vault', 'rsv-hq-neu');
    await expect(page).toHaveURL(/vault=/);
    await page.goBack();
    await expect(page).not.toHaveURL(/vault=/);
    await instances.expectCount('1 backup instance');
  },
);

test('machines are found by their tags', async ({ app, page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const { instances, instance, keyboard } = await app.open('/instances', 'default');
  await instances.expectRow({
    'Backup instance': 'app01',
    'Resource group': 'rg-app-prod',
    Tags: 'env: prod, application: orders, owner: team-orders',
  });
  await instances.expectRow({ Source: 'Deleted', Tags: 'not reported' });
  await instances.filter('Tag', 'cost-center: 4711');
  await expect(page).toHaveURL(/tag=cost-center(:|%3A)4711$/);
  await instances.expectCount('1 backup instance');
  await app.reload();
  await expect(instances.pill('Tag')).toHaveAccessibleName('Tag: cost-center: 4711');
  await keyboard.reach(instances.row('sql-erp-02'));
  await keyboard.press('Enter');
  await instance.expectFacts({ Tags: 'env: prod, cost-center: 4711' });
});

test('heads sort, and say so', async ({ app, page }) => {
  const { instances } = await app.open('/instances', 'default');
  await expect(instances.head('Backup instance')).toHaveAttribute('aria-sort', 'ascending');
  await instances.sortBy('Backup instance');
  await expect(instances.head('Backup instance')).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-name/);
  await expect
    .poll(async () => (await instances.rows())[0]?.['Backup instance'])
    .toContain('web-fe-07');
});

test('what a filter of the address cannot mean is named, and the rest applies', async ({ app }) => {
  const { instances, shell } = await app.open('/instances?health=fine&search=app', 'default');
  await shell.expectText('The address has unknown filters: health=fine.');
  await instances.expectCount('1 backup instance with “app” in the name');
});

test('a list that holds nothing says what was searched', async ({ app }) => {
  const { instances, shell } = await app.open('/instances', 'default');
  await instances.search('nosuch');
  await shell.expectText('No backup instances match these filters.');
  await shell.expectText('were searched for “nosuch”');
  await instances.search('');
  await instances.expectCount('30 backup instances');
});

test('the keys go through the rows, and the space bar chooses one', async ({ app }) => {
  const { instances, keyboard } = await app.open('/instances', 'default');
  await keyboard.reach(instances.row('app01'));
  await keyboard.press('End');
  await expect(instances.row('web-fe-07').last()).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await keyboard.press(' ');
  await expect(instances.row('build-agent-04')).toHaveAttribute('aria-selected', 'true');
  await instances.command('Open').click();
  await expect(instances.row('build-agent-04')).toBeHidden();
});

test(
  'the file holds what the filters let through',
  { tag: proves('save a list as a file') },
  async ({ app, page }) => {
    const { instances } = await app.open('/instances?search=legacy', 'default');
    await instances.expectCount('1 backup instance');
    const download = page.waitForEvent('download');
    await instances.button('Export CSV').click();
    expect((await download).suggestedFilename()).toBe('backup-instances.csv');
  },
);

test('a list that Azure does not give can be requested again', async ({ app, clock, faults }) => {
  const { shell, instances } = await app.open('/', 'default');
  await clock.speed(60);
  await faults.add(everythingDown);
  await shell.goTo('Backup instances');
  await shell.expectAlert('Azure rejected the request for the backup instances.');
  await faults.remove(everythingDown.id);
  await shell.press('Try again');
  await instances.expectCount('30 backup instances');
});

test('a list that Azure throttles comes when it may, and nothing has to be pressed', async ({
  app,
  clock,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, instances } = await app.open('/restore/new', 'throttled');
  await shell.goTo('Backup instances');
  await shell.expectReading('the backup instances');
  // The pause starts when the page has received it, which can't be observed.
  await expect
    .poll(async () => {
      await clock.pass(25_000);
      return instances.counted('30 backup instances').count();
    })
    .toBe(1);
});

test('names vaults without read permission under the list', async ({ app, troubles }) => {
  troubles.expectRefusals();
  const { shell, instances } = await app.open('/instances', 'vault-without-rights');
  await instances.expectCount('backup instances');
  await shell.expectText(
    'You don’t have permission to view 1 vault. Its backup instances aren’t listed: rsv-hr-weu.',
  );
});

test('the secondary region is looked into vault by vault', async ({ app }) => {
  const { shell, instances } = await app.open('/instances', 'default');
  await instances.region('Secondary Region').click();
  await shell.expectText('Select a vault first: Azure lists the Secondary Region per vault.');
  await instances.filter('Vault to search', 'rsv-prod-weu');
  await expect(instances.row('app01', 'rg-app-prod')).toBeVisible();
  await app.reload();
  await expect(instances.region('Secondary Region')).toBeChecked();
  await expect(instances.row('app01', 'rg-app-prod')).toBeVisible();
});

test('among a hundred thousand, three letters and a key find a machine', async ({ app }) => {
  const { shell, instances, keyboard } = await app.open('/instances', 'scale');
  await instances.expectCount('100,000 backup instances');
  await instances.search('testvm');
  await instances.expectCount('1 backup instance with “testvm” in the name');
  await keyboard.reach(instances.row('testVM'));
  await keyboard.press('Enter');
  await shell.expectTitle('testVM');
});

test(
  'the last of a hundred thousand is one key away',
  { tag: proves('a hundred thousand instances stay quick') },
  async ({ app }) => {
    const { instances, keyboard } = await app.open('/instances', 'scale');
    await keyboard.reach(instances.row('adfs').first());
    await keyboard.press('End');
    await expect(instances.lastRow()).toBeFocused();
    // The heads are the first row.
    await expect(instances.lastRow()).toHaveAttribute('aria-rowindex', '100001');
    await expect(instances.lastRow()).toContainText('rg-');
  },
);

/** Lists are as a person left them. */

test('a list keeps its filters and its order for who comes back by the navigation', async ({
  app,
  page,
}) => {
  const { instances, jobs, shell } = await app.open('/jobs', 'default');
  await jobs.expectVisible();
  await instances.filter('Status', 'Failed');
  await instances.sortBy('Job');
  await expect(page).toHaveURL(/\?status=failed&sort=instance$/);
  await shell.goTo('Backup instances');
  await instances.expectVisible();
  await expect(page).toHaveURL(/\/instances$/);
  await shell.goTo('Backup jobs');
  await expect(page).toHaveURL(/\/jobs\?status=failed&sort=instance$/);
  await expect(instances.pill('Status')).toHaveAccessibleName('Status: Failed');

  // A bare address is that of a person who comes back, and one with filters is not.
  const again = await app.tab('/jobs');
  await expect(again.instances.pill('Status')).toHaveAccessibleName('Status: Failed');
  const linked = await app.tab('/jobs?operation=Restore');
  await expect(linked.instances.pill('Operation')).toHaveAccessibleName('Operation: Restore');
  await expect(linked.instances.pill('Status')).toHaveCount(0);

  await shell.press('Clear all filters');
  await expect(page).toHaveURL(/\/jobs\?sort=instance$/);
  await shell.goTo('Vaults');
  await shell.goTo('Backup jobs');
  await expect(instances.pill('Status')).toHaveCount(0);
});

test('a number on Overview leads to its own jobs, whatever was filtered before', async ({
  app,
  page,
}) => {
  const { instances, shell } = await app.open('/jobs', 'default');
  await instances.filter('Operation', 'Configure backup');
  await shell.goTo('Overview');
  await shell.follow('All failures and warnings');
  await expect(page).toHaveURL(/status=failed/);
  await expect(instances.pill('Operation')).toHaveCount(0);
  await shell.goTo('Overview');
  await shell.goTo('Backup jobs');
  await expect(instances.pill('Operation')).toHaveAccessibleName('Operation: Configure backup');
});
