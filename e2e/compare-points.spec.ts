import { expect } from 'playwright/test';
import { pageOf } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Two restore points side by side, and a point beside the machine as it is now. */

const newest = '4 Jun 2025, 21:31';
const second = '3 Jun 2025, 21:30';
const third = '2 Jun 2025, 21:32';

/** In a row, but on none of its links. */
const beside = { position: { x: 40, y: 12 } } as const;

test(
  'two points are selected and compared, and a reload shows them again',
  { tag: proves('compare two restore points') },
  async ({ app, page }) => {
    const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
    await instance.point(newest).click(beside);
    await shell.expectText(`Selected: ${newest}`);
    await instance.point('26 May 2025').click(beside);
    await expect(instance.point('26 May 2025')).toHaveAttribute('aria-selected', 'true');
    await shell.press('Compare selected');
    await expect(instance.heading('Comparison')).toBeFocused();
    await expect(page).toHaveURL(/compare=\d+(,|%2C)\d+/);
    const table = instance.comparison('26 May 2025, 21:33', newest);
    await table.expectRow({
      Property: 'Consistency',
      '26 May 2025, 21:33': 'Application consistent',
      [newest]: 'Crash consistent',
      Result: 'Differs',
    });
    await expect(table.row('Zone')).toHaveCount(0);
    await shell.press('Show all 11 rows');
    await table.expectRow({ Property: 'Zone', Result: 'Same' });
    await table.expectRow({ Property: 'Disk encryption sets', Result: 'Not checked' });
    await shell.press('Show only differences');
    await expect(table.row('Zone')).toHaveCount(0);
    await app.reload();
    await table.expectRow({ Property: 'Consistency', Result: 'Differs' });
    await expect(instance.point(newest)).toHaveAttribute('aria-selected', 'true');
  },
);

test('a third point cannot be selected before one of the two is cleared', async ({ app }) => {
  const { instance, keyboard, shell } = await app.open(pageOf.sqlErp, 'default');
  await keyboard.reach(instance.point(newest));
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await shell.expectText('Two restore points are selected. Clear one to select another.');
  await expect(instance.point(third)).toHaveAttribute('aria-selected', 'false');
  await keyboard.press('ArrowUp');
  await keyboard.press('Space');
  await expect(instance.point(second)).toHaveAttribute('aria-selected', 'false');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await expect(instance.point(third)).toHaveAttribute('aria-selected', 'true');
  await instance.command('Compare restore points').click();
  await expect(instance.heading('Comparison')).toBeFocused();
  await instance.comparison(third, newest).expectVisible();
});

test('a point beside the machine now says what each difference means', async ({ app }) => {
  const { instance, shell } = await app.open(`${pageOf.sqlErp}?to=2025-05-06`, 'default');
  const time = '6 May 2025, 21:31';
  await instance.point(time).click(beside);
  await shell.press('Compare with current VM');
  const table = instance.comparison(time, 'Current VM');
  await table.expectRow({
    Property: 'VM size',
    [time]: 'Standard_E8s_v5',
    'Current VM': 'Standard_E16s_v5',
    Result: 'Differs',
  });
  await expect(instance.meanings()).toContainText(
    /keeps its current size\.\s*Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024/,
  );
  await table.expectRow({
    Property: 'Number of disks',
    [time]: '2',
    'Current VM': '3',
  });
  await expect(instance.meanings()).toContainText('The outcome follows the VM’s configuration');
  await expect(instance.meanings()).toContainText(
    'Only on the current VM: LUN 1: sql-erp-02_DataDisk_1.',
  );
  await shell.press('Show all 11 rows');
  await table.expectRow({
    Property: 'Tier',
    [time]: 'Vault-Standard',
    'Current VM': 'none',
    Result: 'Not comparable',
  });
  await table.expectRow({
    Property: 'Azure Disk Encryption',
    'Current VM': 'not reported',
    Result: 'Not checked',
  });
});

test('a comparison is closed, and the points have the focus again', async ({ app, page }) => {
  const { instance, shell } = await app.open(
    `${pageOf.sqlErp}?compare=51658688920381720,now`,
    'default',
  );
  await shell.press('Close the comparison');
  await expect(instance.heading('Comparison')).toBeHidden();
  await expect(page).not.toHaveURL(/compare=/);
  await expect(instance.heading('Restore points')).toBeFocused();
  await page.goBack();
  await expect(instance.heading('Comparison')).toBeVisible();
});

test('with nothing selected, Compare points leads to the points', async ({ app }) => {
  const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
  await instance.expectCount('30 restore points');
  await instance.command('Compare restore points').click();
  await expect(instance.heading('Restore points')).toBeFocused();
  await shell.expectText('To compare, select two, or one.');
});

test('beside a machine that is gone there is nothing to compare', async ({ app, troubles }) => {
  // That it is gone is an answer of 404.
  troubles.expectRefusals();
  const { instance, shell } = await app.open(pageOf.oldCrm, 'default');
  await instance.point('30 Apr 2025, 22:02').click(beside);
  await shell.press('Compare with current VM');
  await shell.expectText(
    'The VM no longer exists, so you can’t compare the restore point with it.',
  );
  await shell.press('Show all 11 rows');
  await instance
    .comparison('30 Apr 2025, 22:02', 'Current VM')
    .expectRow({ Property: 'VM size', 'Current VM': 'none', Result: 'Not comparable' });
});
