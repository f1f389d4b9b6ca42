import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { lostRequest } from './drivers/faults.ts';
import { allRead, expectFocusStays, goTo } from './drivers/page.ts';
import { configure, fillApp01Beside, startApp01Disks } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { plantDraft } from './drivers/storage.ts';
import { test } from './fixtures.ts';

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

test('a draft is resumed at its step, discarded, and a sent one links to its job', async ({
  app,
  clock,
  page,
}) => {
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
});

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
    { Name: 'files-hq', 'Restore point': 'not loaded', Status: 'Saved by another version' },
  ]);
  await expect(drafts.all.row('app01').getByRole('button')).toHaveCount(0);
  await drafts.all.row('files-hq').getByRole('link', { name: 'Open: files-hq' }).click();
  await shell.expectTitle('Draft of another version');
  await page.goBack();
  await drafts.discard('files-hq');
  await expect(drafts.all.row('files-hq')).toHaveCount(0);
});
