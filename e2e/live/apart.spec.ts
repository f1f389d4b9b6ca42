import { expect } from 'playwright/test';
import { plantOwnerless, serviceWorkers } from '../drivers/storage.ts';
import { PEOPLE, test, visitorOf } from '../live-fixtures.ts';
import { proves } from '../set.ts';

/** A browser that several accounts, or a demo and the live build, use at one address. */

const id = '11111111-2222-4333-8444-555555555555';
const draftAddress = `/restore/${id}/datasource`;

test(
  'a draft of before is of who signs in next, and of no other account',
  { tag: proves('a draft is of its account') },
  async ({ page, context, visitor, world }) => {
    await plantOwnerless(page, world.address, id, {
      id,
      version: 6,
      createdAt: 1_000,
      changedAt: 2_000,
      name: 'app01',
      choices: { datasource: 'azure-vm', instance: '/subscriptions/s/app01' },
      takenBack: [],
      submission: { state: 'none' },
    });
    await visitor.arrive('/');
    const notice = page.getByRole('group').filter({ hasText: 'Earlier drafts added' });
    await expect(notice).toContainText('This browser had 1 draft that belonged to no account.');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveCount(0);
    const draft = page.getByRole('link', { name: 'Restore of app01' });
    await expect(draft).toBeVisible();

    // Ada leaves the machine, and Ben sits down.
    await context.clearCookies();
    const other = await context.newPage();
    const ben = visitorOf(world, other);
    await ben.open(draftAddress);
    await ben.pick(PEOPLE.ben);
    const heading = other.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Draft not found');

    await page.reload();
    await expect(draft).toBeVisible();
    await expect(notice).toHaveCount(0);
  },
);

test('a demo that was served here before does not answer in Azure’s place', async ({
  page,
  context,
  visitor,
  world,
}) => {
  const deployLive = world.deploy('dist-demo');
  await visitor.open('/vaults');
  await expect(page.getByText('Simulated Azure', { exact: true })).toBeVisible();
  const stillOpen = await context.newPage();
  await stillOpen.goto(`${world.address}/vaults`);
  await expect(stillOpen.getByRole('heading', { level: 1, name: 'Vaults' })).toBeVisible();

  deployLive();
  await visitor.arrive('/vaults');
  await expect(page.getByRole('link', { name: 'rsv-prod-weu' }).first()).toBeVisible();
  expect(await serviceWorkers(page)).toEqual([]);
});
