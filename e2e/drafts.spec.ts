import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { lostRequest } from './drivers/faults.ts';
import { allRead, expectFocusStays, goTo } from './drivers/page.ts';
import { configure, fillApp01Beside, restoreStarted, startApp01Disks } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { plantDraft, storedDraft } from './drivers/storage.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The page of all drafts of this browser. */

test('without drafts the page says where they come from', async ({ app, page }) => {
  const { shell, wizard } = await app.open('/', 'default');
  await shell.goTo('Drafts');
  await shell.expectText('Restores you start appear here.');
  await expect(page).toHaveTitle('Drafts - Restore Center');
  await expectAccessible(page, 'Drafts, empty');
  await shell.follow('Restore');
  await wizard.expectStep('datasource');
});

test(
  'a draft is resumed at its step, discarded, and a sent one links to its job',
  { tag: proves('resume and discard a draft') },
  async ({ app, clock, page }) => {
    const screens = await app.open('/instances', 'default');
    const { drafts, job, shell, wizard } = screens;
    await startApp01Disks(screens, clock);
    await configure(screens, sources.hrDb);
    await wizard.openStep('restore-point');
    await shell.goTo('Overview');
    await shell.follow('All drafts');
    await shell.expectTitle('Drafts');
    await allRead(page);
    await drafts.all.expectRows([
      {
        Name: 'hr-db-01',
        'Restore type': 'Not selected\nAzure Virtual machines',
        'Restore point': '4 Jun 2025, 23:34',
        'Step reached': 'Restore point',
        Status: 'Not sent',
      },
      { Name: 'app01', 'Restore type': 'Restore disks\nAzure Virtual machines', Status: 'Sent' },
    ]);
    await expectAccessible(page, 'Drafts');
    await drafts.resume('hr-db-01');
    await wizard.expectStep('restore-point');
    await goTo(page, '/drafts');
    await drafts.discard('hr-db-01');
    await expect(drafts.all.row('hr-db-01')).toHaveCount(0);
    await expectFocusStays(page);
    await app.reload();
    await expect(drafts.all.row('hr-db-01')).toHaveCount(0);
    await drafts.job('app01').click();
    await job.expectOpen('Restore of app01');
  },
);

test('a draft whose outcome is unknown, and those of other versions, stay until they are discarded', async ({
  app,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { drafts, shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(lostRequest);
  await wizard.restore();
  await expect(wizard.stage('Outcome unknown')).toBeVisible();
  const other = { version: 99, changedAt: 5, name: 'files-hq', submission: { state: 'none' } };
  await plantDraft(page, 'other', JSON.stringify(other));
  await app.reload();
  await goTo(page, '/drafts');
  await drafts.all.expectRows([
    { Name: 'app01', Status: 'Outcome unknown' },
    { Name: 'files-hq', 'Restore point': 'not read', Status: 'Saved by another version' },
  ]);
  await expect(drafts.all.row('app01').getByRole('button')).toHaveCount(0);
  await drafts.all.row('files-hq').getByRole('link', { name: 'Open: files-hq' }).click();
  await shell.expectTitle('Draft of another version');
  await page.goBack();
  await drafts.discard('files-hq');
  await expect(drafts.all.row('files-hq')).toHaveCount(0);
});

/** Drafts with a requested restore are listed and followed, whoever stored them. */

test('a draft that another version has sent is listed, followed to its job, and not discarded unseen', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, jobs } = screens;
  await fillApp01Beside(screens);
  const draft = new URL(page.url()).pathname;
  const id = draft.split('/')[2] ?? '';
  await wizard.restoreAccepted();
  const stored = (await storedDraft(page, id)) ?? '';
  await plantDraft(page, id, stored.replace(/"version":\d+/, '"version":99'));
  await app.reload();
  await shell.expectTitle('Draft of another version');
  await shell.expectText('A restore sent from this draft might be running.');
  await shell.press('Discard draft');
  await expect(page.getByRole('alertdialog')).toContainText('might be running');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep the draft' }).click();
  await goTo(page, '/');
  const line = page.getByRole('listitem').filter({ hasText: 'sent by another version' });
  await expect(line).toContainText('Restore selected');
  await clock.pass(90_000);
  await expect(line).toHaveCount(0);
  await expect.poll(async () => storedDraft(page, id)).toContain('"version":99');
  expect(await storedDraft(page, id)).toContain('"state":"job"');
  await goTo(page, '/jobs?status=inProgress');
  await expect(jobs.row('app01').first()).toBeVisible();
  expect(await azure.accepted()).toHaveLength(1);
});

test('a draft made by Restore again is listed, and still there after days', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, job, drafts } = screens;
  await fillApp01Beside(screens);
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await job.command('Restore again').click();
  await wizard.expectStep('review');
  await clock.pass(2 * 24 * 3_600_000);
  await goTo(page, '/restore/new');
  await wizard.expectStep('datasource');
  await goTo(page, '/');
  await expect(drafts.line('app01')).toContainText('not sent');
});
