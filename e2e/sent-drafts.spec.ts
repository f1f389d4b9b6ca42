import { expect } from 'playwright/test';
import { goTo } from './drivers/page.ts';
import { fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import { plantDraft, storedDraft } from './drivers/storage.ts';
import { MATRIX, test } from './fixtures.ts';

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

test(
  'a draft made by Restore again is listed, and still there after days',
  { tag: MATRIX },
  async ({ app, clock, page }) => {
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
  },
);
