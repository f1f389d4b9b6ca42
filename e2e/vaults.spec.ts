import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingDown, everythingSlow, forbidden, listsThrottled } from './drivers/faults.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The list of vaults. */

test(
  'every vault says where it is and where its points may go',
  { tag: proves('list vaults') },
  async ({ app }) => {
    const { instances, vaults } = await app.open('/vaults', 'default');
    await instances.expectCount('6 vaults');
    await vaults.expectRows([
      {
        Vault: 'rsv-apps-eus2',
        'Resource group': 'rg-backup-eus2',
        'Cross Subscription Restore': 'not reported',
      },
      {
        Vault: 'rsv-hq-neu',
        'Resource group': 'rg-backup-neu',
        'Cross Subscription Restore': 'Permanently disabled',
      },
      {
        Vault: 'rsv-hr-weu',
        'Resource group': 'rg-hr',
        Subscription: 'Contoso Production',
        Region: 'West Europe',
        Redundancy: 'Locally redundant',
        'Cross Region Restore': 'Disabled',
        'Cross Subscription Restore': 'Disabled',
        'Moved from': 'Contoso Corporate',
      },
      {
        Vault: 'rsv-prod-weu',
        'Resource group': 'rg-backup-weu',
        'Cross Region Restore': 'Enabled',
      },
      { Vault: 'rsv-shop-weu', 'Resource group': 'rg-shop', Redundancy: 'Zone-redundant' },
      { Vault: 'testVault', 'Resource group': 'testVaultRG', 'Moved from': '' },
    ]);
  },
);

test('filters of vaults stand in the address, a reload keeps them, and Back undoes them', async ({
  app,
  page,
}) => {
  const { instances, vaults } = await app.open('/vaults', 'default');
  await vaults.search('rsv');
  await instances.expectCount('5 vaults with “rsv” in the name');
  await instances.filter('Cross Subscription Restore', 'not reported', 'Permanently disabled');
  await expect(page).toHaveURL(/crossSubscription=silent(%2C|,)permanentlyDisabled/);
  await instances.expectCount('2 vaults');
  await app.reload();
  await instances.expectCount('2 vaults');
  await expect(instances.pill('Cross Subscription Restore')).toHaveAccessibleName(
    'Cross Subscription Restore: 2 selected',
  );
  await instances.filter('Region', 'East US 2');
  await instances.filter('Redundancy', 'Geo-redundant');
  await vaults.expectRows([{ Vault: 'rsv-apps-eus2', 'Resource group': 'rg-backup-eus2' }]);
  await page.goBack();
  await expect(instances.pill('Redundancy')).toHaveCount(0);
});

test('a filter whose choices can’t be read says so, and reads them again', async ({
  app,
  faults,
  page,
}) => {
  const { instances, shell } = await app.open('/', 'default');
  const unread = forbidden('subscriptions.list');
  await faults.add(unread);
  await shell.goTo('Vaults');
  await instances.openFilter('Subscription');
  const choices = page.getByRole('dialog', { name: 'Subscription' });
  await expect(choices).toContainText('Couldn’t load the options of Subscription.');
  await faults.remove(unread.id);
  await choices.getByRole('button', { name: 'Check again' }).click();
  await expect(choices.getByRole('checkbox', { name: 'Contoso Production' })).toBeVisible();
});

test('heads sort, and say so', async ({ app, page }) => {
  const { instances, vaults } = await app.open('/vaults', 'default');
  await expect(instances.head('Vault')).toHaveAttribute('aria-sort', 'ascending');
  await instances.sortBy('Redundancy');
  await expect(instances.head('Redundancy')).toHaveAttribute('aria-sort', 'ascending');
  await instances.sortBy('Redundancy');
  await expect(page).toHaveURL(/sort=-redundancy/);
  await expect.poll(async () => (await vaults.rows())[0]?.['Redundancy']).toBe('Zone-redundant');
});

test('filters of the address that mean nothing are named, and the rest applies', async ({
  app,
}) => {
  const address = '/vaults?redundancy=gold&crossRegion=enabled&sort=colour';
  const { instances, shell, vaults } = await app.open(address, 'default');
  await shell.expectText('The address has unknown filters: redundancy=gold, sort=colour.');
  await instances.expectCount('1 vault');
  await vaults.expectRow({ Vault: 'rsv-prod-weu', 'Resource group': 'rg-backup-weu' });
});

