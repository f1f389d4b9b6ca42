import { expect } from 'playwright/test';
import { pageOf } from './drivers/instance.ts';
import { goTo } from './drivers/in-page.ts';
import { MATRIX, test } from './fixtures.ts';

/** The page of one protected machine: what it is, its restore points, its jobs. */

test('shows what is protected, with the machine as it is now', async ({ app, page }) => {
  const { shell, instance } = await app.open(pageOf.sqlErp, 'default');
  await shell.expectTitle('sql-erp-02');
  await shell.expectText('rg-erp · rsv-prod-weu · Contoso Production · Source exists');
  await instance.expectFacts({
    Vault: 'rsv-prod-weu',
    Policy: 'EnhancedDaily',
    Protection: 'Protected',
    Health: 'Healthy',
    'Last backup': 'Completed\n4 Jun 2025, 21:31',
    'Restore points': '30',
    'Oldest restore point': '6 May 2025, 21:31',
    'Source VM': 'Exists',
    Size: 'Standard_E16s_v5',
    'Operating system': 'Windows',
    Region: 'westeurope',
    Zone: 'Zone 2',
  });
  await expect(instance.disk('sql-erp-02_DataDisk_1')).toContainText(
    'LUN 1, 512 GiB, Premium_LRS, platform-managed key',
  );
  await instance.vault('rsv-prod-weu').click();
  await shell.expectTitle('rsv-prod-weu');
  await goTo(page, pageOf.hrDb);
  await expect(instance.disk('hr-db-01_OsDisk')).toContainText('Azure Disk Encryption');
  await goTo(page, pageOf.cluNode);
  await expect(instance.disk('clu-node-01_DataDisk_1')).toContainText('shared disk');
  await expect(instance.disk('clu-node-01_DataDisk_0')).not.toContainText('shared disk');
});

