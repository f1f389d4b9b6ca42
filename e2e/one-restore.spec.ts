import { expect } from 'playwright/test';
import { LATE_RESTORE_MS, lateRestore, restoreThrottledBare } from './drivers/faults.ts';
import { goTo, slowDown } from './drivers/page.ts';
import type { Screens } from './drivers/screens.ts';
import { emptyStorage } from './drivers/storage.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** One press of Restore is one restore, however it is pressed. */

/** Ways in which one press comes as two; the answer to the first is seen between them. */
const twoPresses: Readonly<
  Record<string, (screens: Screens, seen: () => Promise<void>) => Promise<void>>
> = {
  'a double click': async ({ wizard }, seen) => {
    await wizard.restore();
    await seen();
    await wizard.clickAgain();
  },
  'Enter held down': async ({ keyboard, wizard }, seen) => {
    await keyboard.reachReady(wizard.restoreButton());
    await keyboard.hold('Enter', 3, seen);
  },
};

test.beforeEach(async ({ app }) => {
  const { wizard } = await app.open('/restore/new');
  await wizard.fill();
});

test(
  'a double click on Restore is one restore',
  { tag: proves('one press, one restore') },
  async ({ screens, azure }) => {
    await screens.wizard.restoreButton().dblclick();
    await screens.shell.expectText('Restore request accepted');
    expect(azure.sent()).toHaveLength(1);
    expect(await azure.accepted()).toHaveLength(1);
  },
);

test(
  'Enter held down on Restore is one restore',
  { tag: proves('one press, one restore') },
  async ({ screens, azure }) => {
    await screens.keyboard.reachReady(screens.wizard.restoreButton());
    await screens.keyboard.hold('Enter', 10);
    await screens.shell.expectText('Restore request accepted');
    expect(azure.sent()).toHaveLength(1);
    expect(await azure.accepted()).toHaveLength(1);
  },
);

for (const [way, pressTwice] of Object.entries(twoPresses)) {
  test(
    `${way}: a refusal in between is not sent anew`,
    { tag: proves('one press, one restore') },
    async ({ screens, azure, clock, faults }) => {
      const { shell, wizard } = screens;
      await faults.add(restoreThrottledBare);
      await pressTwice(screens, async () => expectRestoreRefused(screens, clock));
      await shell.expectText(/ rejected the restore$/);
      expect(azure.sent()).toHaveLength(1);
      await wizard.restoreAccepted();
      expect(azure.sent()).toHaveLength(2);
      expect(await azure.accepted()).toHaveLength(1);
    },
  );
}

test(
  'a double click on Next restores nothing: Restore comes to where it was',
  { tag: proves('one press, one restore') },
  async ({ page, screens, azure }) => {
    const { wizard } = screens;
    await goTo(page, new URL(page.url()).pathname.replace(/review$/, 'configuration'));
    await wizard.next('review');
    await expect(wizard.restoreButton()).toBeEnabled();
    await wizard.clickAgain();
    await wizard.restoreAccepted();
    expect(azure.sent()).toHaveLength(1);
  },
);

test(
  'a press in a second tab while the request is on its way is one restore',
  { tag: proves('one press, one restore') },
  async ({ app, page, screens, azure, clock, faults }) => {
    await faults.add(lateRestore);
    const second = await app.tab(new URL(page.url()).pathname);
    await second.keyboard.reachReady(second.wizard.restoreButton());
    await screens.keyboard.reachReady(screens.wizard.restoreButton());
    await screens.keyboard.press('Enter');
    await screens.shell.expectText('Sending the restore');
    await second.keyboard.press('Enter');
    await expect(second.wizard.restoreButton()).toHaveCount(0);
    await azure.expectReceived('restores.trigger', 1);
    // The answer takes its way between the tabs.
    await clock.pass(LATE_RESTORE_MS);
    await screens.shell.expectText('Restore request accepted');
    await clock.pass(90_000);
    await screens.job.expectOpen('Restore of testVM');
    expect(azure.sent()).toHaveLength(1);
    expect(await azure.accepted()).toHaveLength(1);
  },
);

/** How many times slower the second tab is than the first. */
const PACES = { 'as fast': 1, 'ten times slower': 10 };
for (const [pace, times] of Object.entries(PACES)) {
  test(
    `two tabs that press in one moment are one restore, the second one ${pace}`,
    { tag: proves('one press, one restore') },
    async ({ app, page, screens, azure }) => {
      const second = await app.tab(new URL(page.url()).pathname);
      await second.keyboard.reachReady(second.wizard.restoreButton());
      await slowDown(second.page, times);
      await screens.keyboard.reachReady(screens.wizard.restoreButton());
      await Promise.all([screens.keyboard.press('Enter'), second.keyboard.press('Enter')]);
      await screens.shell.expectText('Restore request accepted');
      await second.shell.expectText('Restore request accepted');
      expect(azure.sent()).toHaveLength(1);
      expect(await azure.accepted()).toHaveLength(1);
    },
  );
}

test(
  'going back and pressing again is one restore',
  { tag: proves('one press, one restore') },
  async ({ screens, azure, page }) => {
    await screens.wizard.restoreAccepted();
    await page.goBack();
    await expect(screens.wizard.restoreButton()).toHaveCount(0);
    await page.goForward();
    await expect(screens.wizard.restoreButton()).toHaveCount(0);
    expect(azure.sent()).toHaveLength(1);
  },
);

test(
  'storage that is emptied between press and answer loses nothing',
  { tag: proves('one press, one restore') },
  async ({ app, screens, azure, clock, faults, page }) => {
    await faults.add(lateRestore);
    await screens.wizard.restore();
    await screens.shell.expectText('Sending the restore');
    await azure.expectReceived('restores.trigger', 1);
    await emptyStorage(page);
    await clock.pass(LATE_RESTORE_MS);
    await screens.shell.expectText('Restore request accepted');
    await app.reload();
    await screens.shell.expectText('Restore request accepted');
    await clock.pass(90_000);
    await screens.job.expectOpen('Restore of testVM');
    expect(azure.sent()).toHaveLength(1);
    expect(await azure.accepted()).toHaveLength(1);
  },
);
