import { expect } from 'playwright/test';
import { ourRestores } from './drivers/others.ts';
import { LIKE, test } from './fixtures.ts';

test(
  'another person restores a machine while I look at the jobs',
  { tag: LIKE },
  async ({ app, azure, page }) => {
    const { simulation, log, jobs } = await app.open('/jobs', 'default');
    await simulation.open();
    await simulation.press('Restore, shut down or delete');
    await simulation.field('Machine').fill('testVM');
    await simulation.field('Resource group').fill('targetRG');
    await simulation.field('New machine').fill('theirs');
    await simulation.press('Restore as somebody else');
    await simulation.expectText(/^Accepted, job [0-9a-f]{8}\.$/);
    const accepted = 'Restore of testVM by somebody else accepted';
    await expect(log.lines().filter({ hasText: accepted })).toBeVisible();
    await simulation.press('Step 1 min');
    await jobs.expectRow({ Status: 'In progress', Instance: 'testVM', Operation: 'Restore' });
    expect(await azure.accepted()).toHaveLength(1);
    expect(await ourRestores(page)).toEqual([]);
  },
);

test('reports a missing machine or group at its field', { tag: LIKE }, async ({ app, azure }) => {
  const { simulation } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('Machine').fill('nobody');
  await simulation.press('Restore as somebody else');
  await expect(simulation.field('Machine')).toHaveAccessibleDescription(
    'No machine with backups has this name.',
  );
  await simulation.field('Machine').fill('testVM');
  await simulation.field('Resource group').fill('rg-nowhere');
  await simulation.press('Restore as somebody else');
  await expect(simulation.field('Resource group')).toHaveAccessibleDescription(
    'The vault’s subscription has no such group.',
  );
  expect(await azure.accepted()).toEqual([]);
});

test(
  'a resource is deleted by its id, and one that is not there is not',
  { tag: LIKE },
  async ({ app }) => {
    const { simulation, log } = await app.open('/jobs', 'document');
    await simulation.open();
    await simulation.press('Restore, shut down or delete');
    await simulation.field('Resource id').fill('/subscriptions/none');
    await simulation.press('Delete as somebody else');
    await simulation.expectText('There is no resource or restore point of this id.');
    const id = await simulation.offered('targetRG');
    await simulation.field('Resource id').fill(id);
    await simulation.press('Delete as somebody else');
    await simulation.expectText('targetRG is deleted.');
    await expect(log.lines().filter({ hasText: 'targetRG deleted' })).toBeVisible();
  },
);
