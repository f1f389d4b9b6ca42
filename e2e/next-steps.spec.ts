import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { goTo } from './drivers/page.ts';
import {
  app01Beside,
  configure,
  fillApp01Beside,
  restoreEnded,
  webFeRestored,
} from './drivers/restores.ts';
import { NextSteps } from './drivers/jobs.ts';
import type { Screens } from './drivers/screens.ts';
import { type Source, sources } from './drivers/world.ts';
import { openStarted } from './drivers/others.ts';
import { type Clock, test } from './fixtures.ts';

/** What is left to do after a restore: read back, marked, done from here. */

const HOUR = 3_600_000;

/** A new VM beside its source, to its end. */
async function besideSource(screens: Screens, clock: Clock, source: Source): Promise<void> {
  const { configuration, wizard } = screens;
  await configure(screens, source);
  await configuration.fillNewMachine({ ...app01Beside, name: 'restored-01' });
  await wizard.next('review');
  await wizard.tickWarnings('Core quota');
  await restoreEnded(screens, clock, `Restore of ${source.machine}`);
}

test('each step is read back or marked, told, kept over a reload, and counted on Overview', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const steps = new NextSteps(page);
  await fillApp01Beside(screens);
  await restoreEnded(screens, clock, 'Restore of app01');
  await steps.expectStatus('Set up backup for it', /^.*Open.*None found in Azure\./s);
  await expect(
    steps.step('Set up backup for it').getByRole('link', { name: 'Source: Restore Azure VMs' }),
  ).toBeVisible();
  // The part of the picture that it is about leads to it, and shows when it is done.
  // The riskiest stands first.
  await expect(
    steps.part().getByRole('table', { name: 'Steps' }).getByRole('row').nth(1),
  ).toContainText('Separate the copy from its source');
  await expect(steps.leading('Separate the copy')).toHaveAccessibleName(/^New NIC, /);
  await expect(steps.leading('Set up backup')).toHaveAccessibleName(
    /^Result, .*Open: Set up backup/,
  );
  await screens.keyboard.activate(steps.leading('Set up backup'));
  await expect(steps.step('Set up backup for it').getByRole('row')).toBeFocused();
  await expect(steps.step('Set up backup for it')).toBeInViewport();
  await steps.press('Set up backup for it', 'Mark done');
  await expect(steps.leading('Set up backup')).toHaveCount(0);
  await expect(steps.announced()).toHaveText(/^Marked as done: .*Set up backup for it/);
  await steps.expectStatus('Set up backup for it', /Done by hand \d/);
  await steps.openNotMentioned();
  await expect(steps.part().getByRole('list', { name: 'Not checked' })).toContainText(
    'Auto-shutdown schedule',
  );
  await expectAccessible(page, 'next steps');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(steps.part().getByRole('button', { name: 'Undo' })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.reload();
  await steps.expectStatus('Set up backup for it', /Done by hand \d/);
  await steps.press('Set up backup for it', 'Undo');
  await steps.expectStatus('Set up backup for it', 'Open');
  await goTo(page, '/');
  const open = page.getByRole('region', { name: '1 restore with open next steps' });
  await open.getByRole('link', { name: /^app01 to .+: 2 open$/ }).click();
  await expect(steps.part()).toBeVisible();
});

test('a license is set from here, and the step is verified', async ({
  app,
  clock,
  faults,
  page,
}) => {
  // That the new VM isn’t registered is an answer of 404.
  faults.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const steps = new NextSteps(page);
  await besideSource(screens, clock, sources.sqlErp);
  const license = 'Set the license type of the restored VM';
  await steps.expectStatus(license, 'Open');
  await steps.press(license, 'Set the license type');
  await steps.press(license, 'Show the plan');
  await expect(steps.step(license)).toContainText(/az vm update .*--license-type 'Windows_Server'/);
  await expectAccessible(page, 'plan of a next step');
  await steps.confirm('restored-01', 'Set the license type');
  await clock.speed(60);
  await steps.expectStatus(license, 'Completed. Each result was read from Azure.');
  await steps.expectStatus(license, /Verified \d.*Azure reports: Windows_Server\./s);
});

test('a password is reset with VMAccess, and nothing of it stays', async ({ app, clock, page }) => {
  const screens = await app.open('/instances', 'default');
  const steps = new NextSteps(page);
  await webFeRestored(screens, clock, { ...app01Beside, name: 'web-again' });
  const step = 'The VM uses cloud-init';
  await steps.expectStatus('availability set', 'Open');
  await steps.press(step, 'Reset the sign-in');
  await steps.part().getByRole('textbox', { name: 'User name' }).fill('azureuser');
  await steps.part().getByLabel('New password').fill('Tr0ub4dor&3');
  await steps.press(step, 'Show the plan');
  await expect(steps.step(step)).not.toContainText('Tr0ub4dor');
  await steps.confirm('web-again', 'Reset the sign-in');
  await clock.speed(60);
  await steps.expectStatus(step, 'Completed. Each result was read from Azure.');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Tr0ub4dor');
});

test('after a restore that another browser started, what its source had isn’t known', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  const steps = new NextSteps(page);
  await openStarted(screens, 'createVm');
  await clock.pass(HOUR);
  await expect(steps.part()).toContainText('Started in another browser');
  await steps.expectStatus('static address', /Not checked.*Azure reports: /s);
  await steps.expectStatus('Set up backup for it', 'Open');
});
