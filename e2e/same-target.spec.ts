import { expect } from 'playwright/test';
import { colleagueRestores, fillApp01ByCommvault } from './drivers/commvault.ts';
import { DiskChecks, reviewDisk, withDisks } from './drivers/disks.ts';
import { emptyBags, forbidden, lateCommServe } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { anotherUserRestores, anotherUserRestoresDisk } from './drivers/others.ts';
import { app01Beside, fillApp01Beside } from './drivers/restores.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Review says when a restore to the same target is in progress, whoever started it and through whichever service. */

const line = 'Other restores to this target';
const ofDisk = 'Other restores to this disk';
const { group, name } = app01Beside;

/** The person can't list the jobs of a vault. */
const listForbidden = forbidden('jobs.list');

test(
  'a colleague’s restore to the same new VM: a warning that leads to its job',
  { tag: proves('a colleague’s restore to the same target is seen') },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { preflight } = screens.wizard;
    await anotherUserRestores(screens.page, { instance: 'app01', group, vmName: name });
    await fillApp01Beside(screens);
    await preflight.expectLine(line, 'Warning', `Another restore is creating ${name} in ${group}.`);
    await preflight.expectSum('Checking: 2 warnings, 1 not checked.');
    const job = preflight
      .line(line)
      .getByRole('link', { name: /^Restore of app01, in progress since/ });
    await job.click();
    await screens.job.expectOpen('Restore of app01');
  },
);

test('a colleague’s restore to a new VM of this name in another group says by which job, and when it is free', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/instances', 'default');
  const { page, shell, wizard } = screens;
  const { preflight } = wizard;
  await fillApp01Beside(screens);
  await preflight.expectLine(line, 'Passed');
  await allRead(page);
  const theirs = { instance: 'app01', group: 'rg-web', vmName: 'APP01-Night' };
  await anotherUserRestores(page, theirs);
  await clock.waitFor(40_000);
  await wizard.restore();
  await shell.expectText('The restore wasn’t sent');
  await shell.expectText('Another restore might have the same target');
  expect(azure.sent()).toHaveLength(0);
  await preflight.expectLine(line, 'Warning', 'Another restore is creating APP01-Night in rg-web.');
  await preflight.expectLine(line, 'Warning', 'only once in a subscription');
  await preflight.expectLine(line, 'Warning', 'The name is free only if that restore ends');
  await preflight.expectLine(line, 'Warning', 'permission for its job in rsv-prod-weu');
  await expect(preflight.line(line)).toContainText('vaults/backupJobs/cancel/action');
  await preflight
    .line(line)
    .getByRole('link', { name: /^Restore of app01, in progress since/ })
    .click();
  await screens.job.expectOpen('Restore of app01');
});

test('a job that reports no target might be the same one; of another VM it is not checked', async ({
  app,
  clock,
  faults,
}) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await faults.add(emptyBags);
  await anotherUserRestores(screens.page, { instance: 'app01', group, vmName: name });
  await fillApp01Beside(screens);
  await preflight.expectLine(line, 'Warning', /2 restores of app01 .* might be the same one/);
  await clock.pass(2 * 3_600_000);
  // By then only sql-erp-02 is being restored, as it is every 90 minutes.
  await preflight.expectLine(line, 'Not checked', 'A restore of another VM in this vault');
});

test('restores that can’t be read are not checked, and are read again', async ({ app, faults }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await faults.add(listForbidden);
  await fillApp01Beside(screens);
  await preflight.expectLine(
    line,
    'Not checked',
    'You don’t have permission to view the restores in progress',
  );
  // Some dependencies of the line came late and caused another request.
  await allRead(screens.page);
  await faults.remove(listForbidden.id);
  await preflight.way(line, /^Check again/).click();
  await preflight.expectLine(line, 'Passed');
});

test('a disk: a restore to the same disk warns and leads to its job', async ({ app }) => {
  const screens = withDisks(await app.open('/restore/new', 'default'));
  const wanted = {
    disk: 'app01_DataDisk_0',
    point: '4 Jun 2025, 22:00',
    subscription: 'Contoso Production',
    group: 'rg-app-prod',
    name: 'app01-again',
  };
  await anotherUserRestoresDisk(screens.page, wanted);
  await reviewDisk(screens, wanted);
  const checks = new DiskChecks(screens.page);
  await checks.expectLine(ofDisk, 'Warning', 'creating app01-again in rg-app-prod');
  await checks
    .line(ofDisk)
    .getByRole('link', { name: /in progress since/ })
    .click();
  await screens.job.expectOpen('Restore of app01_DataDisk_0');
});

