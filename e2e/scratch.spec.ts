import { test } from './fixtures.ts';
test('shots', async ({ app, page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.open(`/`, 'default');
  await page.getByText('app01 to app01-restored').first().waitFor();
  await page.screenshot({ path: '/tmp/h4-a.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: '/tmp/h4-b.png' });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 400, height: 2400 });
  await page.screenshot({ path: '/tmp/h4-c.png' });
});
