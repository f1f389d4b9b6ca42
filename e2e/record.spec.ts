import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { once } from './drivers/faults.ts';
import { NextSteps, openRecord, saved } from './drivers/jobs.ts';
import { startApp01Disks } from './drivers/restores.ts';
import { openStarted } from './drivers/others.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const HOUR = 3_600_000;

test(
  'a restore of this browser has a record to read, print and save',
  { tag: proves('save the record of a restore') },
  async ({ app, clock, page }) => {
    const screens = await app.open('/', 'default');
    await startApp01Disks(screens, clock);
    await clock.pass(4 * HOUR);
    await screens.job.expectProgress('Completed');
    const steps = new NextSteps(page);
    await steps.press('Use the disks', 'Mark done');
    await steps.expectStatus('Use the disks', /Done by hand \d/);
    await openRecord(page);
    await expect(page.getByRole('region', { name: 'Choices' })).toContainText('rg-restore-weu');
    await expect(page.getByRole('region', { name: 'Times and data' })).toContainText(
      /Result first read\d/,
    );
    await expect(page.getByRole('table', { name: 'Checks before the restore' })).toContainText(
      'Passed',
    );
    await expect(page.getByRole('row', { name: /^Use the disks.* Done by hand \d/ })).toBeVisible();
    await expect(
      page.getByRole('row', { name: /^Deploy the template.* Not checked/ }),
    ).toBeVisible();
    await expectAccessible(page, 'record of a restore');
    const markdown = await saved(page, 'Save as Markdown');
    expect(markdown.name).toMatch(/^restore-record-[\w-]+\.md$/);
    expect(markdown.text).toContain('- **Backup instance**: app01\n');
    expect(markdown.text).toContain('- **Started by**: unknown\n');
    const json = await saved(page, 'Save as JSON');
    expect(JSON.parse(json.text)).toMatchObject({
      format: 'restore-record',
      parts: {
        restore: { startedBy: null, isOfThisBrowser: true, isReadBack: true },
        nextSteps: [
          { state: 'Done by hand' },
          { state: 'Not checked', at: null },
          { state: 'Not checked', at: null },
        ],
      },
    });
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.getByRole('region', { name: 'Choices' })).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  },
);

test('of a restore that was started elsewhere the rest is not known', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  await openStarted(screens, 'createVm');
  await clock.pass(HOUR);
  await screens.job.expectProgress('Completed');
  await openRecord(page);
  await expect(page.getByRole('region', { name: 'Choices' })).toContainText('unknown');
  await expect(page.getByRole('region', { name: 'Also reported' })).toContainText('targetVM');
  await expectAccessible(page, 'record of a restore started elsewhere');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
});

test('of a job that Azure no longer has the record keeps what this browser stored', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/', 'default');
  await startApp01Disks(screens, clock);
  await clock.pass(4 * HOUR);
  await openRecord(page);
  await faults.add({
    ...once('jobs.get', { kind: 'status', status: 404, code: 'ResourceNotFound' }),
    times: null,
  });
  await app.reload();
  await expect(page.getByRole('status').filter({ hasText: 'can’t find this job' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Choices' })).toContainText('rg-restore-weu');
  await expect(page.getByRole('region', { name: 'Subtasks' })).toContainText('unknown');
  await expectAccessible(page, 'record of a job that is gone');
});
