import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { DiskAfterwards, DiskChecks, reviewDisk, validated, withDisks } from './drivers/disks.ts';
import { once } from './drivers/faults.ts';
import { deleteInAzure, grantInAzure } from './drivers/others.ts';
import { passUntil } from './drivers/page.ts';
import { type App, test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

/** Next steps after the restore of a disk, and roles whose answer is lost (document 002). */

const target = 'Disk Restore Operator on the target resource group';
const inErp = { subscription: 'Contoso Production', group: 'rg-erp', name: 'erp-again' };
const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const fromAbove = {
  scope: production,
  role: 'b50d9833-a0cb-478e-945f-707fcc997c13',
  vault: `${production}/resourceGroups/rg-backup-weu/providers/Microsoft.DataProtection/backupVaults/bv-prod-weu`,
};
/** The system disk of sql-erp-02, as of its newest point. */
const erpSystem = { disk: 'sql-erp-02_OsDisk', point: '4 Jun 2025, 21:00' };
const why = /no longer needs Disk Restore Operator on rg-restore-weu/;

/** Review of a restore for which the vault's identity lacks its role on the target group. */
async function reviewWithoutRole(app: App): Promise<DiskChecks> {
  const screens = withDisks(await app.open('/restore/new', 'default'));
  const checks = new DiskChecks(screens.page);
  await reviewDisk(screens, { ...erpSystem, ...inErp });
  await checks.expectLine(target, 'Missing');
  return checks;
}

/** The job of a data disk that was restored into rg-restore-weu. */
async function openJob(app: App) {
  const screens = await app.open('/jobs?range=7d&datasource=disk', 'default');
  await screens.shell.follow('Restore of app01_DataDisk_0');
  await screens.job.expectProgress('Completed');
  return { ...screens, after: new DiskAfterwards(screens.page) };
}

test(
  'a data disk: detach and attach, with the real names, and the guides of its system',
  { tag: proves('attach a restored disk') },
  async ({ app, page }) => {
    const { after } = await openJob(app);
    await expect(after.part()).toContainText('detach it, then attach the restored disk');
    await expect(after.part()).toContainText(
      /az vm disk detach .*--resource-group 'rg-app-prod' --vm-name 'app01' --name 'app01_DataDisk_0'/,
    );
    await expect(after.part()).toContainText(
      /az vm disk attach .*--vm-name 'app01' --disks '.*\/disks\/check_app01_DataDisk_0'/,
    );
    await expect(
      after.part().getByRole('link', { name: 'Attach a data disk to a Linux VM' }),
    ).toHaveAttribute(
      'href',
      /virtual-machines\/linux\/attach-disk-portal#attach-an-existing-disk$/,
    );
    await expect(after.part().getByRole('link', { name: /Windows/ })).toHaveCount(0);
    await expectAccessible(page, 'what is left to do');
  },
);

test('the steps stay when the disk has gone, without a way to use it', async ({
  app,
  faults,
  page,
}) => {
  faults.expectRefusals();
  const { after } = await openJob(app);
  await expect(after.part()).toContainText('az vm disk attach');
  const disk = `${production}/resourceGroups/rg-restore-weu/providers/Microsoft.Compute/disks/check_app01_DataDisk_0`;
  await deleteInAzure(page, disk);
  await app.reload();
  await expect(page.getByRole('region', { name: 'Restored disk' })).toContainText(
    'Not found: the disk was removed or never created.',
  );
  await expect(after.part()).toContainText(why);
  await expect(after.part()).not.toContainText('az vm disk attach');
});

test('an OS disk: its machine is stopped, the disk swapped, the machine started', async ({
  app,
  clock,
}) => {
  const screens = withDisks(await app.open('/restore/new', 'default'));
  await reviewDisk(screens, { ...erpSystem, ...inErp, group: 'rg-restore-weu' });
  await validated(screens, clock);
  await restoreStarted(screens, clock, 'Restore of sql-erp-02_OsDisk');
  const after = new DiskAfterwards(screens.page);
  await expect(after.part()).toHaveCount(0);
  await clock.pass(600_000);
  await expect(after.part()).toContainText(
    /az vm deallocate .*'sql-erp-02'.*az vm update .*--os-disk '.*erp-again'.*az vm start/s,
  );
  await expect(
    after.part().getByRole('link', { name: 'Swap the OS disk of a Windows VM' }),
  ).toBeVisible();
});

test('the role is taken from the vault, by keyboard, and what is left is read back', async ({
  app,
  azure,
}) => {
  const { after } = await openJob(app);
  await expect(after.part()).toContainText(why);
  await expect(after.role()).toHaveText('The identity still has it.');
  await after.revoke().press('Enter');
  await after.answer('Keep it');
  await expect(after.revoke()).toBeFocused();
  expect(await azure.received('roleAssignments.revokeForGroup')).toHaveLength(0);
  await after.revoke().press('Enter');
  await after.answer('Revoke Disk Restore Operator');
  await expect(after.role()).toHaveText('Confirmed by Azure: the identity doesn’t have it.');
  await expect(after.part().getByText(why)).toBeFocused();
  await expect(after.revoke()).toHaveCount(0);
});

test('a role that could not be taken is still held, and can be taken again', async ({
  app,
  clock,
  faults,
}) => {
  const { after } = await openJob(app);
  await faults.add(once('roleAssignments.revokeForGroup', { kind: 'status', status: 403 }));
  await after.revoke().click();
  await after.answer('Revoke Disk Restore Operator');
  await expect(after.part().getByText('Azure rejected the request, perhaps')).toBeVisible();
  await passUntil(
    async () => clock.waitFor(16_000),
    async () => after.part().getByRole('alert').isVisible(),
  );
  await expect(after.part().getByRole('alert')).toContainText('Couldn’t revoke the role.');
  await expect(after.part().getByRole('alert')).toContainText('Request ID');
  await after.revoke().click();
  await after.answer('Revoke Disk Restore Operator');
  await expect(after.role()).toHaveText('Confirmed by Azure: the identity doesn’t have it.');
});

test('a role that was given is read back, though the answer was lost', async ({ app, faults }) => {
  const checks = await reviewWithoutRole(app);
  await faults.add(once('roleAssignments.grantForGroup', { kind: 'answer-lost' }));
  await checks.way(target, 'Assign Disk Restore Operator').click();
  await checks.expectLine(target, 'Assigned, not in effect yet', 'can take about 15 minutes');
});

test('a role from the subscription counts in its groups, after a quarter of an hour', async ({
  app,
  page,
  clock,
}) => {
  const checks = await reviewWithoutRole(app);
  await grantInAzure(page, fromAbove);
  await checks.section().getByRole('button', { name: 'Check again' }).click();
  await checks.expectLine(target, 'Assigned, not in effect yet');
  await clock.pass(15 * 60_000 + 1000);
  await checks.expectLine(target, 'Passed', 'on rg-erp, inherited from its subscription');
});

test('a role that also comes from above is not taken away there', async ({ app, page }) => {
  const { after } = await openJob(app);
  await expect(after.role()).toHaveText('The identity still has it.');
  await grantInAzure(page, fromAbove);
  await app.reload();
  await expect(after.part()).toContainText('The identity also has it from its subscription');
  await after.revoke().click();
  await after.answer('Revoke Disk Restore Operator');
  await expect(after.revoke()).toHaveCount(0);
  await expect(after.role()).toHaveText('The identity still has it.');
});
