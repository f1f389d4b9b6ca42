import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { listsForbidden } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { MATRIX, test } from './fixtures.ts';

/** How many VMs have had no restore point for too long. */

test('VMs without a recent restore point are counted, by an age that is kept, and lead to their list', async ({
  app,
  page,
}) => {
  const { instances, overview } = await app.open('/', 'default');
  const day = 'No restore point for over 24 hours';
  await expect(overview.link(day, '4 VMs')).toBeVisible();
  await expect(overview.link(day, '1 with none')).toBeVisible();
  await expect(overview.part(day)).toContainText('Excludes Commvault, and disks');
  await expectAccessible(page, 'age of restore points');
  await overview.chooseAge('7 days');
  const week = 'No restore point for over 7 days';
  await expect(overview.link(week, '2 VMs')).toBeVisible();
  await app.reload();
  await overview.link(week, '2 VMs').click();
  await expect(page).toHaveURL(/\/instances\?older=7d$/);
  await expect(instances.row('old-crm-01')).toBeVisible();
  await expect(instances.row('build-agent-04')).toBeVisible();
  await expect(instances.row('ml-batch-01')).toHaveCount(0);
  await instances.filter('Last restore point', 'Over 48 hours ago, or none');
  await expect(instances.row('ml-batch-01')).toBeVisible();
});

test(
  'VMs without any restore point have a list of their own',
  { tag: MATRIX },
  async ({ app, page }) => {
    const { instances, overview } = await app.open('/', 'default');
    const day = 'No restore point for over 24 hours';
    await overview.link(day, '1 with none').click();
    await expect(page).toHaveURL(/\/instances\?older=none$/);
    await expect(instances.row('build-agent-04')).toBeVisible();
    await expect(instances.row('old-crm-01')).toHaveCount(0);
  },
);

test(
  'where Azure does not count, there is no number',
  { tag: MATRIX },
  async ({ app, faults, page }) => {
    const { overview } = await app.open('/jobs', 'default');
    await faults.add(listsForbidden);
    await goTo(page, '/');
    const day = 'No restore point for over 24 hours';
    await overview.expectTrouble(day, 'You don’t have permission to view');
    await expect(overview.part(day).getByRole('link')).toHaveCount(0);
  },
);
