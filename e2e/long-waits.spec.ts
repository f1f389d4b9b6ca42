import { pointsNeverCome } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { pageOf } from './drivers/world.ts';
import { test } from './fixtures.ts';

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
