import { expect } from 'playwright/test';
import {
  failWorkerUpdates,
  fillStorage,
  forbidAllStorage,
  forbidDatabases,
  forbidStorage,
  removeServiceWorkers,
} from './drivers/storage.ts';
import { test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

// What a browser forbids is forbidden before its first page.
test.use({ isShared: false });

test(
  'where storage is full the restore goes on in its tab, and the tab says so',
  { tag: proves('full storage stops no restore') },
  async ({ context, app, azure, clock }) => {
    await fillStorage(context);
    const { shell, wizard, configuration, job } = await app.open('/restore/new');
    await shell.expectText('The browser’s storage is full.');
    await wizard.fillByHand();
    await shell.expectText('Keep this tab open until you have restored');
    await wizard.openStep('configuration');
    await expect(configuration.list('Resource group')).toHaveText('targetRG');
    await wizard.openStep('review');
    await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
    expect(await azure.accepted()).toHaveLength(1);
  },
);

test('where storage is forbidden the restore goes on in its tab, and the tab says so', async ({
  context,
  app,
  azure,
  clock,
}) => {
  await forbidStorage(context);
  const { shell, wizard, job } = await app.open('/restore/new');
  await shell.expectText('This browser doesn’t store drafts.');
  await wizard.fillByHand();
  await wizard.openStep('instance');
  await expect(wizard.instance('testVM')).toBeChecked();
  await wizard.openStep('review');
  await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
  expect(await azure.accepted()).toHaveLength(1);
});

test('where storage is forbidden a draft address explains itself', async ({ context, app }) => {
  await forbidStorage(context);
  const { shell, wizard } = await app.open('/restore/11111111-2222-4333-8444-555555555555/review');
  await shell.expectTitle('This browser doesn’t store drafts');
  await shell.follow('Start a new restore');
  await wizard.expectStep('datasource');
});

test('where storage becomes full on the way nothing chosen is lost', async ({ app, page }) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await wizard.next('restore-point');
  await wizard.choosePoint('4 Jun 2018, 06:06');
  await shell.expectText('The browser’s storage is full.');
  await wizard.openStep('instance');
  await expect(wizard.instance('testVM')).toBeChecked();
  await wizard.openStep('restore-point');
  await expect(wizard.point('4 Jun 2018, 06:06')).toBeChecked();
});

test('where databases are forbidden and workers stay old the simulated Azure works until the next load', async ({
  context,
  app,
}) => {
  await forbidDatabases(context);
  // A page that is loaded again looks for a newer worker: that none comes is no error.
  await failWorkerUpdates(context);
  const { wizard, simulation } = await app.open('/restore/new');
  await wizard.fillByHand();
  await simulation.open();
  await simulation.expectText('This browser blocks storage');
  await app.reload();
});

test('where all storage is forbidden a page says what to allow, and nothing is sent', async ({
  context,
  app,
}) => {
  await forbidAllStorage(context);
  const { shell } = await app.visit('/');
  await shell.expectTitle('This browser blocks site data');
  await shell.expectText('Allow cookies and site data for this address');
  await shell.expectText('Nothing was sent to Azure.');
});

test(
  'without a service worker a page says why, and nothing is sent',
  { tag: proves('without a service worker nothing is sent') },
  async ({ context, app }) => {
    await removeServiceWorkers(context);
    const { shell } = await app.visit('/restore/new');
    await shell.expectTitle('The Azure simulation can’t start in this browser');
    await shell.expectText('It requires a service worker');
    await shell.expectText('It requires a service worker');
    await shell.press('Reload');
    await shell.expectTitle('The Azure simulation can’t start in this browser');
  },
);
