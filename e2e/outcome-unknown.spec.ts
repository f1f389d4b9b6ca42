import { expect } from 'playwright/test';
import {
  lateGroups,
  lateJobList,
  lostAnswer,
  lostRequest,
  neverAnswers,
  offline,
  unreportedIds,
} from './drivers/faults.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { anotherUserRestores } from './drivers/others.ts';
import { app01Beside, fillApp01Beside, fillApp01Disks } from './drivers/restores.ts';
import { appData, reviewDisk, validated, withDisks } from './drivers/disks.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** From the press until its outcome is known, nothing else can start the same restore unseen. */

test.beforeEach(async ({ app }) => {
  await app.open('/instances', 'default');
});

test(
  'the draft is closed in every tab until the search has ended, and then the person decides',
  { tag: proves('an unknown outcome closes the draft until it’s decided') },
  async ({ app, azure, clock, faults, page, screens }) => {
    const { shell, wizard } = screens;
    await fillApp01Beside(screens);
    await faults.add(lostRequest);
    await wizard.restore();
    await shell.expectText('Outcome unknown');
    await expect(wizard.restoreButton()).toHaveCount(0);
    await expect(shell.button('Open the draft again')).toHaveCount(0);
    const second = await app.tab(new URL(page.url()).pathname);
    await second.shell.expectText('Outcome unknown');
    await expect(second.wizard.restoreButton()).toHaveCount(0);
    await second.shell.show();
    await second.shell.goTo('Overview');
    await expect(second.drafts.line('app01').getByRole('button')).toHaveCount(0);
    await shell.show();
    await passUntil(
      async () => clock.waitFor(170_000),
      async () =>
        shell.text('That doesn’t prove that Azure never received the request.').isVisible(),
    );
    await shell.expectText(/Searched \d+ times, from 02:\d\d to 0[23]:\d\d\./);
    await shell.press('Open the draft again');
    await shell.expectText('An earlier request of this draft, from');
    expect(azure.sent()).toHaveLength(1);
    await wizard.restoreAccepted();
    expect(azure.sent()).toHaveLength(2);
    expect(await azure.accepted()).toHaveLength(1);
  },
);

