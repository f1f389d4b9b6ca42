import { expect } from 'playwright/test';
import { bareSource } from './drivers/faults.ts';
import { pageOf, sources } from './drivers/world.ts';
import { allRead, goTo } from './drivers/page.ts';
import { fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import { test } from './fixtures.ts';

/** A VM, its backup instance, restore point, NICs and disks of which Azure returns only what it must. */

/** What a value that is missing looks like. */
const HOLE = /\b(undefined|null|NaN|Invalid Date)\b|\[object /;

test('every screen works for a source that reports only what it must', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, shell, job } = screens;
  await faults.add(bareSource);
  const main = page.getByRole('main');
  const isWhole = async () => {
    await allRead(page);
    await expect(main).not.toContainText(HOLE);
  };
  await goTo(page, pageOf.app01);
  await shell.expectTitle('app01');
  await isWhole();
  for (const step of ['instance', 'restore-point', 'configuration', 'network-access'] as const) {
    await goTo(page, sources.app01.start);
    await wizard.openStep(step);
    await isWhole();
  }
  await fillApp01Beside(screens);
  await isWhole();
  await wizard.tickWarnings();
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await clock.pass(3_600_000);
  await isWhole();
});
