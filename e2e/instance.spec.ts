import { expect } from 'playwright/test';
import { pageOf } from './drivers/world.ts';
import { goTo } from './drivers/page.ts';
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
    Size: 'Standard_E16s_v5',
    'Operating system': 'Windows',
    Region: 'West Europe',
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

test('the timeline is gone through by keyboard, and what it selects is selected in the list', async ({
  app,
}) => {
  const { instance, keyboard, shell } = await app.open(pageOf.app01, 'default');
  await instance.expectTime('None selected');
  await keyboard.reach(instance.timeline());
  await keyboard.press('End');
  await instance.expectTime(/^4 Jun 2025, 22:03, crash consistent, 4 h \d+ min of changes lost$/);
  await expect(instance.point('4 Jun 2025, 22:03')).toHaveAttribute('aria-selected', 'true');
  await shell.expectText('Selected: 4 Jun 2025, 22:03');
  await keyboard.press('ArrowLeft');
  await expect(instance.point('3 Jun 2025, 22:05')).toHaveAttribute('aria-selected', 'true');
  await expect(instance.point('4 Jun 2025, 22:03')).toHaveAttribute('aria-selected', 'false');
  await keyboard.press('PageDown');
  await instance.expectTime(/^27 May 2025, 22:05, /);
  await keyboard.press('Home');
  // The older ones can’t be restored as they are.
  await instance.expectTime(/^6 May 2025, 22:05, /);
  await instance.expectCount('31 restore points');
});

test(
  'a point that is selected in the list is the one of the timeline',
  { tag: MATRIX },
  async ({ app }) => {
    const { instance, keyboard } = await app.open(pageOf.app01, 'default');
    await keyboard.reach(instance.point('4 Jun 2025, 22:03'));
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await instance.expectTime(/^3 Jun 2025, 22:05, /);
  },
);

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
    await expect(instance.from()).toHaveValue('1 Jun 2025');
    await expect(instances.pill('Consistency')).toHaveAccessibleName(
      'Consistency: Crash consistent',
    );
    await instances.filter('Consistency', 'Crash consistent');
    await instance.expectCount('3 of 30 restore points');
    await instance.points.expectRows([
      { Time: '3 Jun 2025, 21:30' },
      { Time: '2 Jun 2025, 21:32' },
      { Time: '1 Jun 2025, 21:33' },
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

test('every point says what it lacks, and why not', { tag: MATRIX }, async ({ app }) => {
  const { configuration, instance, keyboard, wizard } = await app.open(pageOf.hrDb, 'default');
  const time = '4 Jun 2025, 23:34';
  await instance.points.expectRow({
    Time: time,
    Consistency: 'Application',
    'Not possible': 'New VM\nReplace',
  });
  await expect(instance.why('Disks', time)).toHaveCount(0);
  await expect(instance.point(time)).toContainText(/3 h \d+ min/);
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
});

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