test('another draft for the same target shows the open one before it can be sent', async ({
  azure,
  faults,
  screens,
}) => {
  const { shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('Outcome unknown');
  await fillApp01Beside(screens);
  await shell.expectText('Another draft might have the same target');
  await expect(wizard.restoreButton()).toBeDisabled();
  await shell.checkbox('Start this restore as well').check();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('asks about jobs that cannot be read in time before anything is sent', async ({
  azure,
  clock,
  faults,
  screens,
}) => {
  const { shell, wizard, job } = screens;
  await fillApp01Disks(screens);
  await faults.add(unreportedIds);
  await faults.add(lateJobList);
  await wizard.restore();
  await shell.expectText('Preparing the restore');
  await clock.pass(10_000);
  await shell.expectText('Loading the restore jobs took longer than 10 seconds.');
  expect(azure.sent()).toHaveLength(0);
  await faults.add(lostAnswer);
  await shell.press('Restore anyway');
  await shell.expectText('Outcome unknown');
  await faults.remove(lateJobList.id);
  await clock.pass(120_000);
  await shell.press('Search again now');
  await shell.expectText('This job could be yours.');
  await shell.press('Use this job');
  await job.expectOpen('Restore of app01');
  expect(await azure.accepted()).toHaveLength(1);
});

test('without a look that comes back for ten minutes the search stops and says so, and a press looks again', async ({
  azure,
  clock,
  faults,
  screens,
}) => {
  const { shell, wizard } = screens;
  await fillApp01Disks(screens);
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await faults.add(offline);
  await passUntil(
    async () => clock.waitFor(170_000),
    async () => shell.text('for ten minutes, so the search has stopped.').isVisible(),
  );
  await expect(shell.button('Open the draft again')).toBeVisible();
  await faults.remove(offline.id);
  await shell.press('Search again now');
  await shell.expectText('No job found yet.');
  expect(azure.sent()).toHaveLength(1);
});

test('a job that was taken for ours can be given back, and is not taken again', async ({
  azure,
  faults,
  page,
  screens,
}) => {
  const { shell, wizard, job } = screens;
  await fillApp01Disks(screens);
  await faults.add(unreportedIds);
  await faults.add(lostRequest);
  const draft = new URL(page.url()).pathname;
  await wizard.restore();
  await shell.expectText('No job found yet.');
  await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
  await shell.press('Search again now');
  await job.expectOpen('Restore of app01');
  await shell.expectText('Job found by search');
  await shell.press('This isn’t my restore');
  await shell.expectText('Outcome unknown');
  await expect(page).toHaveURL(new RegExp(draft));
  await shell.expectText('No job found yet.');
  expect(azure.sent()).toHaveLength(1);
});

test('a job of another request stays listed and the draft closed, until the person decides', async ({
  azure,
  clock,
  faults,
  page,
  screens,
}) => {
  const { shell, wizard, job } = screens;
  await fillApp01Disks(screens);
  await faults.add(lostRequest);
  await wizard.restore();
  await shell.expectText('No job found yet.');
  const theirs = await anotherUserRestores(page, {
    instance: 'app01',
    group: app01Beside.group,
  });
  await shell.press('Search again now');
  await shell.expectText('Another request started this job');
  await expect(wizard.candidate(theirs)).toContainText('by another request');
  // The search has ended, and the draft is still closed.
  await clock.waitFor(700_000);
  await expect(wizard.candidate(theirs)).toBeVisible();
  await expect(shell.button('Open the draft again')).toHaveCount(0);
  await shell.press('None of these jobs');
  await shell.expectText('You said that 1 job isn’t yours, so it isn’t listed.');
  await passUntil(
    async () => clock.waitFor(170_000),
    async () => shell.text('If one that you ruled out is yours').isVisible(),
  );
  await expect(shell.button('Open the draft again')).toBeVisible();
  await expect(shell.text('never received the request')).toHaveCount(0);
  await shell.press('Show this job again');
  await wizard.candidate(theirs).getByRole('button', { name: 'Use this job' }).click();
  await job.expectOpen('Restore of app01');
  await shell.expectText('You selected this job from the search results.');
  expect(azure.sent()).toHaveLength(1);
});

test('a request on its way shows its age, and its job is looked for beside it', async ({
  azure,
  clock,
  faults,
  screens,
}) => {
  const { wizard, job } = screens;
  await fillApp01Beside(screens);
  await faults.add(neverAnswers);
  await wizard.restore();
  const sent = wizard.section('Sent restore');
  await expect(sent).toContainText('PlanCreates a new VM app01-night in rg-restore-weu');
  await expect(sent).toContainText('Targetapp01-night, rg-restore-weu, Contoso Production');
  await expect(sent).toContainText(/Client request ID[0-9a-f-]{36}/);
  await azure.expectReceived('restores.trigger', 1);
  await clock.pass(20_000);
  await expect(sent).toContainText(/Elapsed time2\d s/);
  await clock.pass(11_000);
  await job.expectOpen('Restore of app01');
  expect(await azure.accepted()).toHaveLength(1);
});

test('what was confirmed is what is sent: nothing can be changed while it is prepared', async ({
  azure,
  clock,
  faults,
  page,
  screens,
}) => {
  const { shell, wizard } = screens;
  const target = {
    subscription: 'Contoso Production',
    group: 'rg-app-prod',
    name: 'as-confirmed',
  };
  await reviewDisk(withDisks(screens), { ...appData, ...target });
  await validated(withDisks(screens), clock);
  await faults.add(lateGroups);
  const reads = (await azure.received('groups.list')).length;
  const draft = new URL(page.url()).pathname;
  await wizard.restore();
  await shell.expectText('Preparing the restore');
  await azure.expectReceived('groups.list', reads + 1);
  await goTo(page, draft.replace('review', 'configuration'));
  await shell.expectText('Preparing the restore');
  await expect(withDisks(screens).diskWizard.name()).toHaveCount(0);
  await clock.waitFor(8000);
  await shell.expectText('Restore request accepted');
  const disk = { resourceName: 'as-confirmed' };
  expect(await azure.requests()).toMatchObject([
    { body: { restoreTargetInfo: { datasourceInfo: disk } } },
  ]);
});

test(
  'a page closed before the request leaves has sent nothing, and says so',
  { tag: proves('a page closed before the request left has sent nothing') },
  async ({ app, azure, clock, faults, screens }) => {
    const { shell, wizard } = screens;
    await fillApp01Beside(screens);
    await faults.add(lateJobList);
    await wizard.restore();
    await shell.expectText('Preparing the restore');
    await app.reload();
    await shell.expectText('The page was closed before the request was sent.');
    await faults.remove(lateJobList.id);
    await clock.pass(120_000);
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  },
);
