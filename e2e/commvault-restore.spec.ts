import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { fillApp01ByCommvault, openApp01 } from './drivers/commvault.ts';
import { passUntil } from './drivers/page.ts';
import { lostAnswer } from './drivers/faults.ts';
import { Settings } from './drivers/settings.ts';
import { test } from './fixtures.ts';

/** The wizard of Commvault: what is deleted, what is confirmed, and what a token takes along. */

const HOUR = 3_600_000;

test('in place: every part says that the VM is deleted first, and its name is typed', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { configuration, job, keyboard, shell, wizard } = screens;
  await openApp01(screens);
  await keyboard.reach(page.getByRole('radio', { name: 'Out of place' }));
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'In place' })).toBeChecked();
  await expect(wizard.picture(/Deletes app01 first/)).toBeVisible();
  const typed = page.getByRole('textbox', { name: 'Confirm the deletion' });
  await keyboard.reach(typed);
  await typed.fill('APP01');
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  await expect(page.getByText('1 field needs your attention')).toBeVisible();
  await expectAccessible(page, 'a restore in place that is not confirmed');
  await typed.fill('app01');
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  await page.getByRole('combobox', { name: 'Storage account' }).click();
  await configuration.entry('stprodweu01').click();
  await page.getByRole('button', { name: 'Next: Restore options' }).click();
  await page.getByRole('button', { name: 'Next: Summary' }).click();
  await expect(page.getByText('In place: deletes the VM first')).toBeVisible();
  await expect(page.getByText('Deletes app01 first, then creates it again')).toBeVisible();
  await expectAccessible(page, 'the summary of a restore in place');
  await wizard.restoreButton().click();
  await shell.expectText('Restore request accepted');
  await clock.pass(10_000);
  await job.expectOpen('Restore of app01');
  expect(azure.sent()).toHaveLength(1);
  await clock.pass(HOUR);
  await job.expectProgress('Completed');
  await expect(page.getByRole('region', { name: 'Restored VM' })).toContainText(
    'The VM is in Azure.',
  );
});

test('what follows from the source is marked as suggested, and one press clears it', async ({
  app,
  page,
}) => {
  const screens = await app.open('/', 'default');
  await openApp01(screens);
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  const group = page.getByRole('combobox', { name: 'Resource group' });
  await expect(group).toHaveText('rg-app-prod');
  await expect(group).toHaveAccessibleDescription(/Suggested As the source/);
  await page.getByRole('button', { name: 'Clear suggestion: Resource group' }).click();
  await expect(group).toBeFocused();
  await expect(group).toHaveText('Select one');
  await expectAccessible(page, 'suggestions of Commvault');
});

test('a lost answer leads to the job with our description, and the page says that it’s ours', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { job, shell, wizard } = screens;
  await fillApp01ByCommvault(screens);
  await faults.add(lostAnswer);
  await wizard.restoreButton().click();
  await shell.expectText('Outcome unknown');
  // Lists of a CommServe lag, and are read again after a pause.
  await passUntil(
    async () => clock.pass(61_000),
    async () => shell.title('Restore of app01').isVisible(),
  );
  await job.expectOpen('Restore of app01');
  await shell.expectText('This one has the ID of your request, so it’s yours.');
  await expect(page.getByText('didn’t report which job is yours')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'This isn’t my restore' })).toHaveCount(0);
  expect(azure.sent()).toHaveLength(1);
});

test('without a token the draft stays as it is, and goes on with another', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { job, shell, wizard } = screens;
  const settings = new Settings(page);
  await fillApp01ByCommvault(screens);
  await settings.open();
  await settings.press('Forget tokens');
  await page.goBack();
  await expect(page.getByText('This tab has no valid token for the CommServe')).toBeVisible();
  await expect(wizard.restoreButton()).toBeDisabled();
  await expect(page.getByText('Not connected to Commvault')).not.toHaveCount(0);
  await wizard.restoreButton().press('Enter');
  expect(azure.sent()).toHaveLength(0);
  await expectAccessible(page, 'a summary without a token');
  await settings.open();
  await settings.connect('demo-access-token', 'demo-refresh-token');
  await page.goBack();
  await expect(page.getByText('No valid token')).toHaveCount(0);
  await expect(page.getByText('stprodweu01').first()).toBeVisible();
  await wizard.restoreButton().click();
  await shell.expectText('Restore request accepted');
  await clock.pass(10_000);
  await job.expectOpen('Restore of app01');
  expect(azure.sent()).toHaveLength(1);
});

test('a VM of the same name is overwritten only where both are confirmed', async ({
  app,
  azure,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { wizard } = screens;
  await fillApp01ByCommvault(screens);
  await page.getByRole('button', { name: /^Virtual machines, / }).click();
  await page.getByRole('textbox', { name: 'Display name' }).fill('app01');
  await page.getByRole('button', { name: 'Next: Restore options' }).click();
  await expect(page.getByText('1 field needs your attention')).toBeVisible();
  await page.getByRole('button', { name: /^Restore options, / }).click();
  await page.getByRole('checkbox', { name: /overwrite/i }).check();
  await page.getByRole('button', { name: 'Next: Summary' }).click();
  await wizard.restoreButton().click();
  expect(azure.sent()).toHaveLength(0);
  const confirm = page.getByRole('checkbox', { name: /^Confirm overwrite option/ });
  await confirm.check();
  await wizard.restoreButton().click();
  await expect.poll(() => azure.sent().length).toBe(1);
});
