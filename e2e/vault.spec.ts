import { expect } from 'playwright/test';
import { configure } from './drivers/restores.ts';
import { sources, vaultAddresses } from './drivers/world.ts';
import { goTo } from './drivers/page.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** One vault: what it says, and changing where its points may go. */

test(
  'a vault says what it is, and what is in it',
  { tag: proves('read a vault') },
  async ({ app, page }) => {
    const { instances, shell, vault } = await app.open(vaultAddresses.prod, 'default');
    await shell.expectTitle('rsv-prod-weu');
    await vault.expectFact('Subscription', 'Contoso Production');
    await vault.expectFact('Paired region', 'North Europe');
    await vault.expectFact('Redundancy', 'Geo-redundant (GRS)');
    await vault.expectFact('Identities', 'System-assigned, User-assigned (1)');
    await vault.expectFact('Encryption', 'Microsoft-managed key');
    await vault.expectState('Enabled');
    await expect(vault.section('Contents')).toContainText('2 in progress');
    await shell.follow('10 VMs');
    await expect(page).toHaveURL(/\/instances\?vault=/);
    await instances.expectCount('10 backup instances');
  },
);

test('what Cross Region Restore gives, and what it needs', async ({ app, page }) => {
  const { vault } = await app.open(vaultAddresses.prod, 'default');
  const crossRegion = vault.section('Cross Region Restore');
  await expect(crossRegion).toContainText(
    'with a restore point in North Europe can also be restored there',
  );
  await expect(crossRegion).toContainText('up to 36 hours old');
  await expect(crossRegion).toContainText('Restore Azure VMs, Cross Region Restore, 30 Nov 2024');
  await goTo(page, vaultAddresses.hr);
  await expect(crossRegion).toContainText(
    'Requires geo-redundant storage (GRS). This vault is locally redundant.',
  );
});

test('a vault that says nothing is not one that is disabled', async ({ app }) => {
  const { vault } = await app.open(vaultAddresses.apps, 'default');
  await vault.expectState('not reported');
  await expect(vault.crossSubscription()).toContainText('It’s enabled by default');
  await expect(vault.commands().getByRole('button')).toHaveText([
    'Enable',
    'Disable',
    'Permanently disable',
  ]);
});

test('a vault that was moved says which restores fail', async ({ app, page }) => {
  const { shell, vault } = await app.open(vaultAddresses.hr, 'default');
  await vault.expectFact('Moved from', 'Contoso Corporate');
  await shell.expectText('This vault was moved here from Contoso Corporate.');
  await shell.expectText('restores to its previous subscription');
  await goTo(page, vaultAddresses.prod);
  await vault.expectFact('Redundancy', 'Geo-redundant (GRS)');
  await expect(shell.text('was moved here')).toHaveCount(0);
});

test('the wizard obeys at once: off, and on again', async ({ app, clock }) => {
  const screens = await app.open(vaultAddresses.prod, 'default');
  const { configuration, explanation, keyboard, shell, vault } = screens;
  await vault.change('Disable');
  await expect(vault.outcome()).toContainText('Changing Cross Subscription Restore to Disabled.');
  await vault.expectFollowed();
  await expect(vault.command('Permanently disable')).toHaveAccessibleDescription(
    'Wait until the current change has finished.',
  );
  await clock.pass(10_000);
  await vault.expectState('Enabled');
  await clock.pass(10_000);
  await clock.pass(10_000);
  await expect(vault.outcome()).toContainText('Cross Subscription Restore is now Disabled');
  await vault.expectState('Disabled');

  await shell.goTo('Backup instances');
  await configure(screens, sources.app01);
  await configuration.chooseType('Restore disks');
  const subscription = configuration.list('Subscription');
  await expect(subscription).toHaveText('Contoso Production');
  await expect(subscription).toHaveAccessibleDescription(
    'Fixed to the default subscription because Cross Subscription Restore is off for this vault.',
  );
  await keyboard.choose(subscription, configuration.entry('Contoso Corporate'));
  await expect(subscription).toHaveText('Contoso Production');
  await explanation.expectSays({
    rule: 'Cross Subscription Restore is off for this vault.',
    fact: 'Cross Subscription Restore is off',
    source: 'Restore Azure VMs, Cross Subscription Restore for Azure VM, note, 30 Nov 2024',
  });

  await shell.goTo('Vaults');
  await shell.follow('rsv-prod-weu');
  await vault.change('Enable');
  await expect(vault.outcome()).toContainText('Changing');
  await vault.expectFollowed();
  await clock.pass(10_000);
  await clock.pass(10_000);
  await clock.pass(10_000);
  await vault.expectState('Enabled');
  await shell.goTo('Backup instances');
  await configure(screens, sources.app01);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Subscription', 'Contoso Corporate');
});

