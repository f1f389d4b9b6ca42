import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import {
  ask,
  DiskChecks,
  type DiskTarget,
  reviewDisk,
  validated,
  validating,
  withDisks,
} from './drivers/disks.ts';
import { forbidden } from './drivers/faults.ts';
import { deleteInAzure, revokeInAzure } from './drivers/others.ts';
import { passUntil } from './drivers/page.ts';
import { type App, type Clock, test } from './fixtures.ts';
import { proves } from './set.ts';

/** What a Backup vault needs before it can restore a disk, and Azure's own look at it (document 002). */

const target = 'Disk Restore Operator on the target resource group';
const key = 'Reader on the disk encryption set';
const snapshotRole = 'Disk Snapshot Contributor on the snapshot resource group';
const identity = 'Managed identity of the vault';
const names = [identity, target, key, snapshotRole, 'Incremental snapshots'];

const app01 = {
  disk: 'app01_DataDisk_0',
  point: '4 Jun 2025, 22:00',
  subscription: 'Contoso Production',
  group: 'rg-app-prod',
  name: 'app01-again',
};
const erp = { ...app01, disk: 'sql-erp-02_OsDisk', point: '4 Jun 2025, 21:00', group: 'rg-erp' };
const ledger = {
  disk: 'fin-ledger-01_DataDisk_0',
  point: '4 Jun 2025, 22:30',
  subscription: 'Contoso Corporate',
  group: 'rg-restore-eus2',
  name: 'ledger-again',
};
const dc = {
  ...ledger,
  disk: 'dc-hq-01_OsDisk',
  point: '4 Jun 2025, 20:00',
  group: 'rg-identity',
};

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const appGroup = `${production}/resourceGroups/rg-app-prod`;
const vaultGroup = `${production}/resourceGroups/rg-backup-weu`;

type Wanted = DiskTarget & { readonly disk: string; readonly point: string };

/** Review of the restore of a disk. */
async function review(app: App, wanted: Wanted) {
  const screens = withDisks(await app.open('/restore/new', 'default'));
  await reviewDisk(screens, wanted);
  return { ...screens, checks: new DiskChecks(screens.page) };
}

/** Azure has ended its look, as these words say. */
async function ended(checks: DiskChecks, clock: Clock, text: RegExp): Promise<void> {
  await passUntil(
    async () => clock.pass(60_000),
    async () => checks.isValidation(text),
  );
}

test(
  'everything is in place, each with what was found',
  { tag: proves('check an Azure disk before its restore') },
  async ({ app, page }) => {
    const { checks } = await review(app, app01);
    for (const name of names) await checks.expectLine(name, 'Passed');
    await checks.expectLine(target, 'Passed', 'Disk Restore Operator on rg-app-prod');
    await checks.expectLine(key, 'Passed', 'Not needed');
    await expect(checks.section()).toContainText('Updated');
    await expectAccessible(page, 'prerequisites in place');
  },
);

test('a missing role is given, counts after 15 minutes, and validation starts by itself', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const { checks, wizard } = await review(app, erp);
  await checks.expectLine(target, 'Missing', 'lacks Disk Restore Operator on rg-erp');
  await ask(page, checks.press('Validate'));
  await ended(checks, clock, /^Failed at/);
  await checks.press(`Show: ${target}`).click();
  await expect(checks.name(target).first()).toBeFocused();
  await checks.way(target, 'Assign Disk Restore Operator').click();
  await checks.expectLine(target, 'Assigned, not in effect yet', 'can take about 15 minutes');
  await expect(checks.validation()).toContainText('Validation then starts automatically.');
  await clock.pass(5 * 60_000);
  await checks.expectLine(target, 'Assigned, not in effect yet', /left\./);
  await expect(wizard.restoreButton()).toBeDisabled();
  await clock.pass(10 * 60_000 + 1000);
  // Time that jumped before Azure has taken the question would be lost.
  await checks.expectValidation('Azure is validating these parameters.');
  expect(await azure.received('diskRestores.validate')).toHaveLength(2);
  await ended(checks, clock, /^Succeeded at/);
  await expect(wizard.restoreButton()).toBeEnabled();
});