test('the strip is gone through by keyboard, and a day lists its points alone', async ({
  app,
  page,
}) => {
  const { instance, keyboard, shell } = await app.open(pageOf.app01, 'default');
  await instance.expectDays('23 May 2025', '5 Jun 2025');
  await keyboard.reach(instance.day('Thu 5 Jun 2025, no restore points'));
  await keyboard.press('ArrowLeft');
  await expect(instance.day('Wed 4 Jun 2025, 1 restore point')).toBeFocused();
  await keyboard.press('Enter');
  await expect(instance.day('Wed 4 Jun 2025')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/day=2025-06-04/);
  await instance.expectCount('1 of 31 restore points');
  await keyboard.press('Home');
  await expect(instance.day('Fri 23 May 2025')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await instance.expectDays('9 May 2025', '22 May 2025');
  await expect(instance.day('Thu 22 May 2025')).toBeFocused();
  await keyboard.press('PageUp');
  await instance.expectDays('25 Apr 2025', '8 May 2025');
  await shell.expectText(
    '3 restore points in these days. The oldest restore point is from 31 Jan 2025.',
  );
  await keyboard.press('End');
  await keyboard.press('Space');
  await expect(page).toHaveURL(/day=2025-05-08/);
  await expect(instance.day('Thu 8 May 2025')).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Space');
  await instance.expectCount('31 restore points');
});

test('older days are a press away, and so are the newest', { tag: MATRIX }, async ({ app }) => {
  const { instance, shell } = await app.open(pageOf.app01, 'default');
  await shell.press('Oldest restore point');
  await instance.expectDays('31 Jan 2025', '13 Feb 2025');
  await expect(instance.day('Fri 31 Jan 2025, 1 restore point')).toBeVisible();
  await shell.press('Next 14 days');
  await instance.expectDays('14 Feb 2025', '27 Feb 2025');
  await shell.expectText(
    'No restore points in these days. The newest restore point is from 4 Jun 2025.',
  );
  await shell.press('Newest restore point');
  await instance.expectDays('23 May 2025', '5 Jun 2025');
});

test(
  'filters of points stand in the address, and a reload keeps them',
  { tag: MATRIX },
  async ({ app, page }) => {
    const { instance, instances, shell } = await app.open(pageOf.sqlErp, 'default');
    await instance.expectCount('30 restore points');
    await instance.from().fill('2025-06-01');
    await instance.to().fill('2025-06-03');
    await expect(page).toHaveURL(/from=2025-06-01&to=2025-06-03/);
    await instance.expectCount('3 of 30 restore points');
    await instances.filter('Tier', 'Snapshot and Vault-Standard');
    await instances.filter('Consistency', 'Crash consistent');
    await shell.expectText('No restore points match these filters.');
    await app.reload();
    await shell.expectText('All 30 restore points were searched.');
    await expect(instance.from()).toHaveValue('2025-06-01');
    await expect(instances.pill('Consistency')).toHaveAccessibleName(
      'Consistency: Crash consistent',
    );
    await instances.filter('Consistency', 'Crash consistent');
    await instance.expectCount('3 of 30 restore points');
    await instance.points.expectRows([
      { Time: '3 Jun 2025, 21:30\n29 h ago' },
      { Time: '2 Jun 2025, 21:32\n2 days ago' },
      { Time: '1 Jun 2025, 21:33\n3 days ago' },
    ]);
  },
);

test(
  'the newest point before a time is listed first, and what is no time stays and says so',
  { tag: MATRIX },
  async ({ app, page }) => {
    const { instance, shell } = await app.open(pageOf.app01, 'default');
    await instance.before().fill('yesterday');
    await instance.before().press('Enter');
    await shell.expectText('“yesterday” isn’t a time. Use the form 22:00, 4 Jun 22:00');
    await expect(instance.before()).toHaveValue('yesterday');
    await expect(instance.before()).toHaveAccessibleDescription(/“yesterday” isn’t a time/);
    await instance.expectCount('31 restore points');
    await instance.before().fill('8 May 23:00');
    await instance.before().press('Enter');
    await expect(page).toHaveURL(/before=2025-05-08T23(:|%3A)00(:|%3A)00Z/);
    await instance.expectDays('25 Apr 2025', '8 May 2025');
    await app.reload();
    await expect(instance.before()).toHaveValue('8 May 2025, 23:00');
    await instance.expectCount('4 of 31 restore points');
    await shell.press('Clear all filters');
    await expect(instance.before()).toHaveValue('');
    await instance.expectCount('31 restore points');
  },
);

test(
  'what means nothing in the address is named, and the rest applies',
  { tag: MATRIX },
  async ({ app }) => {
    const { instance, shell } = await app.open(
      `${pageOf.sqlErp}?day=yesterday&from=2025-06-03&to=2025-06-01&tier=cool,vaultStandard&compare=1,2`,
      'default',
    );
    await shell.expectText('to=2025-06-01, day=yesterday, tier=cool, compare=1,2. They’re ignored');
    await shell.expectText('No restore points match these filters.');
    await shell.press('Show all restore points');
    await instance.expectCount('30 restore points');
  },
);

test(
  'every point says what it can do and what it lacks, and why not',
  { tag: MATRIX },
  async ({ app }) => {
    const { configuration, instance, keyboard, wizard } = await app.open(pageOf.hrDb, 'default');
    const time = '4 Jun 2025, 23:34';
    await instance.points.expectRow({
      'Consistency and tier': 'Application consistent\nSnapshot and Vault-Standard',
      'New VM': 'Not possible\nWhy',
      Disks: 'Possible\nDisks',
      Replace: 'Not possible\nWhy',
    });
    await expect(instance.point(time)).toContainText(/Last 3 h \d+ min/);
    await expect(instance.point(time)).toContainText('Changes after 4 Jun 2025, 23:34');
    await keyboard.reach(instance.point(time));
    await keyboard.reach(instance.why('Replace', time));
    await keyboard.press('Enter');
    const reasons = instance.reasons('Replace', time);
    await expect(reasons).toContainText('Replace existing doesn’t support encrypted VMs.');
    await expect(reasons).toContainText('Disk encryption is Azure Disk Encryption');
    await expect(reasons).toContainText('Restore options, Replace existing, 30 Nov 2024');
    await keyboard.press('Escape');
    await expect(reasons).toBeHidden();
    await expect(instance.why('Replace', time)).toBeFocused();
    await keyboard.press('Enter');
    await instance.doInstead('Restore disks');
    await wizard.expectStep('configuration');
    await expect(configuration.list('Restore Type')).toHaveText('Restore disks');
  },
);

test(
  'Enter on a point starts its restore, and so does its button',
  { tag: MATRIX },
  async ({ app, page }) => {
    const { instance, keyboard, wizard } = await app.open(pageOf.sqlErp, 'default');
    await keyboard.reach(instance.point('4 Jun 2025, 21:31'));
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await wizard.expectStep('configuration');
    await wizard.openStep('restore-point');
    await expect(wizard.point('3 Jun 2025, 21:30')).toBeChecked();
    await goTo(page, pageOf.sqlErp);
    await instance.restore('4 Jun 2025, 21:31').click();
    await wizard.expectStep('configuration');
  },
);
