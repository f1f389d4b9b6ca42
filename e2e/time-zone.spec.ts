import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { clockOff } from './drivers/faults.ts';
import { pageOf } from './drivers/world.ts';
import { Settings } from './drivers/settings.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** One time zone for every time: the browser's, or UTC. */

test.use({ timezoneId: 'Europe/Berlin' });

const inUtc = '4 Jun 2025, 22:03';
const inBerlin = '5 Jun 2025, 00:03';

test(
  'the bar names the zone of every time, and a choice is kept for all tabs',
  { tag: proves('choose a time zone') },
  async ({ app, page }) => {
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
  },
);

test('a time that a night shows twice offers both, and one that it leaves out is refused', async ({
  app,
  page,
}) => {
  const { instance } = await app.open(pageOf.app01, 'default');
  const before = instance.before();
  await before.fill('30 Mar 2025, 02:30');
  await before.press('Enter');
  await expect(before).toHaveAccessibleDescription(/Clocks went forward that night/);
  await before.fill('27 Oct 2024, 02:30');
  await before.press('Enter');
  await expect(before).toHaveAccessibleDescription(/Clocks showed this time twice/);
  await expectAccessible(page, 'a time that a night shows twice');
  await expect(page.getByRole('button', { name: '27 Oct 2024, 02:30 UTC+02:00' })).toBeVisible();
  await page.getByRole('button', { name: '27 Oct 2024, 02:30 UTC+01:00' }).click();
  await expect(before).toHaveValue('27 Oct 2024, 02:30 UTC+01:00');
  await expect(before).toBeFocused();
  await expect(page).toHaveURL(/before=2024-10-27T01(:|%3A)30(:|%3A)00Z/);
});

test('a computer whose clock is an hour fast shows Azure’s time, and says so once', async ({
  app,
  faults,
  page,
}) => {
  const { shell } = await app.open('/instances?search=app01', 'default');
  await faults.add(clockOff(60));
  await app.reload();
  const notice = page.getByText('This device’s clock is 1 h fast');
  await expect(notice).toBeVisible();
  await expect(shell.text(inBerlin)).toBeVisible();
  await expectAccessible(page, 'a clock that is wrong');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await app.reload();
  await expect(shell.text(inBerlin)).toBeVisible();
  await expect(notice).toHaveCount(0);
});
