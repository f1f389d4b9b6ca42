import { expect } from 'playwright/test';
import {
  acceptedButError,
  lateRestore,
  lostAnswer,
  neverAnswers,
  unreportedIds,
} from './drivers/faults.ts';
import { ourRestores, anotherUserRestores } from './drivers/others.ts';
import { app01Beside, fillApp01Beside, fillApp01Disks } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { type Azure, test } from './fixtures.ts';
import { proves } from './set.ts';

/** A new machine is made once, whatever happens between the press and the answer. */

/** One request was sent, one restore of ours was accepted, and this page shows its job. */
async function expectOurOneJob({ job, page }: Screens, azure: Azure): Promise<void> {
  await job.expectOpen('Restore of app01');
  const ours = await ourRestores(page);
  expect(ours).toHaveLength(1);
  await expect(page).toHaveURL(new RegExp(`/jobs/.*${ours[0]?.jobId ?? 'none'}`));
  expect(azure.sent()).toHaveLength(1);
}

test.beforeEach(async ({ app }) => {
  await app.open('/instances', 'default');
});

test('a double click makes one machine', async ({ screens, azure, clock }) => {
  await fillApp01Beside(screens);
  await screens.wizard.restoreButton().dblclick();
  await screens.shell.expectText('Restore request accepted');
  await clock.pass(90_000);
  await expectOurOneJob(screens, azure);
});

test('Enter held down makes one machine', async ({ screens, azure, clock }) => {
  await fillApp01Beside(screens);
  await screens.keyboard.reachReady(screens.wizard.restoreButton());
  await screens.keyboard.hold('Enter', 10);
  await screens.shell.expectText('Restore request accepted');
  await clock.pass(90_000);
  await expectOurOneJob(screens, azure);
});

test(
  'a reload right after pressing finds the one job',
  { tag: proves('a lost answer never becomes a second restore') },
  async ({ app, screens, azure, faults }) => {
    await fillApp01Beside(screens);
    await faults.add(lateRestore);
    await screens.wizard.restore();
    await expect.poll(async () => (await azure.accepted()).length).toBe(1);
    await app.reload();
    await expectOurOneJob(screens, azure);
  },
);

test('a tab closed before the answer is taken up again from Overview', async ({
  app,
  screens,
  page,
  azure,
  faults,
}) => {
  const keeper = await app.tab('/');
  await screens.shell.show();
  await fillApp01Beside(screens);
  await faults.add(lateRestore);
  await screens.wizard.restore();
  await expect.poll(async () => (await azure.accepted()).length).toBe(1);
  await page.close();
  await keeper.shell.show();
  await expect(keeper.drafts.line('app01')).toContainText('Restore was selected');
  await keeper.drafts.open('app01');
  await expectOurOneJob(keeper, azure);
});

for (const [what, fault] of [
  ['an answer lost on the way back', lostAnswer],
  ['a server error after Azure had accepted', acceptedButError],
] as const) {
  test(
    `${what} leads to the one job`,
    { tag: proves('a lost answer never becomes a second restore') },
    async ({ screens, azure, faults }) => {
      await fillApp01Beside(screens);
      await faults.add(fault);
      await screens.wizard.restore();
      await expectOurOneJob(screens, azure);
    },
  );
}

test('two tabs on one draft make one machine', async ({ app, screens, page, azure, clock }) => {
  await fillApp01Beside(screens);
  const second = await app.tab(new URL(page.url()).pathname);
  await second.keyboard.reachReady(second.wizard.restoreButton());
  await screens.keyboard.reachReady(screens.wizard.restoreButton());
  await Promise.all([screens.keyboard.press('Enter'), second.keyboard.press('Enter')]);
  for (const tab of [second, screens]) {
    await tab.shell.show();
    // A tab that hears late of the other's answer looks for the job instead, and finds it at once.
    const accepted = tab.shell.text('Restore request accepted');
    await expect(accepted.or(tab.shell.title('Restore of app01')).first()).toBeVisible();
  }
  await clock.pass(90_000);
  await screens.job.expectOpen('Restore of app01');
  await second.shell.show();
  await second.job.expectOpen('Restore of app01');
  await expectOurOneJob(screens, azure);
});

test(
  "another operator's machine of another name is not taken for ours",
  { tag: proves('a lost answer never becomes a second restore') },
  async ({ screens, page, azure, faults }) => {
    await fillApp01Beside(screens);
    await faults.add(lostAnswer);
    await anotherUserRestores(page, {
      instance: 'app01',
      group: app01Beside.group,
      vmName: 'app01-theirs',
    });
    await screens.wizard.restore();
    await expectOurOneJob(screens, azure);
  },
);

test("another operator's disks of the same moment are not taken for ours", async ({
  screens,
  page,
  azure,
  clock,
  faults,
}) => {
  await fillApp01Disks(screens);
  await faults.add(neverAnswers);
  await screens.wizard.restore();
  await expect.poll(async () => (await azure.accepted()).length).toBe(1);
  await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
  await clock.pass(31_000);
  await screens.job.expectOpen('Restore of app01');
  await screens.shell.expectText('This one has the ID of your request, so it’s yours.');
  const ours = (await ourRestores(page))[0]?.jobId ?? '';
  await expect(page).toHaveURL(new RegExp(ours));
  await expectOurOneJob(screens, azure);
});

test("another operator's disks of the same moment, where jobs report no ID: the person says which is theirs", async ({
  screens,
  page,
  azure,
  clock,
  faults,
}) => {
  const { wizard, configuration, shell } = screens;
  await fillApp01Disks(screens);
  await faults.add(unreportedIds);
  await faults.add(neverAnswers);
  await wizard.restore();
  await expect.poll(async () => (await azure.accepted()).length).toBe(1);
  const theirs = await anotherUserRestores(page, {
    instance: 'app01',
    group: app01Beside.group,
  });
  await clock.pass(31_000);
  await shell.expectText('These jobs could be yours.');
  await shell.expectText('your request arrived twice');
  await expect(configuration.list('Restore Type')).toHaveCount(0);
  const ours = (await ourRestores(page))[0]?.jobId ?? '';
  await expect(wizard.candidate(theirs)).toBeVisible();
  await wizard.candidate(ours).getByRole('button', { name: 'Use this job' }).click();
  await expectOurOneJob(screens, azure);
});
