import { expect } from 'playwright/test';
import {
  expectAccessible,
  expectAccessibleInContrast,
  expectNoSidewaysScroll,
} from './drivers/a11y.ts';
import { coresForbidden } from './drivers/faults.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import { likeTest } from './like-test.ts';

/** The list before a restore in each of its states, scanned by axe, wide and narrow. */

likeTest('not checked', async ({ app, page, faults }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await faults.add(coresForbidden);
  await fillApp01Beside(screens);
  await preflight.expectLine('Cores left', 'Not checked');
  await expect(screens.wizard.restoreButton()).toBeEnabled();
  await expectAccessible(page, 'not checked');
});

likeTest('being validated', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.way('Validation by Azure', 'Validate').click();
  await preflight.expectLine('Validation by Azure', 'Checking');
  await expectAccessible(page, 'being validated');
});

likeTest('ready', async ({ app, page, clock }) => {
  const screens = await app.open('/instances', 'default');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.way('Validation by Azure', 'Validate').click();
  const looked = async (): Promise<string> => {
    await clock.waitFor(12_000);
    return preflight.line('Validation by Azure').innerText();
  };
  await expect.poll(looked).not.toContain('Checking');
  await preflight.expectSum('Ready.');
  await expectAccessible(page, 'ready');
});

likeTest('refused, with commands, in own colours and narrow', async ({ app, page }) => {
  const screens = await app.open('/instances', 'few-rights');
  const { preflight } = screens.wizard;
  await fillApp01Beside(screens);
  await preflight.expectLine('Your right to use the network', 'Not possible');
  await expectAccessible(page, 'refused');
  await expectAccessibleInContrast(page, 'refused');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await expect(preflight.heading()).toBeVisible();
});
