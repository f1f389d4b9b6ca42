import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { Settings } from './drivers/settings.ts';
import { test } from './fixtures.ts';

/** One time zone for every time: the browser's, or UTC. */

test.use({ timezoneId: 'Europe/Berlin' });

const inUtc = '4 Jun 2025, 22:03';
const inBerlin = '5 Jun 2025, 00:03';

test('the bar names the zone of every time, and a choice is kept for all tabs', async ({
  app,
  page,
}) => {
  const { shell } = await app.open('/instances?search=app01', 'default');
  const local = shell.timeZone('UTC+02:00, Europe/Berlin');
  await expect(local).toBeVisible();
  await expect(page.getByTitle(`${inBerlin} UTC+02:00`)).toHaveText(inBerlin);
  const second = await app.tab('/instances?search=app01');
  await expect(second.shell.text(inBerlin)).toBeVisible();

  await shell.show();
  await local.click();
  const settings = new Settings(page);
  await expect(settings.zone('Local: Europe/Berlin (UTC+02:00)')).toBeChecked();
  await expectAccessible(page, 'settings with a time zone');
  await settings.zone(/^Local/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(settings.zone('UTC')).toBeChecked();
  await expect(settings.zone('UTC')).toBeFocused();
  await expect(shell.timeZone('UTC')).toHaveText('UTC');

  await expect(second.shell.text(inUtc)).toBeVisible();
  await expect(second.shell.text(inBerlin)).toHaveCount(0);
  await page.goBack();
  await expect(page.getByTitle(`${inUtc} UTC`)).toHaveText(inUtc);
  await app.reload();
  await expect(shell.timeZone('UTC')).toBeVisible();
  await expect(shell.text(inUtc)).toBeVisible();
});
