import { expect } from 'playwright/test';
import { MATRIX, test } from './fixtures.ts';

/** Backups that Azure keeps for some days after their deletion. */

test('a soft-deleted VM is listed with its days, and restored once it is undeleted', async ({
  app,
  page,
  clock,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { instances, instance, keyboard, shell } = await app.open('/instances', 'default');
  await instances.search('hr-stage');
  await instances.expectRow({
    'Backup instance': 'hr-stage-02',
    'Resource group': 'rg-hr',
    Health: 'Soft-deleted, 12 days left',
  });
  const held = page.getByRole('button', { name: 'Restore hr-stage-02: Soft-deleted. Undelete it' });
  await expect(held).toBeDisabled();
  await keyboard.reach(instances.row('hr-stage-02'));
  await keyboard.press('Enter');
  await shell.expectTitle('hr-stage-02');
  await shell.expectText('Azure deletes its restore points 17 Jun 2025, 08:12 (12 days left).');
  await expect(page.getByRole('button', { name: 'Restore: Soft-deleted' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undelete', exact: true }).click();
  // Azure works on it for some seconds.
  await clock.speed(60);
  await page.getByRole('textbox', { name: 'Type hr-stage-02 to confirm' }).fill('hr-stage-02');
  await page.getByRole('button', { name: 'Undelete', exact: true }).click();
  await shell.expectText('Undelete the backup of hr-stage-02: Done');
  await instance.expectFacts({ Protection: 'Protection stopped, restore points kept' });
  await page.getByRole('link', { name: 'Restore', exact: true }).click();
  await shell.expectTitle('Restore');
});

test(
  'a soft-deleted disk is listed with its days, and restored once it is undeleted',
  { tag: MATRIX },
  async ({ app, page }) => {
    const { shell } = await app.open('/instances?datasource=disk', 'default');
    const name = 'hr-stage-02_DataDisk_0';
    await shell.expectText('12 days left');
    await expect(
      page.getByRole('button', { name: `Restore ${name}: Soft-deleted` }),
    ).toBeDisabled();
    await page.getByRole('link', { name }).click();
    await shell.expectTitle(name);
    await shell.expectText('Azure doesn’t list the restore points of a soft-deleted disk.');
    await page.getByRole('button', { name: 'Undelete', exact: true }).click();
    await page.getByRole('textbox', { name: `Type ${name} to confirm` }).fill(name);
    await page.getByRole('button', { name: 'Undelete', exact: true }).click();
    await shell.expectText(`Undelete the backup of ${name}: Done`);
    await page.getByRole('link', { name: 'Restore', exact: true }).click();
    await shell.expectTitle('Restore');
  },
);
