import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { MATRIX, test } from './fixtures.ts';

/** What Azure Service Health reports of regions with backups, on the start page. */

test('a region that is down is on Overview, with where its VMs can be restored', async ({
  app,
  page,
}) => {
  const { overview, shell, instances } = await app.open('/', 'region-down');
  const notice = overview.serviceIssue('Service issue in West Europe');
  await expect(notice).toContainText(
    'Azure Service Health reports: “Virtual Machines and Storage unavailable in West Europe” (Virtual Machines).',
  );
  await expect(notice).toContainText(/Since \d+ Jun 2025, \d\d:\d\d\./);
  await expect(notice).toContainText(/Updated .* ago/);
  await expect(notice).toContainText(/\d+ VMs are backed up in this region:/);
  await expect(notice).toContainText(
    /\d+ in vaults with Cross Region Restore: can be restored in the paired region\./,
  );
  await expectAccessible(page, 'Overview with a service issue');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
  await notice.getByRole('link', { name: 'Find a restore option' }).click();
  await shell.expectTitle('What happened?');
  await expect(page).toHaveURL(/\/what-happened\?what=region-down$/);
  await page.goBack();
  await notice.getByRole('link', { name: 'Show backup instances' }).click();
  await instances.expectVisible();
  await expect(page).toHaveURL(/\/instances\?region=westeurope$/);
});

test(
  'a zone that is down is named by Azure alone, and leads to its restore options',
  { tag: MATRIX },
  async ({ app, page }) => {
    const { overview } = await app.open('/', 'zone-down');
    const notice = overview.serviceIssue('Service issue in a zone of West Europe');
    await expect(notice).toContainText(
      '“Virtual Machines unavailable in Availability Zone 1 of West Europe”',
    );
    await expect(notice).toContainText('Not checked: which of these VMs are in that zone.');
    await notice.getByRole('link', { name: 'Find a restore option' }).click();
    await expect(page).toHaveURL(/\/what-happened\?what=zone-down$/);
  },
);
