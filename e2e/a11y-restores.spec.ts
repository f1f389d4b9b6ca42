import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { powerInAzure } from './drivers/others.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** What the three restores brought, scanned by axe. */

test(
  'a new machine: empty, refused, filled in, at Review',
  { tag: MATRIX },
  async ({ app, page }) => {
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
  },
);

test('disks: empty, refused, with a new group', { tag: MATRIX }, async ({ app, page }) => {
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

test(
  'a replacement: empty, refused, filled in, at Review',
  { tag: MATRIX },
  async ({ app, page }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration } = screens;
    await powerInAzure(screens.page, sources.app01, 'off');
    await configure(screens, sources.app01);
    await configuration.group('Replace existing').check();
    await expectAccessible(page, 'replacement, empty');
    await wizard.tryNext();
    await configuration.choose('Staging Location', app01Beside.staging);
    await expectAccessible(page, 'replacement, refused');
    await configuration.confirmation().fill('app01');
    await wizard.next('review');
    await expectAccessible(page, 'replacement, review');
  },
);

test(
  'an explanation under a radio and one under a list',
  { tag: MATRIX },
  async ({ app, page }) => {
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
  },
);

test('a list with entries that cannot be chosen', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await (await configuration.staging()).click();
  await expect(configuration.entry('stprodweuzrs (ZRS)')).toBeVisible();
  await expectAccessible(page, 'list with blocked entries', { isListOpen: true });
});

test('the three ways to reach the disks', { tag: MATRIX }, async ({ app, page }) => {
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

test('the bell, while there is nothing to tell', { tag: MATRIX }, async ({ app, page }) => {
  const { notices } = await app.open('/instances', 'default');
  await notices.open();
  await expect(notices.dialog()).toBeFocused();
  await expectAccessible(page, 'bell, empty');
});

test('a notice as it comes, and behind the bell', { tag: MATRIX }, async ({ app, page, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, notices } = screens;
  await fillApp01Beside(screens);
  await wizard.restoreAccepted();
  // The job's own page shows no notification of it.
  await shell.goTo('Vaults');
  await clock.pass(90_000);
  await expect(notices.told('Azure accepted the restore of app01.')).toBeVisible();
  await expectAccessible(page, 'notice');
  await notices.open();
  await expectAccessible(page, 'bell');
});
