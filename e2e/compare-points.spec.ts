import { expect } from 'playwright/test';
import { pageOf } from './drivers/instance.ts';
import { LIKE, test } from './fixtures.ts';

/** Two restore points side by side, and a point beside the machine as it is now. */

const newest = '4 Jun 2025 21:31';
const second = '3 Jun 2025 21:30';
const third = '2 Jun 2025 21:32';

test('two points are ticked and compared, and a reload shows them again', async ({ app, page }) => {
  const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
  await instance.point(newest).click();
  await shell.expectText(`Ticked: ${newest}.`);
  await instance.point('26 May 2025').click();
  await expect(instance.point('26 May 2025')).toHaveAttribute('aria-selected', 'true');
  await shell.press('Compare the two');
  await expect(instance.heading('Comparison')).toBeFocused();
  await expect(page).toHaveURL(/compare=\d+(,|%2C)\d+/);
  const table = instance.comparison('26 May 2025 21:33', newest);
  await table.expectRow({
    What: 'Consistency',
    '26 May 2025 21:33': 'Application consistent',
    [newest]: 'Crash consistent',
    Result: 'Differs',
  });
  await expect(table.row('Zone')).toHaveCount(0);
  await shell.press('Show all 11 rows');
  await table.expectRow({ What: 'Zone', Result: 'Same' });
  await table.expectRow({ What: 'Disk encryption sets', Result: 'Not checked' });
  await shell.press('Show only what differs');
  await expect(table.row('Zone')).toHaveCount(0);
  await app.reload();
  await table.expectRow({ What: 'Consistency', Result: 'Differs' });
  await expect(instance.point(newest)).toHaveAttribute('aria-selected', 'true');
});

test(
  'a third point is not ticked before one of the two is let go',
  { tag: LIKE },
  async ({ app }) => {
    const { instance, keyboard, shell } = await app.open(pageOf.sqlErp, 'default');
    await keyboard.reach(instance.point(newest));
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await shell.expectText('Two are ticked. Untick one to tick another.');
    await expect(instance.point(third)).toHaveAttribute('aria-selected', 'false');
    await keyboard.press('ArrowUp');
    await keyboard.press('Space');
    await expect(instance.point(second)).toHaveAttribute('aria-selected', 'false');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await expect(instance.point(third)).toHaveAttribute('aria-selected', 'true');
    await instance.command('Compare points').click();
    await expect(instance.heading('Comparison')).toBeFocused();
    await instance.comparison(third, newest).expectVisible();
  },
);

test(
  'a point beside the machine now says what each difference means',
  { tag: LIKE },
  async ({ app }) => {
    const { instance, shell } = await app.open(`${pageOf.sqlErp}?to=2025-05-06`, 'default');
    const time = '6 May 2025 21:31';
    await instance.point(time).click();
    await shell.press('Compare with now');
    const table = instance.comparison(time, 'Machine now');
    await table.expectRow({
      What: 'VM size',
      [time]: 'Standard_E8s_v5',
      'Machine now': 'Standard_E16s_v5',
      Result: 'Differs',
    });
    await expect(instance.meanings()).toContainText(
      /keeps the size that it has now\.\s*Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024/,
    );
    await table.expectRow({
      What: 'Number of disks',
      [time]: '2',
      'Machine now': '3',
    });
    await expect(instance.meanings()).toContainText('The outcome follows the VM’s configuration');
    await expect(instance.meanings()).toContainText(
      'Only on the machine now: LUN 1: sql-erp-02_DataDisk_1.',
    );
    await shell.press('Show all 11 rows');
    await table.expectRow({
      What: 'Tier',
      [time]: 'Vault-Standard',
      'Machine now': 'has none',
      Result: 'Not comparable',
    });
    await table.expectRow({
      What: 'Azure Disk Encryption',
      'Machine now': 'not reported',
      Result: 'Not checked',
    });
  },
);

test(
  'a comparison is closed, and the points have the focus again',
  { tag: LIKE },
  async ({ app, page }) => {
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
  },
);

test('with nothing ticked, Compare points leads to the points', { tag: LIKE }, async ({ app }) => {
  const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
  await instance.expectCount('30 restore points');
  await instance.command('Compare points').click();
  await expect(instance.heading('Restore points')).toBeFocused();
  await shell.expectText(
    'Tick two points to compare them, or one to compare it with the machine now.',
  );
});

test(
  'beside a machine that is gone there is nothing to compare',
  { tag: LIKE },
  async ({ app, troubles }) => {
    // That it is gone is an answer of 404.
    troubles.expectRefusals();
    const { instance, shell } = await app.open(pageOf.oldCrm, 'default');
    await instance.point('30 Apr 2025 22:02').click();
    await shell.press('Compare with now');
    await shell.expectText(
      'The machine no longer exists: there is nothing to compare the point with.',
    );
    await shell.press('Show all 11 rows');
    await instance
      .comparison('30 Apr 2025 22:02', 'Machine now')
      .expectRow({ What: 'VM size', 'Machine now': 'has none', Result: 'Not comparable' });
  },
);
