import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingSlow, listsThrottled, offline, oneListForbidden } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The search when Azure does not answer, is slow or finds nothing; and how it looks then. */

/** A page that asks Azure for nothing itself. */
const quiet = '/no/such/page';

test(
  'a group without permission to search says so, while the others show',
  { tag: proves('a part that can’t be read hides no other') },
  async ({ app, faults }) => {
    const { search } = await app.open(quiet, 'default');
    await faults.add(oneListForbidden);
    // At once: the fault is for one question, and letters may ask one each.
    await search.open();
    await search.field().fill('app01');
    const trouble = search.trouble('You don’t have permission to view the backup instances.');
    await expect(trouble).toContainText('Required action: Microsoft.ResourceGraph/resources/read');
    await expect(trouble).toContainText('Request ID');
    await expect(search.options('Backup jobs')).toHaveCount(6);
    await search.expectAnnounced(
      'Found: 1 disk, 1 Commvault VM, and 6 backup jobs. Couldn’t search Backup instances.',
    );
    await trouble.getByRole('button', { name: 'Check again' }).click();
    await expect(search.option('Backup instances', 'app01', 'rg-app-prod')).toHaveCount(1);
    await expect(trouble).toHaveCount(0);
  },
);

test('when Azure does not answer at all, pages and constraints are found', async ({
  app,
  page,
  clock,
  faults,
}) => {
  const { search } = await app.open(quiet, 'default');
  await faults.add(offline);
  await search.find('restore');
  await clock.speed(600);
  for (const what of ['backup instances', 'disks', 'vaults', 'backup jobs']) {
    await expect(search.trouble(`Couldn’t reach Azure to load the ${what}.`)).toBeVisible();
  }
  await search.expectActive(/^Start a new restore/);
  await expect(search.options('Constraints')).toHaveCount(6);
  await expectAccessible(page, 'search, offline', { isListOpen: true });
});

test('Azure asks to be left alone: that group waits, and then shows', async ({
  app,
  clock,
  faults,
}) => {
  const { search } = await app.open(quiet, 'default');
  await faults.add(listsThrottled);
  await search.open();
  await search.field().fill('app01');
  await expect(search.options('Backup jobs')).toHaveCount(6);
  await expect(search.says('Reading the backup instances.')).toBeVisible();
  await search.expectNoneActive();
  // The pause starts when the page has received it, which can't be observed.
  await expect
    .poll(async () => {
      await clock.waitFor(21_000);
      return search.option('Backup instances', 'app01').count();
    })
    .toBeGreaterThan(0);
  await search.expectActive(/^app01/);
});

test('nothing found says what was searched', async ({ app, page }) => {
  const { search } = await app.open(quiet, 'default');
  await search.find('zzzz');
  await expect(
    search.says(
      'No results for zzzz. Searched: Pages, Backup instances, Azure Disks, Commvault VMs (first 100 by name, all by GUID), Commvault jobs (newest 100, all by number), Drafts, Vaults, Backup jobs, and Constraints.',
    ),
  ).toBeVisible();
  await search.expectNoneActive();
  await expectAccessible(page, 'search, nothing found');
});

test('a word costs four questions, its machine and the first word one more each; the same word again, none', async ({
  app,
  azure,
  page,
}) => {
  const { search, keyboard } = await app.open(quiet, 'default');
  await search.open();
  await search.field().fill('sql-erp-02');
  await expect(search.option('Backup instances', 'Source exists')).toHaveCount(1);
  await search.expectAnnounced(/^Found: /);
  // The first asks for the Backup vaults, too: each is read for the disks whose backup is deleted.
  expect(await azure.received('resourceGraph.query')).toHaveLength(6);
  await keyboard.press('Escape');
  await search.open();
  await search.expectActive(/^sql-erp-02/);
  await expect(search.option('Backup instances', 'Source exists')).toHaveCount(1);
  expect(await azure.received('resourceGraph.query')).toHaveLength(6);
  await search.field().fill('app01');
  await search.expectActive(/^app01/);
  await search.expectAnnounced(/^Found: /);
  await allRead(page);
  expect(await azure.received('resourceGraph.query')).toHaveLength(11);
});

test('older results stay and are marked, and Enter waits for the newer', async ({
  app,
  page,
  clock,
  faults,
}) => {
  const { search, keyboard } = await app.open(quiet, 'default');
  await search.find('we');
  await expect(search.option('Backup instances', 'web-fe-07').first()).toBeVisible();
  await search.expectAnnounced(/^Found: /);
  await faults.add(everythingSlow);
  await search.type('b-fe');
  await expect(search.says('still for we')).toBeVisible();
  await expect(search.option('Backup instances', 'web-fe-07').first()).toBeVisible();
  await search.expectNoneActive();
  await keyboard.press('Enter');
  await expect(search.list()).toBeVisible();
  await clock.speed(600);
  await expect(page).toHaveURL(/\/instances\/.*web-fe-07$/);
});

test('the list is accessible in every theme, with results and with trouble', async ({
  app,
  page,
  faults,
}) => {
  const { search } = await app.open(quiet, 'default');
  await search.find('app');
  await search.expectActive(/^app01/);
  await expectAccessible(page, 'search, results', { isListOpen: true });
  await faults.add(oneListForbidden);
  await search.field().fill('app01');
  await expect(
    search.trouble('You don’t have permission to view the backup instances.'),
  ).toBeVisible();
  await expectAccessible(page, 'search, forbidden', { isListOpen: true });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 400, height: 800 } });

  test('the search opens over the page, and leaves it where it was', async ({ app, page }) => {
    const { search, shell, keyboard } = await app.open('/', 'default');
    await expect(search.field()).toBeHidden();
    await search.opener().click();
    await expect(search.field()).toBeFocused();
    await search.type('web');
    await search.expectActive(/^web-fe-07/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'search, narrow', { isListOpen: true });
    await search.closer().click();
    await expect(search.field()).toBeHidden();
    await expect(search.opener()).toBeFocused();
    await search.open();
    await search.expectActive(/^web-fe-07/);
    await keyboard.press('Enter');
    await shell.expectTitle('web-fe-07');
    await expect(search.opener()).toBeVisible();
  });
});