test('a list that holds nothing says what was searched, and the filters can be cleared', async ({
  app,
}) => {
  const { instances, shell, vaults } = await app.open('/vaults', 'default');
  await vaults.search('nosuch');
  await shell.expectText('No vaults match these filters.');
  await shell.expectText('were searched for “nosuch” in their names.');
  await shell.press('Clear all filters');
  await instances.expectCount('6 vaults');
});

test('the keys go through the rows, and Enter opens one', async ({ app, page }) => {
  const { keyboard, shell, vaults } = await app.open('/vaults', 'default');
  await keyboard.reach(vaults.row('rsv-apps-eus2'));
  await keyboard.press('End');
  await expect(vaults.row('testVault')).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await shell.expectTitle('rsv-shop-weu');
  await expect(page).toHaveURL(/\/vaults\/[0-9a-f-]+~rg-shop~rsv-shop-weu$/);
  await shell.follow('Vaults');
  await vaults.expectVisible();
});

test('a list that is slow stands there as a skeleton', async ({ app, azure, clock, faults }) => {
  // This page reads no list: all requests are for the vaults.
  const { instances, shell } = await app.open('/rules', 'default');
  await faults.add(everythingSlow);
  await shell.goTo('Vaults');
  await shell.expectReading('the vaults');
  await azure.expectReceived('resourceGraph.query', 1);
  await faults.remove(everythingSlow.id);
  await clock.pass(61_000);
  await instances.expectCount('6 vaults');
});

test('a list that Azure does not give can be requested again', async ({ app, clock, faults }) => {
  const { instances, shell } = await app.open('/', 'default');
  await clock.speed(60);
  await faults.add(everythingDown);
  await shell.goTo('Vaults');
  await shell.expectAlert('Azure rejected the request for the vaults.');
  await shell.expectText('Request ID');
  await faults.remove(everythingDown.id);
  await shell.press('Try again');
  await instances.expectCount('6 vaults');
});

test('a list without read permission names the missing action', async ({ app, faults }) => {
  const { shell } = await app.open('/', 'default');
  await faults.add(forbidden('resourceGraph.query'));
  await shell.goTo('Vaults');
  await shell.expectAlert('You don’t have permission to view the vaults.');
  await shell.expectText('Required action: Microsoft.ResourceGraph/resources/read');
});

test('a pause that Azure asks for is kept', async ({ app, azure, clock, faults }) => {
  // This page asks for no list: the one refusal is for the vaults.
  const { instances, shell } = await app.open('/rules', 'default');
  await clock.speed(60);
  await faults.add(listsThrottled);
  await shell.goTo('Vaults');
  await instances.expectCount('6 vaults');
  await expect
    .poll(async () => {
      const reads = await azure.received('resourceGraph.query');
      const refused = reads.find(({ status }) => status === 429);
      return reads.some(({ at, status }) => status === 200 && at - (refused?.at ?? at) >= 20_000);
    })
    .toBe(true);
});

test('a very large estate is read in pages, and the last vault can be reached', async ({ app }) => {
  const { instances, keyboard, vaults } = await app.open('/vaults', 'scale');
  await instances.expectCount('2,000 vaults');
  await keyboard.reach(vaults.row('rsv-').first());
  await keyboard.press('End');
  await expect(vaults.row('testVault')).toBeFocused();
  await expect(vaults.row('testVault')).toHaveAttribute('aria-rowindex', '2001');
});

test('the list can be read by everybody', async ({ app, page }) => {
  const { instances, shell, vaults } = await app.open('/vaults?redundancy=gold', 'default');
  await instances.expectCount('6 vaults');
  await expectAccessible(page, 'Vaults');
  await vaults.search('nosuch');
  await shell.expectText('No vaults match these filters.');
  await expectAccessible(page, 'Vaults, none');
});

test('on a phone the list fits, and values keep their names', async ({ app, page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const { instances, shell, vaults } = await app.open('/vaults?crossRegion=enabled', 'default');
  await instances.expectCount('1 vault');
  await expectNoSidewaysScroll(page);
  await expect(vaults.row('rsv-prod-weu')).toContainText('Cross Region Restore: Enabled');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await shell.follow('rsv-prod-weu');
  await shell.expectTitle('rsv-prod-weu');
});
