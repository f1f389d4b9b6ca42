import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { anotherUserRestores, powerInAzure } from './drivers/others.ts';
import { app01Beside, configure, fillApp01Beside, fillApp01Disks } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import {
  coresForbidden,
  lateJobList,
  lostRequest,
  neverAnswers,
  unreportedIds,
} from './drivers/faults.ts';
import { passUntil } from './drivers/page.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';
import { proves } from './set.ts';

/** What the three restores brought, scanned by axe. */

test('a new machine: empty, refused, filled in, at Review', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await expectAccessible(page, 'new machine, empty');
  await wizard.tryNext();
  await expect(wizard.refused.summary()).toBeFocused();
  await expectAccessible(page, 'new machine, refused');
  await configuration.fillNewMachine(app01Beside);
  await configuration.identity('User-assigned').check();
  await expect(configuration.identityId()).toBeVisible();
  await expectAccessible(page, 'new machine, filled in');
  await configuration.identity('None').check();
  await wizard.next('review');
  await expectAccessible(page, 'new machine, review');
});

test('disks: empty, refused, with a new group', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.legacyImg);
  await configuration.chooseType('Restore disks');
  await expect(configuration.asManagedDisks()).toBeVisible();
  await configuration.clearSuggestions('Resource group');
  await expectAccessible(page, 'disks, empty');
  await wizard.tryNext();
  await configuration.nameNewGroup('rg rescue');
  await expectAccessible(page, 'disks, refused');
});

test('a replacement: empty, refused, filled in, at Review', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await powerInAzure(screens.page, sources.app01, 'off');
  await configure(screens, sources.app01);
  await configuration.group('Replace existing').check();
  await expectAccessible(page, 'replacement, empty');
  await configuration.choose('Staging Location', app01Beside.staging);
  await wizard.next('review');
  await wizard.restore();
  await expectAccessible(page, 'replacement, refused');
  await wizard.confirmReplacement('app01');
  await expectAccessible(page, 'replacement, review');
});

test('an explanation under a radio and one under a list', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard } = screens;
  await configure(screens, sources.hrDb);
  await explanation.why('Replace existing').click();
  await keyboard.choose(
    configuration.list('Restore Type'),
    configuration.entry('Create new virtual machine'),
  );
  await expect(explanation.ofEntry('Create new virtual machine')).toBeVisible();
  await expectAccessible(page, 'explanations');
});

test('a list with entries that cannot be chosen', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await (await configuration.staging()).click();
  await expect(configuration.entry('stprodweuzrs (ZRS)')).toBeVisible();
  await expectAccessible(page, 'list with blocked entries', { isListOpen: true });
});

test('the three ways to reach the disks', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.payApi);
  await configuration.chooseType('Restore disks');
  await wizard.openStep('network-access');
  await configuration
    .networkAccess('Disable public access and enable private access (using disk access)')
    .check();
  await wizard.tryNext();
  await expect(configuration.list('Disk access')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 'network access, refused');
});

test('the bell, while there is nothing to tell', async ({ app, page }) => {
  const { notices } = await app.open('/instances', 'default');
  await notices.open();
  await expect(notices.dialog()).toBeFocused();
  await expectAccessible(page, 'bell, empty');
});

test('a notice as it comes, and behind the bell', async ({ app, page, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, notices } = screens;
  await fillApp01Beside(screens);
  await wizard.restoreAccepted();
  // The job's own page shows no notification of it.
  await shell.goTo('Vaults');
  await clock.pass(90_000);
  await expect(notices.told(/Azure accepted the restore of app01 to .+\./)).toBeVisible();
  await expectAccessible(page, 'notice');
  await notices.open();
  await expectAccessible(page, 'bell');
});

/** The list before a restore in each of its states, scanned by axe, wide and narrow. */

test('not checked', async ({ app, page, faults }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await faults.add(coresForbidden);
  await fillApp01Beside(screens);
  await preflight.expectLine('Core quota', 'Not checked');
  await expect(screens.wizard.restoreButton()).toBeEnabled();
  await expectAccessible(page, 'not checked');
});

test('being validated', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.expectLine('Validation by Azure', 'Checking');
  await expectAccessible(page, 'being validated');
});

test('ready', { tag: proves('Review is accessible') }, async ({ app, page, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.reachReady(clock);
  await expectAccessible(page, 'ready');
});

test('refused, with commands, in own colors and narrow', async ({ app, page }) => {
  const screens = await app.open('/instances', 'few-rights');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.expectLine('Your permissions in the network', 'Warning');
  await expectAccessible(page, 'refused');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await expect(preflight.heading()).toBeVisible();
});

/** What is between a press of Restore and its job, scanned by axe. */

async function open(app: App): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  await fillApp01Beside(screens);
  return screens;
}

test('on its way, late, and two jobs that could be it', async ({
  app,
  clock,
  faults,
  page,
  azure,
}) => {
  const screens = await app.open('/instances', 'default');
  await fillApp01Disks(screens);
  await faults.add(unreportedIds);
  await faults.add(neverAnswers);
  await screens.wizard.restore();
  await azure.expectReceived('restores.trigger', 1);
  await expect(screens.wizard.section('Sent restore')).toContainText('Elapsed time');
  await expectAccessible(page, 'sending');
  await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
  await clock.pass(31_000);
  await screens.shell.expectText('These jobs could be yours.');
  await expectAccessible(page, 'two jobs that could be it');
});

test('prepared, and held back for jobs that are unread', async ({ app, clock, faults, page }) => {
  const { shell, wizard } = await open(app);
  await faults.add(lateJobList);
  await wizard.restore();
  await shell.expectText('Preparing the restore');
  await expectAccessible(page, 'preparing');
  await clock.pass(10_000);
  await shell.expectText('Loading the restore jobs took longer than 10 seconds.');
  await expectAccessible(page, 'held back');
});

test('unknown, the choice after the search, and what the page shows then', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await open(app);
  const { shell, wizard } = screens;
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await expectAccessible(page, 'unknown');
  await fillApp01Beside(screens);
  await shell.expectText('Another draft might have the same target');
  await expectAccessible(page, 'the same target');
  await page.goBack();
  await passUntil(
    async () => clock.waitFor(170_000),
    async () => shell.text('That doesn’t prove that Azure never received the request.').isVisible(),
  );
  await expectAccessible(page, 'the choice');
  await shell.press('Open the draft again');
  await shell.expectText('An earlier request of this draft, from');
  await expectAccessible(page, 'an earlier request');
});

test('a job that was found', async ({ app, faults, page }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard } = screens;
  await fillApp01Disks(screens);
  await faults.add(unreportedIds);
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
  await shell.press('Search again now');
  await shell.expectText('Job found by search');
  await expectAccessible(page, 'a job that was found');
});