test('a change that is not meant is none, and the focus goes back to its button', async ({
  app,
  azure,
}) => {
  const { keyboard, vault } = await app.open(vaultAddresses.prod, 'default');
  await keyboard.activate(vault.command('Disable'));
  await expect(vault.dialog()).toHaveAccessibleName('Disable Cross Subscription Restore');
  await expect(vault.answer('Cancel')).toBeFocused();
  await keyboard.press('Enter');
  await expect(vault.dialog()).toHaveCount(0);
  await expect(vault.command('Disable')).toBeFocused();
  await keyboard.press('Enter');
  await expect(vault.answer('Cancel')).toBeFocused();
  await keyboard.press('Escape');
  await expect(vault.dialog()).toHaveCount(0);
  await vault.expectState('Enabled');
  expect(await azure.received('vaults.update')).toHaveLength(0);
});

test(
  'what cannot be undone is confirmed by typing the name, by keyboard alone',
  { tag: proves('change a vault’s setting for good') },
  async ({ app, clock, page }) => {
    const { keyboard, vault } = await app.open(vaultAddresses.prod, 'default');
    await keyboard.activate(vault.command('Permanently disable'));
    await expect(vault.dialog()).toContainText('This can’t be undone for rsv-prod-weu');
    const name = vault.confirmation('rsv-prod-weu');
    await expect(name).toBeFocused();
    await page.keyboard.type('rsv-prod-WEU');
    await expect(vault.answer('Permanently disable')).toBeDisabled();
    await keyboard.press('Enter');
    await expect(vault.dialog()).toBeVisible();
    await name.fill('');
    await page.keyboard.type('rsv-prod-weu');
    await keyboard.press('Tab');
    await expect(vault.answer('Cancel')).toBeFocused();
    await keyboard.press('Tab');
    await expect(vault.answer('Permanently disable')).toBeFocused();
    await keyboard.press('Enter');
    await expect(vault.outcome()).toContainText('to Permanently disabled.');
    await vault.expectFollowed();
    // The dialog gives the focus back in its own time, before Azure is done.
    await expect(vault.command('Permanently disable')).toBeFocused();
    await clock.pass(10_000);
    await clock.pass(10_000);
    await clock.pass(10_000);
    await vault.expectState('Permanently disabled');
    await expect(vault.crossSubscription()).toContainText('It’s permanently disabled');
    await expect(vault.commands()).toHaveCount(0);
    await expect(vault.outcome()).toBeFocused();
  },
);

test('a change goes on through a reload, and another tab sees the same vault', async ({
  app,
  azure,
  clock,
}) => {
  const { shell, vault } = await app.open(vaultAddresses.prod, 'default');
  await vault.change('Disable');
  await expect(vault.outcome()).toContainText('Changing');
  await vault.expectFollowed();
  await app.reload();
  await expect(vault.outcome()).toContainText('Changing Cross Subscription Restore to Disabled.');
  const other = await app.tab(vaultAddresses.prod);
  await other.vault.expectState('Enabled');
  await shell.show();
  await clock.pass(10_000);
  await clock.pass(10_000);
  await clock.pass(10_000);
  await expect(vault.outcome()).toContainText('is now Disabled');
  await other.vault.expectState('Disabled');
  expect(await azure.received('vaults.update')).toHaveLength(1);
});

test('an address that is none of a vault leads to the list', async ({ app }) => {
  const { shell, vaults } = await app.open('/vaults/rsv-prod-weu', 'default');
  await shell.expectTitle('No vault at this address');
  await shell.follow('Vaults');
  await vaults.expectVisible();
});
