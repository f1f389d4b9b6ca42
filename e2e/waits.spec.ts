import { once, pointsNeverCome } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { pageOf } from './drivers/world.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Fault } from './drivers/simulated.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** What is shown when Azure asks a read to wait: with its end, for long and for a short while. */

const throttled = (operation: string, retryAfterSeconds: number): Fault =>
  once(operation, { kind: 'throttle', retryAfterSeconds });

test(
  'shows a wait of 45 minutes with its end at once, and a person can retry before',
  { tag: proves('a pause that Azure asks for is shown and obeyed') },
  async ({ app, azure, faults, troubles }) => {
    troubles.expectRefusals();
    const { page, shell } = await app.open('/instances', 'default');
    await faults.add(throttled('recoveryPoints.list', 2700));
    await goTo(page, pageOf.app01);
    await shell.expectAlert('Too many requests. Couldn’t load the restore points.');
    await shell.expectAlert(/Azure requires a pause until \d+ Jun 2025, \d\d:\d\d\./);
    await shell.press('Try again');
    await shell.expectText('4 Jun 2025, 22:03');
    await azure.expectReceived('recoveryPoints.list', 2);
  },
);

test('Review says until when Azure asks to wait, and opens by itself then', async ({
  app,
  clock,
  faults,
  troubles,
}) => {
  troubles.expectRefusals();
  const screens = await app.open('/instances', 'default');
  await faults.add(throttled('storageAccounts.list', 60));
  await fillApp01Beside(screens);
  await screens.shell.expectText('Loading what the checks need.');
  await screens.shell.expectText(/Too many requests. Retrying at \d\d:\d\d:\d\d\./);
  await clock.pass(66_000);
  await screens.wizard.preflight.expectLine('Staging Location', 'Passed', 'stprodweu01');
});

/** Nothing waits without an end. */

test('restore points that never come are waited for up to a limit, and then read again', async ({
  app,
  clock,
  faults,
}) => {
  const { page, shell } = await app.open('/instances', 'default');
  await faults.add(pointsNeverCome);
  await goTo(page, pageOf.app01);
  await shell.expectReading('the restore points');
  await clock.waitFor(10_000);
  await shell.expectText('This takes longer than usual.');
  await clock.waitFor(90_000);
  await shell.expectAlert('Couldn’t reach Azure to load the restore points.');
  await faults.remove(pointsNeverCome.id);
  await shell.press('Try again');
  await shell.expectText('4 Jun 2025, 22:03');
});
