import { expect } from 'playwright/test';
import { Settings } from '../drivers/settings.ts';
import { test } from '../live-fixtures.ts';

const CONNECTED = 'Connected. The CommServe reports 14 VMs.';
const NO_TOKEN = 'Not connected. Enter an access token.';

test('a deployment names a CommServe, whose tokens end with the last tab', async ({
  page,
  context,
  visitor,
  configure,
}) => {
  const settings = new Settings(page);
  await visitor.arrive('/settings');
  await expect(page.getByText('Azure is the only service in this deployment.')).toBeVisible();
  await configure('{"commServes":[{"address":"http://commserve.contoso.example"}]}');
  await visitor.open('/settings');
  await expect(page.getByText('commServes.0.address')).toBeVisible();
  await expect(settings.connection()).toHaveCount(0);

  await configure('{"commServes":[{"address":"https://commserve.contoso.example"}]}');
  await visitor.open('/settings');
  await settings.expectStatus(NO_TOKEN);
  await settings.connect('demo-access-token', 'demo-refresh-token');
  await settings.expectStatus(CONNECTED);
  const second = new Settings(await context.newPage());
  await second.page.goto(page.url());
  await second.press('Test connection');
  await second.expectStatus(CONNECTED);
  await page.reload();
  await settings.press('Test connection');
  await settings.expectStatus(CONNECTED);
  await second.page.close();
  await page.reload();
  await settings.expectStatus(NO_TOKEN);
});
