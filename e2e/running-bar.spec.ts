import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { plantRestores } from './drivers/storage.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { shiftOf } from './drivers/browser.ts';
import { type App, type Clock, test } from './fixtures.ts';
import { proves } from './set.ts';

/** Running restores are in view on every page, and in the title of the tab. */

async function restore(screens: Screens, clock: Clock): Promise<void> {
  const { shell, wizard, notices } = screens;
  await fillApp01Beside(screens);
  await wizard.restoreAccepted();
  await shell.goTo('Backup instances');
  await clock.pass(90_000);
  await expect(notices.bar()).toBeVisible();
}

/** Both restores that run in this world, as if they had started here. */
async function openWithBoth(app: App): Promise<Screens> {
  const screens = await app.open('/', 'default');
  const { overview, notices, page } = screens;
  const machines = ['app01', 'sql-erp-02'];
  const addresses = await Promise.all(machines.map((machine) => overview.runningAddress(machine)));
  await plantRestores(
    page,
    machines.map((machine, index) => ({
      machine,
      address: addresses[index] ?? '',
      news: 'accepted',
      isTold: true,
    })),
  );
  await app.reload();
  await expect(notices.bar()).toContainText('2 restores in progress');
  return screens;
}

test(
  'one restore: how far it is, on each page and on the tab, until it has ended',
  { tag: proves('see a running restore on each page') },
  async ({ app, clock }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, job, jobs, notices } = screens;
    await restore(screens, clock);
    await expect(notices.bar()).toContainText(/\d+%, ready in \d+ min to \d+ min/);
    await notices.expectTabTitle(/^\d+%: app01 - Backup instances - Restore Center$/);
    await shell.goTo('Vaults');
    await expect(notices.bar()).toContainText(/\d+%, ready in/);
    await notices.expectTabTitle(/^\d+%: app01 - Vaults - Restore Center$/);
    await notices.barLink('app01').click();
    await job.expectOpen('Restore of app01');
    await expect(notices.bar()).toHaveCount(0);
    await shell.goTo('Vaults');
    await expect(notices.bar()).toBeVisible();
    // Its lane is in view there.
    await shell.goTo('Backup jobs');
    await expect(jobs.running.row('app01-restored')).not.toHaveCount(0);
    await expect(notices.bar()).toHaveCount(0);
    await shell.goTo('Vaults');
    await expect(notices.bar()).toBeVisible();
    await clock.pass(7_200_000);
    await expect(notices.bar()).toHaveCount(0);
    await notices.expectTabTitle('Restored: app01 - Vaults - Restore Center');
    await notices.open();
    await notices.command('Mark all as read').click();
    await notices.expectTabTitle('Vaults - Restore Center');
  },
);

test('where Azure reports only 1%, shows that and what past restores tell', async ({
  app,
  clock,
}) => {
  const screens = await app.open('/instances', 'recorded');
  const { notices } = screens;
  await restore(screens, clock);
  await expect(notices.bar()).toContainText(/1%, ready in \d+ min to \d+ min/);
  await notices.expectTabTitle('1%: app01 - Backup instances - Restore Center');
});

test('what one reads does not move when the bar comes, nor after a reload', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, notices } = screens;
  await fillApp01Beside(screens);
  await wizard.restoreAccepted();
  await shell.goTo('Vaults');
  const heading = shell.title('Vaults');
  const before = await heading.boundingBox();
  await clock.pass(90_000);
  await expect(notices.bar()).toBeVisible();
  expect(await heading.boundingBox()).toEqual(before);
  await app.reload();
  await expect(notices.barLink('app01')).toBeVisible();
  expect((await shiftOf(page)).sum).toBeLessThan(0.01);
});

test('several are folded, and unfold over the page', async ({ app, page }) => {
  const { keyboard, notices } = await openWithBoth(app);
  await notices.expectTabTitle('2 restores - Overview - Restore Center');
  await keyboard.activate(notices.barButton('Show all'));
  for (const machine of ['app01', 'sql-erp-02']) {
    await expect(notices.barLink(machine)).toBeVisible();
  }
  await expect(notices.bar()).toContainText(/\d+%, /);
  await expectAccessible(page, 'several restores unfolded');
  await keyboard.reach(notices.barLink('app01'));
  await keyboard.press('Escape');
  await expect(notices.barLink('app01')).toHaveCount(0);
  await expect(notices.barButton('Show all')).toBeFocused();
});

test('the bar can be put away and back, over a reload', async ({ app, page }) => {
  const { keyboard, notices } = await openWithBoth(app);
  await keyboard.activate(notices.barButton('Hide'));
  await expect(notices.bar()).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await app.reload();
  await expect(notices.bell(2)).toBeVisible();
  await expect(notices.bar()).toHaveCount(0);
  await notices.open();
  await notices.command('Show restores in progress on every page').click();
  await keyboard.press('Escape');
  await expect(notices.bar()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the bar stays in view and leaves the page its width', async ({ app, page }) => {
    const { notices } = await openWithBoth(app);
    await expect(notices.bar()).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(page);
    await notices.barButton('Show all').click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'the bar on a phone');
    await notices.open();
    await expectNoSidewaysScroll(page);
  });
});
