import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { machineForbidden } from './drivers/faults.ts';
import { openDraftOf } from './drivers/rules.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** Every no has an answer: where a value comes from, why a field is not there, and what it would cost. */

test('a fact says what it was read from, and when', async ({ app, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { explanation } = screens;
  await configure(screens, sources.hrDb);
  const explained = {
    rule: 'Replace existing doesn’t support encrypted VMs.',
    fact: 'Read from the restore points, the source VM, and the disks of the source VM',
    source: '30 Nov 2024',
  };
  await explanation.why('Replace existing').click();
  // Time passes once all of it is read.
  await explanation.expectSays(explained);
  await explanation.hideWhy('Replace existing').click();
  await clock.waitFor(180_000);
  await explanation.why('Replace existing').click();
  await explanation.expectSays({ ...explained, fact: `${explained.fact}, 3 min ago.` });
});

test('explains a hidden field by keyboard, with what to do instead', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard, wizard } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await wizard.answers.unfoldHidden();
  const why = wizard.answers.whyNo('Virtual network');
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await keyboard.activate(why);
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await explanation.expectSays({
    rule: 'Restoring disks creates no VM, so name, network, and subnet don’t apply.',
    fact: 'Restore Type: Restore disks',
    source: 'Restore Azure VMs',
  });
  await keyboard.activate(explanation.instead('Restore Type: Create new virtual machine'));
  await expect(configuration.list('Virtual network')).toBeFocused();
  await expect(configuration.list('Restore Type')).toHaveText('Create new virtual machine');
});

test('a zone that is not offered names the clause and the fact', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, wizard } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await wizard.answers.unfoldHidden();
  await wizard.answers.whyNo('Availability Zone').click();
  await explanation.expectSays({
    rule: 'Availability Zone isn’t offered',
    fact: 'Read from',
    source: '30 Nov 2024',
  });
});

test('a name that is taken says so, and another is taken by keyboard', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard, wizard } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill('web-fe-07');
  await wizard.expectStepState('configuration', 'has errors');
  await wizard.tryNext();
  await keyboard.activate(explanation.whyRefused('Virtual machine name'));
  await explanation.expectSays({
    rule: 'The subscription already has a VM with this name.',
    fact: 'Read from the names of the VMs',
    source: '30 Nov 2024',
  });
  await expect(wizard.refused.summary()).toContainText(
    'Do this instead: Virtual machine name: web-fe-07-2',
  );
  await keyboard.activate(explanation.instead('Virtual machine name: web-fe-07-2'));
  await expect(configuration.name()).toBeFocused();
  await expect(configuration.name()).toHaveValue('web-fe-07-2');
});

test('an account that cannot be used leads to one that can', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  const staging = await configuration.staging();
  await keyboard.choose(staging, configuration.entry('stprodweuzrs (ZRS)'));
  await keyboard.activate(
    explanation.instead('Choose an account with LRS or GRS: stprodweu01 (LRS)'),
  );
  await expect(staging).toBeFocused();
  await expect(staging).toHaveText('stprodweu01 (LRS)');
});

test('a point that is archived stays in the list, and explains itself', async ({ app, page }) => {
  const screens = await app.open('/rules', 'default');
  await openDraftOf(screens, 'point.archive');
  const { explanation, wizard } = screens;
  await wizard.expectStep('restore-point');
  await explanation.whyAny().first().click();
  await explanation.expectSays({
    rule: 'This restore point is archived.',
    fact: 'Read from the restore points',
    source: 'Restore Center',
  });
  await explanation.insteadLike(/^Do this instead: Choose another restore point: /).click();
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
});

test('shows what a kind of restore costs before it is chosen, with why', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, page, wizard } = screens;
  await configure(screens, sources.filesHq);
  await wizard.answers.unfold();
  const costs = page.getByRole('list', {
    name: 'What to expect: Create new virtual machine',
  });
  await expect(costs).toContainText('More than one NIC requires Restore disks.');
  await expect(costs).toContainText('host name');
  await costs
    .getByRole('button', { name: 'Why: More than one NIC requires Restore disks.' })
    .click();
  await explanation.expectSays({
    fact: 'The VM has 2 NICs',
    source: '30 Nov 2024',
  });
  await explanation.instead('Restore disks').click();
  await expect(configuration.list('Restore Type')).toHaveText('Restore disks');
  await expect(page.getByRole('list', { name: 'Next backup' })).toContainText('isn’t backed up');
});

test('an identity of the vault is taken from beside the field', async ({ app, page }) => {
  const screens = await app.open('/rules', 'default');
  await openDraftOf(screens, 'platform.identity-id.kind');
  const { configuration, wizard } = screens;
  await wizard.expectStep('configuration');
  const own = page.getByRole('list', { name: 'Identities of the vault' });
  await own.getByRole('button').first().click();
  await expect(configuration.identityId()).toBeFocused();
  await expect(configuration.identityId()).toHaveValue(/\/userAssignedIdentities\//);
  const id = await configuration.identityId().inputValue();
  await configuration.identityId().fill(id.toUpperCase());
  await expect(configuration.identityId()).toHaveAccessibleDescription(/IDs aren’t case-sensitive/);
});

test('retries a failed read beside the choice', async ({ app, faults }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, page } = screens;
  await faults.add(machineForbidden);
  await configure(screens, sources.webFe);
  const again = page.getByRole('button', { name: 'Read the source VM again' }).first();
  await expect(again).toBeVisible();
  await faults.remove(machineForbidden.id);
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(configuration.group('Replace existing')).toHaveAttribute('aria-disabled', 'false');
});

test('the answers are accessible in every theme', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, wizard } = screens;
  await configure(screens, sources.filesHq);
  await configuration.chooseType('Restore disks');
  await wizard.answers.unfold();
  await wizard.answers.askForHidden();
  await expectAccessible(page, 'answers of Configuration');
});
