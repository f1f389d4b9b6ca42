import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingSlow, forbidden } from './drivers/faults.ts';
import { vaultAddresses } from './drivers/world.ts';
import { changeFault } from './drivers/vaults.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** One vault, when something is in the way; and for everybody. */

const refusals = [
  [
    { kind: 'status', status: 403 },
    'No permission to change this vault',
    'Microsoft.RecoveryServices/vaults/write',
  ],
  [
    { kind: 'status', status: 409 },
    'Another change is in progress',
    /The vault didn’t show the change at \d\d:\d\d\./,
  ],
  [
    { kind: 'throttle', retryAfterSeconds: 20 },
    'Too many requests',
    /The vault didn’t show the change at \d\d:\d\d\./,
  ],
] as const;

for (const [effect, title, more] of refusals) {
  test(`a change that Azure does not take says so: ${title}`, async ({
    app,
    azure,
    clock,
    faults,
  }) => {
    const { vault } = await app.open(vaultAddresses.prod, 'default');
    await faults.add(changeFault(effect));
    await vault.change('Disable');
    await expect(vault.outcome()).toContainText('Azure rejected the change, perhaps');
    await passUntil(
      async () => clock.waitFor(75_000),
      async () => vault.outcome().getByText(title).isVisible(),
    );
    await expect(vault.outcome()).toContainText(more);
    await expect(vault.outcome()).toContainText('Request ID');
    await vault.expectState('Enabled');
    expect(await azure.received('vaults.update')).toHaveLength(1);
    await vault.change('Disable');
    await expect(vault.outcome()).toContainText('Changing');
  });
}

for (const kind of ['answer-lost', 'accepted-but-500'] as const) {
  test(
    `a change whose answer is lost (${kind}) is looked for, and never sent again`,
    { tag: provesIf(kind === 'answer-lost', 'a lost answer of a vault’s change is looked for') },
    async ({ app, azure, clock, faults }) => {
      const { vault } = await app.open(vaultAddresses.prod, 'default');
      await faults.add(changeFault({ kind }));
      await vault.change('Disable');
      await expect(vault.outcome()).toContainText('Outcome unknown');
      await expect(vault.outcome()).toContainText('It wasn’t sent again.');
      await vault.expectState('Enabled');
      await clock.pass(20_000);
      await expect(vault.outcome()).toContainText('is now Disabled');
      await vault.expectState('Disabled');
      expect(await azure.received('vaults.update')).toHaveLength(1);
    },
  );
}

test('a request that never arrived leaves the vault as it is', async ({ app, clock, faults }) => {
  const { shell, vault } = await app.open(vaultAddresses.prod, 'default');
  await faults.add(changeFault({ kind: 'drop' }));
  await vault.change('Disable');
  await expect(vault.outcome()).toContainText('The vault is read every 15 seconds');
  await clock.pass(60_000);
  await shell.press('Refresh the vault');
  await expect(vault.outcome()).toContainText('Outcome unknown');
  await vault.expectState('Enabled');
});

test('a vault that may be seen and not looked into says which actions are missing', async ({
  app,
  azure,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, vault } = await app.open('/vaults', 'vault-without-rights');
  await shell.expectText('You don’t have permission to view 1 vault: rsv-hr-weu.');
  await shell.follow('rsv-hr-weu');
  const inside = vault.section('Contents');
  await expect(inside).toContainText(
    'You don’t have permission to view the backup instances of this vault.',
  );
  await expect(inside).toContainText('Microsoft.RecoveryServices/vaults/backupProtectedItems/read');
  await expect(inside).toContainText('Microsoft.RecoveryServices/vaults/backupJobs/read');
  await vault.expectFact('Encryption', 'not read');
  await vault.expectState('Disabled');
  await expect(vault.command('Enable')).toBeDisabled();
  await expect(vault.command('Enable')).toHaveAccessibleDescription(
    'You don’t have permission to change this vault. Required action: Microsoft.RecoveryServices/vaults/write',
  );
  await vault.command('Enable').press('Enter');
  await expect(vault.dialog()).toHaveCount(0);
  expect(await azure.received('vaults.update')).toHaveLength(0);
});

test('a vault without read permission, and one that is not there', async ({
  app,
  faults,
  page,
}) => {
  const { shell, vaults } = await app.open('/vaults', 'default');
  await faults.add(forbidden('vaults.get'));
  await shell.follow('rsv-prod-weu');
  await shell.expectAlert('You don’t have permission to view this vault.');
  await shell.expectText('Required action: Microsoft.RecoveryServices/vaults/read');
  await faults.remove('vaults.get');
  await shell.press('Check again');
  await shell.expectText('10 VMs');
  await goTo(page, `${vaultAddresses.prod}x`);
  await shell.expectAlert('Azure can’t find this vault.');
  await page.getByRole('alert').getByRole('link', { name: 'Vaults' }).click();
  await vaults.expectVisible();
});

test('a vault that is slow stands there as a skeleton', async ({ app, azure, clock, faults }) => {
  const { shell } = await app.open('/vaults', 'default');
  // Only the vault is to be slow, and not the list that leads to it.
  await expect(shell.link('rsv-prod-weu')).toBeVisible();
  await faults.add(everythingSlow);
  await shell.follow('rsv-prod-weu');
  await shell.expectReading('this vault');
  await azure.expectReceived('vaults.get', 1);
  await faults.remove(everythingSlow.id);
  await clock.pass(61_000);
  await shell.expectText('10 VMs');
});

test('the page and its question can be read by everybody', async ({ app, page }) => {
  const { shell, vault } = await app.open(vaultAddresses.hr, 'default');
  await shell.expectText('2 VMs');
  await expectAccessible(page, 'vault');
  await vault.command('Permanently disable').click();
  await vault.confirmation('rsv-hr-weu').fill('rsv');
  await expectAccessible(page, 'typed confirmation');
});

test('what comes of a change can be read by everybody', async ({ app, clock, faults, page }) => {
  const { vault } = await app.open(vaultAddresses.hr, 'default');
  await faults.add(changeFault({ kind: 'status', status: 403 }));
  await vault.change('Enable');
  await expect(vault.outcome()).toContainText('Azure rejected the change, perhaps');
  await expectAccessible(page, 'change looked for');
  await passUntil(
    async () => clock.waitFor(16_000),
    async () => vault.outcome().getByText('No permission to change this vault').isVisible(),
  );
  await expectAccessible(page, 'change refused');
  await vault.change('Enable');
  await expect(vault.outcome()).toContainText('Changing');
  await expectAccessible(page, 'change under way');
});

test('on a phone the page and its question fit', async ({ app, page }) => {
  await page.setViewportSize({ width: 400, height: 900 });
  const { shell, vault } = await app.open(vaultAddresses.hr, 'default');
  await shell.expectText('2 VMs');
  await expectNoSidewaysScroll(page);
  await vault.command('Permanently disable').click();
  await expect(vault.answer('Cancel')).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await vault.answer('Cancel').click();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
});
