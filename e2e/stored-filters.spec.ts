import { expect } from 'playwright/test';
import { test } from './fixtures.ts';

/** Lists are as a person left them. */

test('a list keeps its filters and its order for who comes back by the navigation', async ({
  app,
  page,
}) => {
  const { instances, jobs, shell } = await app.open('/jobs', 'default');
  await jobs.expectVisible();
  await instances.filter('Status', 'Failed');
  await instances.sortBy('Instance');
  await expect(page).toHaveURL(/\?status=failed&sort=instance$/);
  await shell.goTo('Backup instances');
  await instances.expectVisible();
  await expect(page).toHaveURL(/\/instances$/);
  await shell.goTo('Backup jobs');
  await expect(page).toHaveURL(/\/jobs\?status=failed&sort=instance$/);
  await expect(instances.pill('Status')).toHaveAccessibleName('Status: Failed');

  // A bare address is that of a person who comes back, and one with filters is not.
  const again = await app.tab('/jobs');
  await expect(again.instances.pill('Status')).toHaveAccessibleName('Status: Failed');
  const linked = await app.tab('/jobs?operation=Restore');
  await expect(linked.instances.pill('Operation')).toHaveAccessibleName('Operation: Restore');
  await expect(linked.instances.pill('Status')).toHaveCount(0);

  await shell.press('Clear all filters');
  await expect(page).toHaveURL(/\/jobs\?sort=instance$/);
  await shell.goTo('Vaults');
  await shell.goTo('Backup jobs');
  await expect(instances.pill('Status')).toHaveCount(0);
});

test('a number on Overview leads to its own jobs, whatever was filtered before', async ({
  app,
  page,
}) => {
  const { instances, shell } = await app.open('/jobs', 'default');
  await instances.filter('Operation', 'Configure backup');
  await shell.goTo('Overview');
  await shell.follow('All failures and warnings');
  await expect(page).toHaveURL(/status=failed/);
  await expect(instances.pill('Operation')).toHaveCount(0);
  await shell.goTo('Overview');
  await shell.goTo('Backup jobs');
  await expect(instances.pill('Operation')).toHaveAccessibleName('Operation: Configure backup');
});
