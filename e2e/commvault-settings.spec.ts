import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { once } from './drivers/faults.ts';
import { Settings } from './drivers/settings.ts';
import { test } from './fixtures.ts';

const CONNECTED = 'Connected. The CommServe reports 14 VMs.';
const UNTESTED = 'Token entered. The connection isn’t tested.';
const NO_TOKEN = 'Not connected. Enter an access token.';

test('the tokens of a CommServe are of all tabs, and in nothing that is stored', async ({
  app,
  page,
}) => {
  await app.open('/', 'default');
  const settings = new Settings(page);
  await settings.open();
  await settings.expectStatus(UNTESTED);
  await settings.press('Test connection');
  await settings.expectStatus(CONNECTED);

  const second = new Settings((await app.tab('/settings')).page);
  await second.press('Forget tokens');
  await second.expectStatus(NO_TOKEN);
  await settings.expectStatus(NO_TOKEN);
  await second.connect(' demo-access-token ', 'demo-refresh-token');
  await second.expectStatus(CONNECTED);
  await settings.expectStatus(UNTESTED);
  for (const tab of [settings, second]) {
    await expect(tab.token('Access token')).toHaveValue('');
    expect(await tab.stored()).not.toMatch(/demo-(access|refresh)-token/);
  }
});

test('a token that can’t be one is refused by keyboard alone, one of another tenant by the CommServe', async ({
  app,
  page,
  faults,
}) => {
  faults.expectRefusals();
  await app.open('/settings', 'default');
  const settings = new Settings(page);
  await settings.token('Access token').focus();
  await page.keyboard.type('two words');
  await page.keyboard.press('Enter');
  await expect(settings.connection()).toContainText('Enter an access token. It has no spaces.');
  await expect(settings.token('Access token')).toBeFocused();
  await expect(settings.token('Access token')).toHaveAttribute('type', 'password');
  await expectAccessible(page, 'Settings, refused');

  await settings.connect('of-another-tenant', 'of-another-tenant');
  await settings.expectTrouble('The CommServe rejected the token');
  await expectAccessible(page, 'Settings, not connected');
  await settings.connect('demo-access-token');
  await settings.expectStatus(CONNECTED);
});

test('the page says what keeps a CommServe from answering', async ({
  app,
  page,
  azure,
  clock,
  faults,
}) => {
  await app.open('/settings', 'default');
  // What broke off is read again after a while.
  await clock.speed(60);
  const settings = new Settings(page);
  const all = [
    [{ kind: 'html-page' }, 'The CommServe returned a web page'],
    [{ kind: 'status', status: 403 }, 'The request was rejected (403)'],
    [{ kind: 'status', status: 404 }, 'This isn’t a CommServe'],
    [{ kind: 'drop' }, 'Couldn’t reach the CommServe'],
  ] as const;
  for (const [effect, trouble] of all) {
    await faults.add({ id: 'commserve', match: { path: '/webconsole/api' }, times: null, effect });
    await settings.press('Test connection');
    await settings.expectTrouble(trouble);
    await faults.remove('commserve');
  }
  // A read renews a token that has expired, and is sent once more.
  const before = (await azure.received('commvaultVms.list')).length;
  await faults.add(once('commvaultVms.list', { kind: 'status', status: 401 }));
  await settings.press('Test connection');
  await settings.expectStatus(CONNECTED);
  expect(await azure.received('commvaultTokens.renew')).toHaveLength(1);
  expect(await azure.received('commvaultVms.list')).toHaveLength(before + 2);
});
