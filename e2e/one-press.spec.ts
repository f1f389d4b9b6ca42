import { expect, type Locator } from 'playwright/test';
import { openStartedTask } from './drivers/commvault.ts';
import { openDeploy } from './drivers/deploy.ts';
import { FileRecovery } from './drivers/files.ts';
import { allRead } from './drivers/page.ts';
import { pressTwiceAtOnce } from './drivers/keyboard.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/world.ts';
import { type Clock, test } from './fixtures.ts';
import { provesIf } from './set.ts';

/**
 * Buttons that start something, pressed more often than once: one request leaves. `every-write.test.ts` has all of them;
 * here are those that only a browser can press.
 */

const MINUTE = 60_000;

interface Start {
  /** The operation of the simulated service. */
  readonly operation: string;
  /** Comes to where it can be pressed. */
  readonly ready: (screens: Screens, clock: Clock) => Promise<Locator>;
}

const starts: Readonly<Record<string, Start>> = {
  Restore: {
    operation: 'restores.trigger',
    ready: async (screens) => {
      await fillApp01Beside(screens);
      return screens.wizard.restoreButton();
    },
  },
  Purchase: {
    operation: 'deployments.create',
    ready: async (screens, clock) => {
      const deploy = await openDeploy(screens, clock);
      await deploy.field('virtualMachineName').fill('app01-night');
      await deploy.validate(clock, /Azure accepts the template: 3 resources/);
      await deploy.page.getByRole('checkbox', { name: /I have read this/ }).check();
      return deploy.page.getByRole('button', { name: 'Purchase' });
    },
  },
  'the kill of a Commvault job': {
    operation: 'commvaultJobs.kill',
    ready: async (screens, clock) => {
      await openStartedTask(screens, 'out of place');
      await clock.pass(2 * MINUTE);
      await screens.job.command('Cancel').click();
      return screens.page.getByRole('button', { name: 'Cancel the job' });
    },
  },
  'a guarded action': {
    operation: 'recoveryPoints.unmount',
    ready: async (screens, clock) => {
      const files = new FileRecovery(screens.page);
      await files.getScript(sources.app01, clock);
      await files.button('Unmount disks').click();
      await screens.page.getByRole('textbox', { name: 'Type app01 to confirm' }).fill('app01');
      return files.button('Unmount disks');
    },
  },
};

for (const [name, { operation, ready }] of Object.entries(starts)) {
  test(
    `${name}, pressed twice in one tick, starts once`,
    { tag: provesIf(name === 'Purchase', 'two presses in one tick are one') },
    async ({ app, azure, clock }) => {
      const screens = await app.open('/instances', 'default');
      await pressTwiceAtOnce(await ready(screens, clock));
      await azure.expectReceived(operation, 1);
      await clock.pass(10_000);
      await allRead(screens.page);
      expect(await azure.received(operation)).toHaveLength(1);
    },
  );

  test(`${name}, by an Enter that is held, starts once`, async ({ app, azure, clock }) => {
    const screens = await app.open('/instances', 'default');
    const button = await ready(screens, clock);
    await expect(button).toBeEnabled();
    await button.focus();
    await screens.keyboard.hold('Enter', 10);
    await azure.expectReceived(operation, 1);
    await clock.pass(10_000);
    await allRead(screens.page);
    expect(await azure.received(operation)).toHaveLength(1);
  });
}

test('an Enter that is held opens a question and doesn’t answer it', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/', 'default');
  await openStartedTask(screens, 'out of place');
  await clock.pass(2 * MINUTE);
  await screens.job.command('Cancel').focus();
  await screens.keyboard.hold('Enter', 10);
  await expect(
    screens.page.getByRole('alertdialog', { name: /^Cancel this job of / }),
  ).toBeVisible();
  expect(await azure.received('commvaultJobs.kill')).toHaveLength(0);
});
