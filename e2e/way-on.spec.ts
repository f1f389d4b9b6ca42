import { expect } from 'playwright/test';
import { neverArrives, once, restoreForbidden } from './drivers/faults.ts';
import { passUntil } from './drivers/page.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/world.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';

/** Whatever a press has left half done, the way on works without a reload. */

test.beforeEach(async ({ app }) => {
  await app.open('/instances', 'default');
});

/** The disks of app01 into a resource group that Restore creates, at Review. */
async function intoNewGroup(screens: Screens): Promise<void> {
  const { configuration, wizard } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Restore disks');
  await configuration.nameNewGroup('rg-new');
  await configuration.choose('Staging Location', app01Beside.staging);
  await wizard.openStep('review');
}

test('a group that was created before Azure refused the restore is used by the next press', async ({
  app,
  azure,
  clock,
  faults,
  screens,
}) => {
  const { configuration, shell, wizard } = screens;
  await intoNewGroup(screens);
  await faults.add(restoreForbidden);
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await shell.expectText(
    /Restore Center created resource group rg-new at .* you can restore to it\./,
  );
  // Also after a reload.
  await app.reload();
  await wizard.openTab('Selections');
  await shell.expectText('Resource group rg-new: exists already, created by Restore Center at');
  await wizard.openStep('configuration');
  await expect(configuration.newGroup()).toHaveAccessibleDescription(
    /rg-new exists\. Restore Center created it at/,
  );
  await wizard.openStep('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
  expect(await azure.received('groups.create')).toHaveLength(1);
});

test('what hangs before the request is called off, also by another tab', async ({
  app,
  azure,
  clock,
  faults,
  page,
  screens,
}) => {
  const { shell, wizard } = screens;
  await intoNewGroup(screens);
  await faults.add(once('groups.create', { kind: 'never-answers' }));
  await wizard.restore();
  await shell.expectText('Preparing the restore');
  await expect(shell.button('Don’t send')).toHaveCount(0);
  const second = await app.tab(new URL(page.url()).pathname);
  await second.shell.expectText('Preparing the restore');
  await clock.waitFor(11_000);
  await expect(shell.button('Don’t send')).toBeVisible();
  await second.shell.press('Don’t send');
  await second.shell.expectText('You stopped it before the request was sent.');
  await shell.show();
  await shell.expectText('You stopped it before the request was sent.');
  expect(azure.sent()).toHaveLength(0);
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('a request that hangs is opened again after the search, without a reload', async ({
  azure,
  clock,
  faults,
  screens,
}) => {
  const { shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(neverArrives);
  await wizard.restore();
  await shell.expectText('Sending the restore');
  // The search is over before the browser gives the request up.
  await clock.speed(60);
  await passUntil(
    async () => clock.waitFor(5000),
    async () => shell.button('Open the draft again').isVisible(),
  );
  await expect(wizard.stage('Sending the restore')).toBeVisible();
  await shell.press('Open the draft again');
  await shell.expectText('An earlier request of this draft, from');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});
