import { expect } from 'playwright/test';
import { ourRestores } from './drivers/others.ts';
import { MATRIX, test } from './fixtures.ts';

test('another person restores a machine while I look at the jobs', async ({ app, azure, page }) => {
  const { simulation, log, jobs } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('VM').fill('testVM');
  await simulation.field('Resource group').fill('targetRG');
  await simulation.field('New VM').fill('theirs');
  await simulation.press('Restore as another user');
  await simulation.expectText(/^Accepted, job [0-9a-f]{8}\.$/);
  const accepted = 'Restore of testVM by another user accepted';
  await expect(log.lines().filter({ hasText: accepted })).toBeVisible();
  await simulation.press('Step 1 min');
  await expect(jobs.running.row('testVM')).toBeVisible();
  expect(await azure.accepted()).toHaveLength(1);
  expect(await ourRestores(page)).toEqual([]);
});

test('reports a missing machine or group at its field', { tag: MATRIX }, async ({ app, azure }) => {
  const { simulation } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('VM').fill('nobody');
  await simulation.press('Restore as another user');
  await expect(simulation.field('VM')).toHaveAccessibleDescription(
    'No VM with backups has this name.',
  );
  await simulation.field('VM').fill('testVM');
  await simulation.field('Resource group').fill('rg-nowhere');
  await simulation.press('Restore as another user');
  await expect(simulation.field('Resource group')).toHaveAccessibleDescription(
    'The vault’s subscription has no such resource group.',
  );
  expect(await azure.accepted()).toEqual([]);
});

test(
  'a resource is deleted by its id, and one that is not there is not',
  { tag: MATRIX },
  async ({ app }) => {
    const { simulation, log } = await app.open('/jobs', 'document');
    await simulation.open();
    await simulation.press('Restore, shut down or delete');
    await simulation.field('Resource ID').fill('/subscriptions/none');
    await simulation.press('Delete as another user');
    await simulation.expectText('No resource or restore point has this ID.');
    const id = await simulation.offered('targetRG');
    await simulation.field('Resource ID').fill(id);
    await simulation.press('Delete as another user');
    await simulation.expectText('targetRG is deleted.');
    await expect(log.lines().filter({ hasText: 'targetRG deleted' })).toBeVisible();
  },
);
