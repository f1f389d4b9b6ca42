import { expect } from 'playwright/test';
import { test } from '../live-fixtures.ts';

test('who signs in comes back to the address that was opened', async ({ page, visitor, world }) => {
  await visitor.arrive('/vaults?search=prod');
  await expect(page.getByRole('heading', { level: 1, name: 'Vaults' })).toBeVisible();
  await expect(page).toHaveURL(`${world.address}/vaults?search=prod`);
  await expect(page.getByRole('link', { name: 'rsv-prod-weu' }).first()).toBeVisible();
});

test('a refresh token that has ended is replaced in a hidden frame', async ({
  page,
  visitor,
  world,
  clock,
}) => {
  await visitor.arrive('/vaults');
  const vault = page.getByRole('link', { name: 'rsv-prod-weu' }).first();
  await expect(vault).toBeVisible();
  world.entra.revoke();
  // Past the life of the access token.
  await clock.pass(80 * 60_000);
  await page.getByRole('button', { name: 'Refresh' }).click();
  // The code of the sign-in, the refresh token that has ended, the code of the frame.
  const redeemed = () => world.entra.requests().filter((one) => one.endsWith('/token')).length;
  await expect.poll(redeemed).toBeGreaterThanOrEqual(3);
  await expect(vault).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