test('the key’s set: Reader is given where the disk is under a customer’s key', async ({
  app,
  clock,
  page,
}) => {
  const { checks } = await review(app, ledger);
  await checks.expectLine(key, 'Missing', 'lacks Reader');
  await ask(page, checks.press('Validate'));
  await ended(checks, clock, /^Failed at/);
  await checks.press(`Show: ${key}`).click();
  await checks.way(key, 'Assign Reader').click();
  await checks.expectLine(key, 'Assigned, not in effect yet');
});

test('a vault without an identity says so, and the validation leads there', async ({
  app,
  clock,
  page,
}) => {
  const { checks, wizard } = await review(app, dc);
  await checks.expectLine(identity, 'Missing', 'bv-hq-neu has no managed identity');
  await checks.expectLine(target, 'Missing', 'Requires the managed identity');
  await ask(page, checks.press('Validate'));
  await ended(checks, clock, /^Failed at/);
  await expectAccessible(page, 'a failed validation');
  await checks.press(`Show: ${identity}`).click();
  await expect(checks.name(identity).first()).toBeFocused();
  await expect(wizard.restoreButton()).toBeDisabled();
});

test('a person who cannot give roles gets the command for one who can', async ({ app }) => {
  const { checks } = await review(app, { ...app01, group: 'rg-readonly-weu' });
  await checks.expectLine(target, 'Missing', 'You don’t have permission to assign roles there.');
  await checks.expectLine(target, 'Missing', /az role assignment create .*rg-readonly-weu/);
  await expect(checks.way(target, 'Assign Disk Restore Operator')).toHaveCount(0);
});

test('snapshots that are gone lead to another point', async ({ app }) => {
  const { checks, wizard } = await review(app, { ...erp, point: '29 May 2025, 21:00' });
  await checks.expectLine(
    'Incremental snapshots',
    'Missing',
    'Azure lists no snapshot of the restore point',
  );
  await checks.way('Incremental snapshots', 'Select another restore point').click();
  await wizard.expectStep('restore-point');
});

test('a look that takes too long is given up, and asked for again', async ({
  app,
  clock,
  page,
}) => {
  const { checks, wizard } = await review(app, app01);
  await validating(page);
  await expect(checks.validation()).toContainText('In progress for');
  await checks.press('Stop waiting').click();
  await checks.expectValidation(/^Not validated yet/);
  await ask(page, checks.press('Validate'));
  await ended(checks, clock, /^Succeeded at/);
  await expect(wizard.restoreButton()).toBeEnabled();
});

test('a reload during validation loses nothing, not even the answer', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const { checks, wizard } = await review(app, app01);
  await validating(page);
  await passUntil(
    async () => clock.pass(20_000),
    async () => (await azure.received('diskOperations.status')).length > 0,
  );
  await app.reload();
  await checks.expectValidation('Azure is validating these parameters.');
  await ended(checks, clock, /^Succeeded at/);
  await app.reload();
  await checks.expectValidation(/^Succeeded at/);
  await expect(wizard.restoreButton()).toBeEnabled();
  expect(await azure.received('diskRestores.validate')).toHaveLength(1);
});

test('a name that another restore takes fails the validation, which leads to the name', async ({
  app,
  clock,
  page,
}) => {
  const first = await review(app, app01);
  await validated(first, clock);
  await first.wizard.restoreAccepted();
  const screens = withDisks(first);
  await reviewDisk(screens, app01);
  await validating(page);
  await ended(first.checks, clock, /^Failed at/);
  await first.checks.press('Change the name').click();
  await expect(screens.diskWizard.name()).toBeFocused();
  await expect(screens.diskWizard.name()).toHaveValue(app01.name);
});

