import { expect } from 'playwright/test';
import { test } from './fixtures.ts';

test('who signs in comes back to the address that was opened', async ({ page, visitor, world }) => {
  await visitor.arrive('/vaults?search=prod');
  await expect(page.getByRole('heading', { level: 1, name: 'Vaults' })).toBeVisible();
  await expect(page).toHaveURL(`${world.address}/vaults?search=prod`);
  await expect(page.getByRole('link', { name: 'rsv-prod-weu' }).first()).toBeVisible();
});
