import { expect } from 'playwright/test';
import { allRead, expectFocusStays, goTo, passUntil } from './drivers/page.ts';
import {
  jobsForbidden,
  LATE_RESTORE_MS,
  lateRestore,
  lostRequest,
  pointsForbidden,
  restoreForbidden,
} from './drivers/faults.ts';
import { pageOf, sources } from './drivers/world.ts';
import { expectRestoreRefused, kinds } from './drivers/presses.ts';
import { configure, fillApp01Beside } from './drivers/restores.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** A press that takes its own button away hands the focus on: never to nothing. */

test.beforeEach(async ({ app }) => {
  await app.open('/instances', 'default');
});

for (const [what, { fill, operation, service, review }] of Object.entries(kinds)) {
  test(
    `the restore of ${what}: the heading of what follows takes the focus and keeps it`,
    { tag: provesIf(what === 'a machine', 'the focus stays with what follows a press') },
    async ({ azure, clock, faults, screens }) => {
      const { keyboard, shell, wizard } = screens;
      await fill(screens, clock);
      await faults.add(lateRestore);
      await keyboard.activate(wizard.restoreButton());
      await shell.expectText('Sending the restore');
      await expect(wizard.stage('Sending the restore')).toBeFocused();
      await azure.expectReceived(operation, 1);
      await clock.pass(LATE_RESTORE_MS);
      // A CommServe may know the job already: its page follows at once.
      const next = wizard.stage('Restore request accepted').or(shell.title(/^Restore of /));
      await expect(next).toBeFocused();
    },
  );

  test(`the restore of ${what} that is refused: the heading of Review takes the focus`, async ({
    clock,
    faults,
    page,
    screens,
  }) => {
    const { keyboard, shell, wizard } = screens;
    await fill(screens, clock);
    await faults.add(restoreForbidden);
    await keyboard.activate(wizard.restoreButton());
    await expect(wizard.stage(`${service} rejected the request`)).toBeFocused();
    await expectRestoreRefused({ shell }, clock, `${service} rejected the restore`);
    await expect(page.getByRole('heading', { level: 2, name: review })).toBeFocused();
  });
}

test('who has gone elsewhere meanwhile stays there', async ({ azure, clock, faults, screens }) => {
  const { keyboard, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(lateRestore);
  await keyboard.activate(wizard.restoreButton());
  await expect(wizard.stage('Sending the restore')).toBeFocused();
  await shell.skipLink().focus();
  await azure.expectReceived('restores.trigger', 1);
  await clock.pass(LATE_RESTORE_MS);
  await shell.expectText('Restore request accepted');
  await expect(wizard.section('Sent restore')).toContainText(/Targetapp01-night.*Elapsed time/);
  await expect(shell.skipLink()).toBeFocused();
});

test('an outcome that is unknown: the draft that is opened again, and what follows', async ({
  clock,
  faults,
  screens,
}) => {
  const { keyboard, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(lostRequest);
  await wizard.restore();
  await expect(wizard.stage('Outcome unknown')).toBeFocused();
  await passUntil(
    async () => clock.waitFor(170_000),
    async () => shell.button('Open the draft again').isVisible(),
  );
  await keyboard.activate(shell.button('Open the draft again'));
  await expect(wizard.heading('review')).toBeFocused();
  await keyboard.activate(shell.button('Search for it'));
  await expect(wizard.stage('Outcome unknown')).toBeFocused();
});

test('a draft that is discarded although a restore may run for it', async ({
  clock,
  faults,
  page,
  screens,
}) => {
  const { drafts, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(lostRequest);
  await wizard.restore();
  // What is read before it is sent has its own limit, which this would pass by.
  await expect(wizard.stage('Outcome unknown')).toBeVisible();
  await passUntil(
    async () => clock.waitFor(170_000),
    async () => shell.button('Open the draft again').isVisible(),
  );
  await shell.press('Open the draft again');
  await wizard.expectStep('review');
  await goTo(page, '/');
  await drafts.line('app01').getByRole('button').press('Enter');
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
  await expect(question).toHaveCount(0);
  await expect(drafts.line('app01')).toHaveCount(0);
  await expectFocusStays(page);
});

test('a draft that is discarded', async ({ page, screens }) => {
  const { drafts, shell } = screens;
  await configure(screens, sources.app01);
  await goTo(page, '/');
  await shell.expectText('Restores in progress');
  const discard = drafts.line('app01').getByRole('button');
  await discard.press('Enter');
  await expect(discard).toHaveCount(0);
  await expectFocusStays(page);
});

test('Check again, refused once more and then not', async ({ faults, page, screens }) => {
  const { shell, wizard } = screens;
  await faults.add(pointsForbidden);
  await configure(screens, sources.app01);
  await wizard.openStep('restore-point');
  await shell.expectAlert('You don’t have permission to view the restore points.');
  await shell.button('Check again').press('Enter');
  await allRead(page);
  await shell.expectAlert('You don’t have permission to view the restore points.');
  await expectFocusStays(page);
  await faults.remove(pointsForbidden.id);
  await shell.button('Check again').press('Enter');
  await expect(wizard.point('4 Jun 2025, 22:03')).toBeVisible();
  await expectFocusStays(page);
});

test('a job that can’t be read, and then is', async ({ faults, page, screens }) => {
  const { job, jobs, shell } = screens;
  // The list reads its restores, and other pages those that run.
  await faults.add(jobsForbidden);
  await goTo(page, '/jobs?range=7d&status=completedWithWarnings');
  await jobs.expectVisible();
  await jobs.row('web-fe-07').getByRole('link').first().click();
  await shell.expectAlert('You don’t have permission to view this job.');
  await faults.remove(jobsForbidden.id);
  await shell.button('Check again').press('Enter');
  await job.expectProgress('Completed with warnings');
  await expect(shell.title(/./)).toBeFocused();
});

test('a job that is canceled: its command keeps the focus', async ({ page, screens }) => {
  const { job, overview } = screens;
  await goTo(page, '/');
  await overview.openRunning('app01');
  await job.cancel('Cancel the job');
  await expect(job.command('Cancel')).toBeFocused();
});

test('a notice that is dismissed gives the focus back', async ({ clock, page, screens }) => {
  const { notices, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await wizard.restoreAccepted();
  await shell.goTo('Backup instances');
  await clock.pass(90_000);
  const accepted = /Azure accepted the restore of app01 to .+\./;
  await notices.dismissal(accepted).press('Enter');
  await expect(notices.told(accepted)).toHaveCount(0);
  await expectFocusStays(page);
  await notices.barButton('Hide').press('Enter');
  await expect(notices.bar()).toHaveCount(0);
  await expectFocusStays(page);
});

test('points that are cleared, and a line that is put away', async ({ page, screens }) => {
  const { instance, shell } = screens;
  await goTo(page, pageOf.sqlErp);
  await instance.point('4 Jun 2025, 21:31').press('Space');
  await shell.button('Clear selection').press('Enter');
  await expect(shell.button('Clear selection')).toHaveCount(0);
  await expectFocusStays(page);
  await page.getByRole('button', { name: 'Hide this message' }).press('Enter');
  await expect(shell.content()).toBeFocused();
});
