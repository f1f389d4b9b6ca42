import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { secondaryJobsForbidden } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { restoreThere } from './drivers/restores.ts';
import { test } from './fixtures.ts';

/** The jobs of a secondary region, vault by vault. */

const vaults = {
  prod: '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu',
  hq: '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups/rg-backup-neu/providers/Microsoft.RecoveryServices/vaults/rsv-hq-neu',
} as const;
const at = (vault: keyof typeof vaults) =>
  `/jobs?view=secondary&vault=${encodeURIComponent(vaults[vault])}`;

test('a restore in the secondary region is in the list of its vault, live, and leads to its page', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, instances, jobs, job, keyboard } = screens;
  await restoreThere(screens);
  await clock.pass(90_000);
  await job.expectOpen(/app01/);
  await shell.goTo('Backup jobs');
  await instances.region('Secondary Region').click();
  await shell.expectText('Select a vault first: Azure lists the jobs of the Secondary Region');
  await instances.filter('Vault to search', 'rsv-prod-weu');
  const row = jobs.row('app01', 'CrossRegionRestore');
  await expect(row).toContainText(/In progress.*\d+%/s);
  await instances.expectCount('1 job started in the last 24 hours, in North Europe');
  await expectAccessible(page, 'jobs of the secondary region');
  await keyboard.reach(row);
  await keyboard.press('Enter');
  await job.expectOpen(/app01/);
  await expect(page).toHaveURL(/~northeurope$/);
});

test('a restore in the secondary region counts as a running one, and the list over all vaults leads to it', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, instances, jobs, job, overview } = screens;
  await restoreThere(screens);
  await clock.pass(90_000);
  await job.expectOpen(/app01/);
  await shell.goTo('Overview');
  const running = overview.running.row('secondary region northeurope');
  await expect(running).toContainText(/app01.*Restore disks, secondary region/s);
  await expect(overview.part('Restores in progress')).toContainText(/Restores in progress\s*4/);
  await expect(page.getByRole('region', { name: 'Your restores in progress' })).toContainText(
    'app01',
  );

  await faults.add(secondaryJobsForbidden);
  await shell.press('Refresh');
  await expect(overview.part('Restores in progress')).toContainText(
    'Not checked: the secondary region of rsv-prod-weu. A cross-region restore might be in progress',
  );
  // A list of just those in progress lacks it, too.
  await goTo(page, '/jobs?status=inProgress');
  await shell.expectText('Not checked: the secondary region of rsv-prod-weu.');
  await shell.goTo('Overview');
  await faults.remove(secondaryJobsForbidden.id);
  await shell.press('Refresh');
  await expect(running).toBeVisible();

  await shell.goTo('Backup jobs');
  await expect(jobs.running.row('secondary region northeurope')).toBeVisible();
  await shell.expectText(/, 6 in progress/);
  await goTo(page, at('prod'));
  await expect(jobs.row('app01', 'CrossRegionRestore')).toBeVisible();
  await expect(instances.region('Secondary Region')).toBeChecked();
});

test('that list is kept in the address, narrowed and saved', async ({ app, clock, page }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, instances, jobs, job } = screens;
  await restoreThere(screens);
  await clock.pass(90_000);
  await job.expectOpen(/app01/);
  await page.goto(at('prod'));
  await expect(instances.region('Secondary Region')).toBeChecked();
  await expect(jobs.row('app01', 'CrossRegionRestore')).toBeVisible();
  const saving = page.waitForEvent('download');
  await shell.press('Export CSV');
  expect((await saving).suggestedFilename()).toBe('backup-jobs-secondary.csv');

  await instances.filter('Status', 'Failed');
  await shell.expectText('No jobs in the last 24 hours match these filters.');
  await shell.expectText('The jobs of rsv-prod-weu in North Europe were searched.');
  await shell.press('Clear all filters');
  await expect(jobs.row('app01', 'CrossRegionRestore')).toBeVisible();
});

test('vaults without Cross Region Restore cannot be chosen, and say why', async ({ app, page }) => {
  const { instances, shell, keyboard } = await app.open('/jobs?view=secondary', 'default');
  await keyboard.activate(instances.pill('Vault to search'));
  const choices = page.getByRole('group', { name: 'Vault to search' });
  await expect(choices.getByRole('checkbox').first()).toHaveAccessibleName('rsv-prod-weu');
  const off = choices.getByRole('checkbox', {
    name: 'rsv-hq-neu: Cross Region Restore is off',
  });
  await expect(off).toHaveAttribute('aria-disabled', 'true');
  await off.press('Space');
  await expect(off).not.toBeChecked();
  await expectAccessible(page, 'vaults of the secondary region', { isListOpen: true });
  await keyboard.press('Escape');
  await shell.expectText('Select a vault first');
  await expectAccessible(page, 'no vault chosen');
});

test('an address of a vault without one says so, and what asks for more is named', async ({
  app,
  page,
}) => {
  const { shell } = await app.open(`${at('hq')}&operation=Backup`, 'default');
  await shell.expectText(
    'rsv-hq-neu has no Secondary Region: Cross Region Restore is off for this vault.',
  );
  await shell.expectText('The address has unknown filters: operation=Backup.');
  await expectAccessible(page, 'vault without a secondary region');
});

test('a person who cannot list the jobs there sees what is missing, and can try again', async ({
  app,
  faults,
  page,
}) => {
  const { shell } = await app.open(at('prod'), 'default');
  await shell.expectText('No jobs started in the last 24 hours.');
  await expectAccessible(page, 'no jobs in the secondary region');
  await faults.add(secondaryJobsForbidden);
  await app.reload();
  await shell.expectAlert('You don’t have permission to view the backup jobs.');
  await expectAccessible(page, 'jobs of the secondary region forbidden');
  await faults.remove(secondaryJobsForbidden.id);
  await shell.press('Check again');
  await shell.expectText('No jobs started in the last 24 hours.');
});