test('a colleague’s restore through Commvault to the same new VM leads to its job, too', async ({
  app,
  clock,
}) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await colleagueRestores(screens.page, { name, group });
  await clock.pass(90_000);
  await fillApp01Beside(screens);
  await preflight.expectLine(line, 'Warning', `Another restore is creating ${name} in ${group}.`);
  await preflight
    .line(line)
    .getByRole('link', { name: /^Restore of app01, in progress since/ })
    .click();
  await screens.job.expectOpen('Restore of app01');
});

test('one that starts after the Summary was shown holds the press back, and can be meant', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/', 'default');
  const { page, shell, wizard } = screens;
  await fillApp01ByCommvault(screens);
  await wizard.preflight.expectLine(line, 'Passed', 'No restore in progress has this target.');
  await colleagueRestores(page, { name: 'app01-restored-0604', group: 'rg-app-prod' });
  // What was on its way by then must not see it: the Summary would show it before the press.
  await allRead(page);
  await clock.waitFor(40_000);
  await wizard.restore();
  await shell.expectText('The restore wasn’t sent');
  await shell.expectText('Another restore might have the same target');
  // The colleague's leaves from this page, too.
  expect(azure.sent()).toHaveLength(1);
  await wizard.preflight.expectLine(
    line,
    'Warning',
    'Another restore is creating app01-restored-0604',
  );
  await expect(wizard.restoreButton()).toBeDisabled();
  await shell.checkbox('Start this restore as well').check();
  await wizard.shownWarnings(line).check();
  await wizard.restoreAccepted();
  expect(azure.sent()).toHaveLength(2);
});

test('a CommServe that doesn’t answer at the press holds it back by name, and can be left out', async ({
  app,
  azure,
  faults,
}) => {
  const screens = await app.open('/instances', 'default');
  const { page, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await wizard.preflight.expectLine(line, 'Passed');
  await allRead(page);
  await faults.add(lateCommServe);
  await wizard.restore();
  // Only real time brings the deadline: a jump would pass it for what answers, too.
  await shell.expectText('Preparing the restore');
  const why = 'Restores that took too long to load: commserve.contoso.example';
  await shell.expectText('The restore wasn’t sent');
  await shell.expectText(why);
  await wizard.preflight.expectLine(line, 'Not checked', why);
  expect(azure.sent()).toHaveLength(0);
  await app.reload();
  await shell.expectText('because not all could be checked');
  await shell.press('Restore anyway');
  await shell.expectText('Restore request accepted');
  expect(azure.sent()).toHaveLength(1);
  expect(await azure.accepted()).toHaveLength(1);
});

test('a CommServe that refuses its list at the press holds it back; what Review shows doesn’t', async ({
  app,
  azure,
  faults,
}) => {
  const screens = await app.open('/instances', 'default');
  const { page, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await wizard.preflight.expectLine(line, 'Passed');
  await allRead(page);
  await faults.add(forbidden('commvaultJobs.list'));
  await wizard.restore();
  const why = 'Restores that couldn’t be read: commserve.contoso.example';
  await shell.expectText(why);
  await wizard.preflight.expectLine(line, 'Not checked', why);
  expect(azure.sent()).toHaveLength(0);
  // The person has read that it isn't checked.
  await wizard.restoreAccepted();
  expect(azure.sent()).toHaveLength(1);
});

test('a warning that is drawn between a click and its submission sends nothing', async ({
  app,
  azure,
}) => {
  const screens = await app.open('/instances', 'default');
  const { page, wizard } = screens;
  await anotherUserRestores(page, { instance: 'app01', group, vmName: name });
  await fillApp01Beside(screens);
  await wizard.preflight.expectLine(line, 'Warning', `Another restore is creating ${name}`);
  await wizard.submitPastButton();
  await allRead(page);
  await expect(wizard.restoreButton()).toBeDisabled();
  expect(azure.sent()).toEqual([]);
});

test(
  'two drafts of one target pressed in one moment are one restore',
  { tag: proves('two drafts of one target are one restore') },
  async ({ app, azure }) => {
    const screens = await app.open('/instances', 'default');
    await fillApp01Beside(screens);
    const second = await app.tab('/instances');
    await fillApp01Beside(second);
    await screens.keyboard.reachReady(screens.wizard.restoreButton());
    await second.keyboard.reachReady(second.wizard.restoreButton());
    await Promise.all([screens.keyboard.press('Enter'), second.keyboard.press('Enter')]);
    await azure.expectReceived('restores.trigger', 1);
    const held = [screens, second].map(({ page }) =>
      page.getByText('Another draft might have the same target').count(),
    );
    await expect
      .poll(async () => (await Promise.all(held)).filter((count) => count > 0).length)
      .toBe(1);
    expect(await azure.accepted()).toHaveLength(1);
  },
);
