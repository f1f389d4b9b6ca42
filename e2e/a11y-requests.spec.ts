import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { lateJobList, lostRequest, neverAnswers, unreportedIds } from './drivers/faults.ts';
import { anotherUserRestores } from './drivers/others.ts';
import { app01Beside, fillApp01Beside, fillApp01Disks } from './drivers/restores.ts';
import { passUntil } from './drivers/page.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, MATRIX, test } from './fixtures.ts';

/** What is between a press of Restore and its job, scanned by axe. */

async function open(app: App): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  await fillApp01Beside(screens);
  return screens;
}

test(
  'on its way, late, and two jobs that could be it',
  { tag: MATRIX },
  async ({ app, clock, faults, page, azure }) => {
    const screens = await app.open('/instances', 'default');
    await fillApp01Disks(screens);
    await faults.add(unreportedIds);
    await faults.add(neverAnswers);
    await screens.wizard.restore();
    await azure.expectReceived('restores.trigger', 1);
    await expect(screens.wizard.section('Sent restore')).toContainText('Elapsed time');
    await expectAccessible(page, 'sending');
    await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
    await clock.pass(31_000);
    await screens.shell.expectText('These jobs could be yours.');
    await expectAccessible(page, 'two jobs that could be it');
  },
);

test(
  'prepared, and held back for jobs that are unread',
  { tag: MATRIX },
  async ({ app, clock, faults, page }) => {
    const { shell, wizard } = await open(app);
    await faults.add(lateJobList);
    await wizard.restore();
    await shell.expectText('Preparing the restore');
    await expectAccessible(page, 'preparing');
    await clock.pass(10_000);
    await shell.expectText('Couldn’t load the restore jobs');
    await expectAccessible(page, 'held back');
  },
);

test('unknown, the choice after the search, and what the page shows then', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await open(app);
  const { shell, wizard } = screens;
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await expectAccessible(page, 'unknown');
  await fillApp01Beside(screens);
  await shell.expectText('Another draft might have started the same restore');
  await expectAccessible(page, 'the same target');
  await page.goBack();
  await passUntil(
    async () => clock.waitFor(170_000),
    async () => shell.text('Azure most likely never received the request.').isVisible(),
  );
  await expectAccessible(page, 'the choice');
  await shell.press('Open the draft again');
  await shell.expectText('An earlier request of this draft, from');
  await expectAccessible(page, 'an earlier request');
});

test('a job that was found', { tag: MATRIX }, async ({ app, faults, page }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard } = screens;
  await fillApp01Disks(screens);
  await faults.add(unreportedIds);
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
  await shell.press('Search again now');
  await shell.expectText('Job found by search');
  await expectAccessible(page, 'a job that was found');
});
