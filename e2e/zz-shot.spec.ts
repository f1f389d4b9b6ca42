import { test } from './fixtures.ts';

for (const [w, h] of [[1440, 900], [400, 900], [1100, 800]] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`shot ${w} ${scheme}`, async ({ app, page }) => {
      await page.setViewportSize({ width: w, height: h });
      await page.emulateMedia({ colorScheme: scheme });
      const { shell } = await app.open('/instances/aaaaaaaa', 'default');
      await page.goto('/instances');
      await shell.follow('sql-erp-02');
      await shell.expectText('Crash consistent');
      await page.screenshot({ path: `/tmp/h3-shots/page-${w}-${scheme}.png` });
    });
  }
}
