import { expect } from 'playwright/test';
import { pageOf } from './drivers/world.ts';
import { goTo } from './drivers/page.ts';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingDown } from './drivers/faults.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The page of one protected machine: what it is, its restore points, its jobs. */

test(
  'shows what is protected, with the machine as it is now',
  { tag: proves('read an instance') },
  async ({ app, page }) => {
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
  },
);

test('the timeline is gone through by keyboard, and what it selects is selected in the list', async ({
  app,
}) => {
  const { instance, keyboard, shell } = await app.open(pageOf.app01, 'default');
  await instance.expectTime('None selected');
  await keyboard.reach(instance.timeline());
  await keyboard.press('End');
  await instance.expectTime(
    /^4 Jun 2025, 22:03, crash consistent, at least 4 h \d+ min of changes lost$/,
  );
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

test('a point that is selected in the list is the one of the timeline', async ({ app }) => {
  const { instance, keyboard } = await app.open(pageOf.app01, 'default');
  await keyboard.reach(instance.point('4 Jun 2025, 22:03'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await instance.expectTime(/^3 Jun 2025, 22:05, /);
});

test('filters of points stand in the address, and a reload keeps them', async ({ app, page }) => {
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
  await expect(instances.pill('Consistency')).toHaveAccessibleName('Consistency: Crash consistent');
  await instances.filter('Consistency', 'Crash consistent');
  await instance.expectCount('3 of 30 restore points');
  await instance.points.expectRows([
    { Time: '3 Jun 2025, 21:30' },
    { Time: '2 Jun 2025, 21:32' },
    { Time: '1 Jun 2025, 21:33' },
  ]);
});

test('the newest point before a time is listed first, and what is no time stays and says so', async ({
  app,
  page,
}) => {
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
});

test('what means nothing in the address is named, and the rest applies', async ({ app }) => {
  const { instance, shell } = await app.open(
    `${pageOf.sqlErp}?day=yesterday&from=2025-06-03&to=2025-06-01&tier=cool,vaultStandard&compare=1,2`,
    'default',
  );
  await shell.expectText('to=2025-06-01, day=yesterday, tier=cool, compare=1,2. They’re ignored');
  await shell.expectText('No restore points match these filters.');
  await shell.press('Show all restore points');
  await instance.expectCount('30 restore points');
});

test('every point says what it lacks, and why not', async ({ app }) => {
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

test('Enter on a point starts its restore, and so does its button', async ({ app, page }) => {
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
});

/** The page of one protected machine where something is missing, and as everybody meets it. */

test('a person who cannot read the points still sees the machine and its jobs', async ({
  app,
  troubles,
}) => {
  troubles.expectRefusals();
  const { instance, shell } = await app.open(pageOf.hrDb, 'forbidden-vault');
  await shell.expectAlert('You don’t have permission to view the restore points.');
  await shell.expectAlert('Required action:');
  await instance.expectFacts({
    Policy: 'EnhancedDaily',
    'Restore points': '30',
    'Oldest restore point': '6 May 2025, 23:31',
    Size: 'Standard_E4s_v5',
  });
  await instance.jobs.expectRow({ Status: 'Completed', Operation: 'Backup' });
  await expect(instance.timeline()).toBeHidden();
});

test('a machine that is gone says so, and its points go without a replacement', async ({
  app,
  troubles,
}) => {
  // That it is gone is an answer of 404.
  troubles.expectRefusals();
  const { instance, shell } = await app.open(pageOf.oldCrm, 'default');
  await shell.expectText('Contoso Production · Source deleted');
  await instance.expectFacts({ Protection: 'Protection stopped, restore points kept' });
  await shell.expectText('The VM no longer exists, but its backups do.');
  await instance.points.expectRow({
    Time: '30 Apr 2025, 22:02',
    'Not possible': 'Replace\nNot checked:\nNew VM',
  });
  await instance.why('Replace', '30 Apr 2025, 22:02').click();
  await expect(instance.reasons('Replace', '30 Apr 2025, 22:02')).toContainText(
    'The source VM no longer exists',
  );
});

test('a machine without points says what was queried and what makes the first', async ({ app }) => {
  const { instance, shell } = await app.open(pageOf.buildAgent, 'default');
  await shell.expectText('This VM has no restore points yet.');
  await shell.expectText(
    'Protection: First backup pending. The first backup creates the first restore point.',
  );
  await instance.expectFacts({ 'Last backup': 'No backup yet', 'Restore points': 'None yet' });
});

test('data stays when Azure is down, and is marked as older', async ({ app, clock, faults }) => {
  const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
  await instance.expectCount('30 restore points');
  await shell.expectText(/^Updated \d+ s ago$/);
  await clock.speed(60);
  await faults.add(everythingDown);
  await instance.command('Refresh').click();
  await shell.expectText(/^Couldn’t refresh: .* Older data is shown\.$/);
  await instance.expectCount('30 restore points');
});

test('the jobs of seven days lead to all of them', async ({ app, page }) => {
  const { instance, jobs, shell } = await app.open(pageOf.app01, 'default');
  await instance.jobs.expectRow({ Status: 'In progress', Operation: 'Restore' });
  await shell.follow('View all');
  await expect(page).toHaveURL(/\/jobs\?instance=/);
  await expect(jobs.running.row('app01')).toBeVisible();
  await expect(jobs.row('app01', 'Backup · rsv-prod-weu').first()).toBeVisible();
});

test('the page is open to everybody', async ({ app, page }) => {
  const { instance } = await app.open(pageOf.hrDb, 'default');
  await instance.expectCount('30 restore points');
  await expectAccessible(page, 'instance');
});

test('the reasons are open to everybody', async ({ app, page }) => {
  const { instance, keyboard } = await app.open(pageOf.hrDb, 'default');
  const time = '3 Jun 2025, 23:34';
  await instance.why('Replace', time).click();
  await expect(instance.reasons('Replace', time)).toBeVisible();
  await expectAccessible(page, 'instance, reasons');
  await keyboard.press('Escape');
  await expect(instance.why('Replace', time)).toBeFocused();
});

test('the comparison is open to everybody', async ({ app, page }) => {
  const { instance } = await app.open(
    `${pageOf.sqlErp}?day=2025-06-04&compare=51658688920381720,now`,
    'default',
  );
  await expect(instance.heading('Comparison')).toBeVisible();
  await instance.expectCount('1 of 30 restore points');
  await expectAccessible(page, 'instance, comparison');
});

test('a machine that is gone is open to everybody', async ({ app, page, troubles }) => {
  troubles.expectRefusals();
  const { shell } = await app.open(pageOf.oldCrm, 'default');
  await shell.expectText('The VM no longer exists');
  await expectAccessible(page, 'instance, source deleted');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 400, height: 800 } });

  test('everything fits, the comparison too', async ({ app, page }) => {
    const { instance } = await app.open(pageOf.hrDb, 'default');
    await instance.expectCount('30 restore points');
    await expectNoSidewaysScroll(page);
    await instance.why('Replace', '4 Jun 2025, 23:34').click();
    await expect(instance.reasons('Replace', '4 Jun 2025, 23:34')).toBeInViewport({ ratio: 1 });
    await goTo(page, `${pageOf.sqlErp}?compare=51658688920381720,17452008559618020`);
    await expect(instance.heading('Comparison')).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

test.describe('where it is still yesterday', () => {
  test.use({ timezoneId: 'America/Los_Angeles' });

  test('days are those of the person, and so are the filters', async ({ app }) => {
    const { instance } = await app.open(`${pageOf.sqlErp}?from=2025-06-04`, 'default');
    await instance.expectCount('1 of 30 restore points');
    await instance.points.expectRow({ Time: '4 Jun 2025, 14:31' });
  });
});

/** Backups that Azure keeps for some days after their deletion. */

test(
  'a soft-deleted VM is listed with its days, and restored once it is undeleted',
  { tag: proves('undelete a backup') },
  async ({ app, page, clock }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const { instances, instance, keyboard, shell } = await app.open('/instances', 'default');
    await instances.search('hr-stage');
    await instances.expectRow({
      'Backup instance': 'hr-stage-02',
      'Resource group': 'rg-hr',
      Health: 'Soft-deleted, 12 days left',
    });
    const held = page.getByRole('button', {
      name: 'Restore hr-stage-02: Soft-deleted. Undelete it',
    });
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
  },
);

test('a soft-deleted disk is listed with its days, and restored once it is undeleted', async ({
  app,
  page,
}) => {
  const { shell } = await app.open('/instances?datasource=disk', 'default');
  const name = 'hr-stage-02_DataDisk_0';
  await shell.expectText('12 days left');
  await expect(page.getByRole('button', { name: `Restore ${name}: Soft-deleted` })).toBeDisabled();
  await page.getByRole('link', { name }).click();
  await shell.expectTitle(name);
  await shell.expectText('Azure doesn’t list the restore points of a soft-deleted disk.');
  await page.getByRole('button', { name: 'Undelete', exact: true }).click();
  await page.getByRole('textbox', { name: `Type ${name} to confirm` }).fill(name);
  await page.getByRole('button', { name: 'Undelete', exact: true }).click();
  await shell.expectText(`Undelete the backup of ${name}: Done`);
  await page.getByRole('link', { name: 'Restore', exact: true }).click();
  await shell.expectTitle('Restore');
});
