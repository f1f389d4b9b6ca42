import { expect, type Page } from 'playwright/test';
import { allRead } from './drivers/page.ts';
import { openDraftOf, writtenRules } from './drivers/rules.ts';
import { app01Beside, configure, configureByHand, fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/world.ts';
import type { Step } from './drivers/wizard.ts';
import { test } from './fixtures.ts';

/** An error stands at the fact that it is about, with what mends it; and a step has its check mark because it is valid. */

/** Kinds of facts that block, each by a rule that the demo has a draft for: its check, and the way on. */
const KINDS = [
  ['power state', 'platform.replace.running', 'Power state of the source VM', /^Check again/],
  ['account', 'staging.region', 'Staging Location', 'Go to Configuration'],
  ['redundancy', 'staging.zrs', 'Staging Location', 'Go to Configuration'],
  ['network', 'create-vm.vnet.same-region', 'Network and addresses', 'Go to Configuration'],
  ['tier', 'point.tier.snapshot-only.no-replace', 'Restore point and snapshot', 'Go to '],
  ['permission', 'identity.permissions', 'Managed identity', 'Go to Configuration'],
  ['encryption', 'replace.encrypted', 'All other constraints', 'Go to Configuration'],
  ['identity', 'identity.on-vault', 'Managed identity', 'Go to Configuration'],
  ['name', 'create-vm.name.unused', 'Names', 'Go to Configuration'],
  ['subscription', 'csr.same-tenant', 'All other constraints', /^(Go to|Do this instead)/],
  ['region', 'crr.staging.secondary-region', 'Staging Location', 'Go to Configuration'],
] as const;

for (const [kind, id, check, action] of KINDS) {
  test(`${kind}: the error stands once, at its check, with its action`, async ({
    app,
    troubles,
  }) => {
    // The page still requests deleted machines, and the browser logs the 404.
    troubles.expectRefusals();
    const screens = await app.open('/rules', 'default');
    const { page, wizard } = screens;
    const rule = writtenRules().find((one) => one.id === id);
    await openDraftOf(screens, id);
    await wizard.openStep('review');
    await allRead(page);
    const sentence = page
      .getByRole('table', { name: 'Checks', exact: true })
      .getByText(rule?.says ?? id, { exact: true });
    await expect(sentence).toHaveCount(1);
    const line = wizard.preflight.line(check);
    await expect(line).toContainText(rule?.says ?? id);
    const actions = line.getByRole('button', { name: action });
    await expect(actions.first()).toBeVisible();
    const part = await line.getByRole('cell').nth(3).innerText();
    globalThis.console.info(
      `${kind} × ${check} (${part}) × ${(await actions.first().innerText()).trim()}`,
    );
  });
}

test('the step that holds a replacement back has its action, and beside Restore it stands once more', async ({
  app,
}) => {
  const screens = await app.open('/rules', 'default');
  const { page, wizard } = screens;
  await openDraftOf(screens, 'platform.replace.running');
  await wizard.openStep('review');
  await allRead(page);
  const name = /^Shut down /;
  await expect(wizard.courseStep(/1 Shut down/).getByRole('button', { name })).toBeVisible();
  await expect(wizard.needs().getByRole('button', { name })).toBeVisible();
  await expect(page.getByRole('button', { name })).toHaveCount(2);
});

/** Counts the presses of a person on the page from now on. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const root = document.documentElement;
    root.dataset['presses'] = '0';
    const count = (event: Event) => {
      if (event.isTrusted) root.dataset['presses'] = String(Number(root.dataset['presses']) + 1);
    };
    addEventListener('click', count, { capture: true });
  });
  return async () => await page.evaluate(() => Number(document.documentElement.dataset['presses']));
}

test('from the row of a VM that runs to a Replace that can be sent: six presses, two names', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/instances', 'default');
  const { page, instances, wizard } = screens;
  await instances.search('app01');
  await expect(page.getByRole('button', { name: 'Restore app01: options' })).toHaveCount(1);
  const presses = await countPresses(page);
  const menu = await instances.restoreMenu('app01');
  await menu.getByRole('link', { name: 'Replace' }).click();
  await wizard.expectStep('configuration');
  await allRead(page);
  await wizard.next('review');
  await wizard.shutDown('app01', clock);
  await wizard.preflight.expectLine('Power state of the source VM', 'Passed');
  await wizard.confirmReplacement('app01');
  await allRead(page);
  await expect(wizard.needs()).toHaveCount(0);
  await expect(wizard.restoreButton()).toBeEnabled();
  const pressed = await presses();
  globalThis.console.info(
    `list row × sendable Replace, VM running: ${String(pressed)} presses, 2 names`,
  );
  expect(pressed).toBeLessThanOrEqual(6);
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

/** Ways in which steps come to be filled in. */
const FILLED: readonly (readonly [by: string, fill: (screens: Screens) => Promise<void>])[] = [
  [
    'suggestion',
    async ({ page, instances, configuration, wizard }) => {
      await instances.search('app01');
      const menu = await instances.restoreMenu('app01');
      await menu.getByRole('link', { name: 'Disks' }).click();
      await wizard.expectStep('configuration');
      await allRead(page);
      if ((await configuration.list('Resource group').innerText()) === 'Select one')
        await configuration.choose('Resource group', app01Beside.group);
      await wizard.openStep('review');
    },
  ],
  [
    'hand',
    async (screens) => {
      await configureByHand(screens, sources.app01);
      await screens.configuration.fillNewMachine(app01Beside);
      await screens.wizard.next('review');
    },
  ],
  ['old draft', fillApp01Beside],
  [
    'link',
    async (screens) => {
      await configure(screens, sources.app01);
      await screens.configuration.fillNewMachine(app01Beside);
      await screens.wizard.openStep('review');
    },
  ],
];
const CHECKED: readonly Step[] = ['datasource', 'instance', 'restore-point', 'configuration'];

for (const [by, fill] of FILLED) {
  test(`steps filled in by ${by} have their check marks at Review`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { page, wizard } = screens;
    await fill(screens);
    await allRead(page);
    for (const step of CHECKED) {
      await wizard.expectStepState(step, 'complete');
      globalThis.console.info(`${step} × ${by} × check mark`);
    }
  });
}

test('a step that is not valid has no tick, whether it was visited or not', async ({ app }) => {
  const { wizard } = await app.open(sources.app01.start, 'default');
  await wizard.expectStep('configuration');
  await wizard.openStep('review');
  await wizard.expectStepState('configuration', 'incomplete');
});