test('a group that is gone fails the validation, which leads to the group', async ({
  app,
  clock,
  page,
  troubles,
}) => {
  // Azure answers requests about a deleted group with an error.
  troubles.expectRefusals();
  const { checks, diskWizard } = await review(app, { ...app01, group: 'rg-restore-weu' });
  await checks.expectLine(target, 'Passed');
  await validating(page);
  await checks.press('Stop waiting').click();
  await deleteInAzure(page, `${production}/resourceGroups/rg-restore-weu`);
  await ask(page, checks.press('Validate'));
  // By its timers alone: were all read again, the group would be missed before Azure has answered.
  await passUntil(
    async () => clock.waitFor(60_000),
    async () => checks.isValidation(/^Failed at/),
  );
  await checks.press('Change the resource group').click();
  await diskWizard.expectParameters();
  await expect(diskWizard.list('Target resource group')).toBeFocused();
  await expect(diskWizard.name()).toHaveValue(app01.name);
});

test('a snapshot that is gone fails the validation, which leads to the points', async ({
  app,
  clock,
  page,
}) => {
  const { checks, wizard } = await review(app, {
    ...erp,
    group: 'rg-restore-weu',
    point: '29 May 2025, 21:00',
  });
  await ask(page, checks.press('Validate'));
  await ended(checks, clock, /^Failed at/);
  await checks.press('Select another restore point').click();
  await wizard.expectStep('restore-point');
});

test(
  'a role revoked between validation and Restore is noticed, and nothing is sent',
  { tag: proves('a role revoked before the press is noticed') },
  async ({ app, azure, clock, page }) => {
    const screens = await review(app, app01);
    const { checks, wizard } = screens;
    await validated(screens, clock);
    await revokeInAzure(page, appGroup, 'b50d9833-a0cb-478e-945f-707fcc997c13');
    await wizard.restore();
    await checks.expectLine(target, 'Missing');
    await expect(wizard.restoreButton()).toBeDisabled();
    expect(azure.sent()).toHaveLength(0);
    await checks.expectValidation(new RegExp(`is no longer valid\\. Missing now: ${target}`));
    await checks.way(target, 'Assign Disk Restore Operator').click();
    await checks.expectLine(target, 'Assigned, not in effect yet');
    await checks.expectValidation(
      new RegExp(`is no longer valid\\. Assigned since then: ${target}`),
    );
    await expect(wizard.restoreButton()).toBeDisabled();
  },
);

test('the snapshot group’s role, revoked, fails the validation and is given again', async ({
  app,
  clock,
  page,
}) => {
  const { checks } = await review(app, app01);
  await checks.expectLine(snapshotRole, 'Passed');
  await validating(page);
  await checks.press('Stop waiting').click();
  await revokeInAzure(page, vaultGroup, '7efff54f-a5b4-42b5-a1c5-5411624893ce');
  await ask(page, checks.press('Validate'));
  await ended(checks, clock, /^Failed at/);
  await checks.press(`Show: ${snapshotRole}`).click();
  await checks.section().getByRole('button', { name: 'Check again' }).click();
  await checks.expectLine(snapshotRole, 'Missing');
  await checks.way(snapshotRole, 'Assign Disk Snapshot Contributor').click();
  await checks.expectLine(snapshotRole, 'Assigned, not in effect yet');
});

test('a failed read does not pass, and is requested again', async ({ app, faults }) => {
  await app.open('/', 'default');
  const rolesForbidden = forbidden('roleAssignments.listForGroup');
  await faults.add(rolesForbidden);
  const { checks } = await review(app, app01);
  await checks.expectLine(target, 'Not checked', 'Couldn’t be read');
  await faults.remove(rolesForbidden.id);
  await checks.way(target, `Check again: ${target}`).click();
  await checks.expectLine(target, 'Passed');
  await expect(checks.name(target).first()).toBeFocused();
});
