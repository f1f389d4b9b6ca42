import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { coresForbidden } from './drivers/faults.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import { MATRIX, test } from './fixtures.ts';

/** The list before a restore in each of its states, scanned by axe, wide and narrow. */

test('not checked', { tag: MATRIX }, async ({ app, page, faults }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await faults.add(coresForbidden);
  await fillApp01Beside(screens);
  await preflight.expectLine('Core quota', 'Not checked');
  await expect(screens.wizard.restoreButton()).toBeEnabled();
  await expectAccessible(page, 'not checked');
});

test('being validated', { tag: MATRIX }, async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.expectLine('Validation by Azure', 'Checking');
  await expectAccessible(page, 'being validated');
});

test('ready', async ({ app, page, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.reachReady(clock);
  await expectAccessible(page, 'ready');
});

test('refused, with commands, in own colors and narrow', { tag: MATRIX }, async ({ app, page }) => {
  const screens = await app.open('/instances', 'few-rights');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.expectLine('Your permissions in the network', 'Warning');
  await expectAccessible(page, 'refused');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await expect(preflight.heading()).toBeVisible();
});
