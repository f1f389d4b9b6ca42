import { expect } from 'playwright/test';
import { isInert, noteReads, readsOf } from '../drivers/browser.ts';
import { goTo } from '../drivers/page.ts';
import { app01Beside } from '../drivers/restores.ts';
import { sources } from '../drivers/world.ts';
import { test } from '../live-fixtures.ts';
import { proves } from '../set.ts';

/** A page is never blank, and what fails in it fails alone. */

test('where the first file never comes or is gone the page says so, and a reload starts it', async ({
  deployment,
  page,
  world,
}) => {
  const reload = page.getByRole('button', { name: 'Reload' });
  await deployment.replace('silence', 'index.html');
  await page.goto(`${world.address}/vaults`, { waitUntil: 'commit' });
  await expect(page.getByText('Restore Center is starting…')).toBeVisible();
  const late = page.getByRole('heading', { name: 'Restore Center is still starting' });
  await expect
    .poll(async () => {
      await page.clock.fastForward('00:10');
      return late.count();
    })
    .toBe(1);
  await deployment.replace('nothing', 'index.html');
  await reload.click();
  await expect(page.getByRole('heading', { name: 'Restore Center didn’t start' })).toBeVisible();
  await deployment.undo();
  await reload.click();
  await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
});

test('until the sign-in is settled the frame is there: inert, with the focus on the heading', async ({
  context,
  deployment,
  page,
  screens: { shell },
  world,
}) => {
  await noteReads(context);
  await deployment.replace('silence', 'src/api/arm/msal.ts');
  await page.goto(`${world.address}/vaults?search=prod`);
  await expect(shell.title('Vaults')).toBeFocused();
  await shell.expectReading('this page');
  expect(await isInert(page)).toBe(true);
  expect(await readsOf(page)).toEqual(['tsr-scroll-restoration-v1_3', 'restore-center.theme']);
  await deployment.undo();
  await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
});

test('a page whose code never comes shows its place, says so after a limit, and can be had again', async ({
  deployment,
  page,
  screens,
  visitor,
}) => {
  const { shell } = screens;
  await deployment.replace('silence', 'src/app/list-pages.ts');
  await visitor.arrive('/vaults');
  await shell.expectReading('this page');
  await expect(shell.navigation()).toBeVisible();
  await page.clock.runFor('00:30');
  await shell.expectTitle('This page didn’t load');
  await deployment.undo();
  await shell.press('Reload the new version');
  await shell.expectTitle('Vaults');
});

test('a step whose code comes late takes the focus from the heading of the page', async ({
  deployment,
  page,
  screens: { shell, wizard },
  visitor,
}) => {
  await visitor.arrive('/settings');
  await shell.expectTitle('Settings');
  await deployment.replace('silence', 'src/datasources/azure-vm/steps/configuration/Panel.tsx');
  await goTo(page, sources.app01.start);
  await expect(shell.title('Restore Virtual Machine')).toBeFocused();
  await deployment.undo();
  await expect(wizard.heading('configuration')).toBeFocused();
});

test(
  'where a file is gone in the middle of a restore, the wizard and all that was typed stay',
  { tag: proves('a missing file loses nothing that was typed') },
  async ({ deployment, page, screens, visitor }) => {
    const { shell, wizard, configuration } = screens;
    const missing = 'Couldn’t load Azure Virtual machines. Your draft is saved.';
    await deployment.replace(
      'page',
      'src/datasources/azure-vm/steps/NetworkAccessPanel.tsx',
      'src/app/notifications/Notifications.tsx',
    );
    await visitor.arrive(sources.app01.start);
    await wizard.expectStep('configuration');
    await expect(page.getByText('Couldn’t load the notifications.')).toBeVisible();
    await configuration.chooseType('Create new virtual machine');
    await configuration.name().fill(app01Beside.name);
    await wizard.stepButton('network-access').click();
    await shell.expectText(missing);
    await wizard.openStep('configuration');
    await expect(configuration.name()).toHaveValue(app01Beside.name);
    await wizard.stepButton('network-access').click();
    await shell.expectText(missing);
    await deployment.undo();
    await shell.press('Reload the new version');
    await wizard.expectStep('network-access');
    await expect(page.getByRole('button', { name: 'Notifications' })).toBeVisible();
    await wizard.openStep('configuration');
    await expect(configuration.name()).toHaveValue(app01Beside.name);
  },
);

test('without a connection the page says so, and reads by itself when it is back', async ({
  context,
  page,
  screens,
  visitor,
}) => {
  const { shell, jobs } = screens;
  const noConnection = page.getByText(/^No network since \d\d:\d\d\. Shown as last read\./);
  const failed = page.getByRole('alert').filter({ hasText: 'Couldn’t reach Azure to load' });
  await visitor.arrive('/vaults');
  await expect(page.getByRole('link', { name: 'rsv-prod-weu' }).first()).toBeVisible();
  await context.setOffline(true);
  await expect(noConnection).toBeVisible();
  await shell.navigation().getByRole('link', { name: 'Backup jobs' }).click();
  await expect
    .poll(async () => {
      await page.clock.fastForward('00:10');
      return failed.count();
    })
    .toBe(1);
  await context.setOffline(false);
  await expect(jobs.running.row('app01')).toBeVisible();
  await expect(failed).toHaveCount(0);
  await expect(noConnection).toHaveCount(0);
});
