import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { expectRefused } from './drivers/configuration.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** A constraint tried on an example, and met in the wizard of the demo. */

const redundancy = 'The redundancy of the storage account';

test(
  'by the keyboard a fact is changed, and the verdict with it',
  { tag: proves('try a constraint in its example') },
  async ({ app }) => {
    const { example, keyboard } = await app.open('/rules?rule=staging.zrs');
    await example.expectVerdict('The constraint applies', /zone-redundant/i);
    await expect(example.differences()).toHaveText(['The account’s redundancy is ZRS']);
    await keyboard.reach(example.field(redundancy));
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await keyboard.press(key);
    await example.expectVerdict('The constraint doesn’t apply', 'don’t trigger it');
    await expect(example.differences()).toHaveCount(0);
    for (const key of ['End', 'Enter']) await keyboard.press(key);
    await example.expectVerdict('Not checked', 'Not known: the redundancy of the storage account');
    await keyboard.activate(example.button('Reset the example'));
    await example.expectVerdict('The constraint applies', /zone-redundant/i);
  },
);

test('what is typed counts as it is typed, and a fact may be not known', async ({ app }) => {
  const { example } = await app.open('/rules?rule=platform.vm-name.length');
  await example.expectVerdict('The constraint applies', 'at most 64 characters');
  await example.field('Virtual machine name').fill('web');
  await example.expectVerdict('The constraint doesn’t apply', 'don’t trigger it');
  await example.button('Reset the example').click();
  await expect(example.field('Virtual machine name')).toHaveValue(/^a{60,}/);
});

test('a number is typed, or said to be not known', async ({ app }) => {
  const { example } = await app.open('/rules?rule=replace.disk-count');
  const disks = 'How many disks the VM has';
  await example.expectVerdict('The constraint applies', 'disk');
  await example.field(disks).fill('1');
  await example.expectVerdict('The constraint doesn’t apply', 'don’t trigger it');
  await example.notKnown(disks).check();
  await example.expectVerdict('Not checked', 'Not known: how many disks the VM has');
  await expect(example.field(disks)).toBeDisabled();
});

test('what to do instead is done in the example, and what came of it is read out', async ({
  app,
}) => {
  const { example, keyboard } = await app.open('/rules?rule=csr.disabled');
  const instead = example.button('Do this instead: Keep the default subscription');
  await example.expectVerdict('The constraint applies', 'Cross Subscription Restore is off');
  await keyboard.activate(instead);
  await example.expectVerdict('The constraint doesn’t apply', 'don’t trigger it');
  await expect(example.verdict()).toBeFocused();
  await expect(instead).toHaveCount(0);
  await example.button('Reset the example').click();
  await expect(instead).toBeVisible();
  await example.button('Show where it doesn’t apply').click();
  await example.expectVerdict('The constraint doesn’t apply', 'don’t trigger it');
});

test('the wizard opens at the step, where the constraint speaks', async ({ app }) => {
  const { shell, example, wizard } = await app.open('/rules?rule=create-vm.name.unused', 'default');
  await example.openInWizard().click();
  await wizard.expectStep('configuration');
  await shell.expectText('The subscription already has a VM with this name.');
});

test('the wizard opens where the constraint refuses what is chosen in a list', async ({ app }) => {
  const { example, wizard, configuration, explanation, keyboard } = await app.open(
    '/rules?rule=csr.disabled',
    'default',
  );
  await example.openInWizard().click();
  await wizard.expectStep('configuration');
  const subscription = configuration.list('Subscription');
  await expectRefused(subscription, 'Cross Subscription Restore is off for this vault.');
  await keyboard.choose(subscription, configuration.entry('Contoso Production'));
  await expect(subscription).toHaveText('Contoso Production');
  await keyboard.choose(subscription, configuration.entry('Contoso Corporate'));
  await explanation.expectSays({
    rule: 'Cross Subscription Restore is off for this vault.',
    fact: 'Cross Subscription Restore is off',
    source: 'Restore Azure VMs',
  });
});

test('where the demo has no case, says where the constraint applies', async ({ app }) => {
  const { shell, example } = await app.open('/rules?rule=rest.trigger', 'default');
  await expect(example.demo()).toContainText('requests sent without a portal');
  await expect(example.openInWizard()).toHaveCount(0);
  await app.visit('/rules?rule=jobs.bytes');
  await shell.expectText('on the page of its backup job');
});

test('an explanation in the wizard leads to the page of the rule', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  await configure(screens, sources.hrDb);
  await screens.explanation.why('Replace existing').click();
  const opened = page.context().waitForEvent('page');
  await screens.shell.follow('replace.encrypted (opens in a new tab)');
  const tab = await opened;
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Constraint replace.encrypted');
});

test('the page with an example is accessible in every theme', async ({ app, page }) => {
  const { example } = await app.open('/rules?rule=replace.disk-count', 'default');
  await example.expectVerdict('The constraint applies', 'disk');
  await expect(example.openInWizard()).toBeVisible();
  await expectAccessible(page, 'constraint with an example');
  await example.button('Show where it doesn’t apply').click();
  await expectAccessible(page, 'constraint that is silent');
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('an example with long names fits', async ({ app, page }) => {
    const { example } = await app.open('/rules?rule=platform.vm-name.length', 'default');
    await example.expectVerdict('The constraint applies', 'at most 64 characters');
    await expectNoSidewaysScroll(page);
  });

  test('an example with long entries in its lists fits', async ({ app, page }) => {
    const { example } = await app.open('/rules?rule=identity.permissions', 'default');
    await example.expectVerdict('The constraint applies', /./);
    await expectNoSidewaysScroll(page);
  });

  test('an example with many fields fits', async ({ app, page }) => {
    const { example } = await app.open('/rules?rule=rest.body.required.vm', 'default');
    await example.expectVerdict('The constraint applies', /./);
    await expectNoSidewaysScroll(page);
  });
});
