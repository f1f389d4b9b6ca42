import { expect } from 'playwright/test';
import { Chunks } from './drivers/chunks.ts';
import {
  holdSimulator,
  isInert,
  markNavigation,
  noteReads,
  readsOf,
  refuseWorkers,
  removePopovers,
  shiftOf,
  watchRequests,
} from './drivers/browser.ts';
import { allRead } from './drivers/page.ts';
import { places } from './drivers/world.ts';
import { simulationReady } from './drivers/simulated.ts';
import { sizeName } from './drivers/layout.ts';
import { plantDraft } from './drivers/storage.ts';
import { matrixUnless, test } from './fixtures.ts';

/** The first moments of a page: what is drawn, read and sent before the simulated Azure has come. */

test.use({ isShared: false });

const DRAFT = '11111111-2222-4333-8444-555555555555';
const DESCRIBED = '?scenario=document&fault=graph-throttled:5';

test('the frame is drawn before the simulator has come: inert, with the focus on the heading', async ({
  context,
  page,
  screens: { shell, jobs },
}) => {
  await noteReads(context);
  const release = await holdSimulator(page);
  await page.goto('/jobs?scenario=default&fault=clock-off:-60&range=7d');
  await expect(shell.title('Backup jobs')).toBeFocused();
  await shell.expectReading('this page');
  expect(await isInert(page)).toBe(true);
  const isSame = await markNavigation(page);
  // The theme; and of this tab how far its pages were scrolled, and whether the demo’s line was put away.
  expect(await readsOf(page)).toEqual([
    'tsr-scroll-restoration-v1_3',
    'restore-center.theme',
    'restore-center.simulation-banner',
  ]);
  await expect(page).toHaveURL((url) => url.search === '?range=7d');
  await release();
  await expect(jobs.running.row('app01')).toBeVisible();
  expect(await isInert(page)).toBe(false);
  expect(await isSame()).toBe(true);
});

test('the heading keeps the focus when its page comes', async ({ page, screens: { shell } }) => {
  const release = await holdSimulator(page);
  await page.goto('/vaults');
  await expect(shell.title('Vaults')).toBeFocused();
  await release();
  await expect(shell.link('rsv-prod-weu')).toBeVisible();
  await expect(shell.title('Vaults')).toBeFocused();
});

test('nothing leaves for another host: first load, hard reload, two tabs, with a draft and an address that says a lot', async ({
  app,
  context,
  baseURL,
  page,
  troubles,
}) => {
  troubles.expectRefusals();
  const requests = watchRequests(context, baseURL ?? '');
  await app.visit(`/${DESCRIBED}`);
  await simulationReady(page);
  await plantDraft(page, DRAFT, JSON.stringify({ version: 1 }));
  await app.visit(`/drafts${DESCRIBED}`);
  await simulationReady(page);
  await app.hardReload();
  await app.tab('/instances');
  await app.tab(`/jobs${DESCRIBED}`);
  await allRead(page);
  expect(requests.others().length).toBeGreaterThan(0);
  expect(await requests.left()).toEqual([]);
});

test('where the browser refuses the worker a page says why, and nothing is sent', async ({
  app,
  context,
  baseURL,
  page,
}) => {
  await refuseWorkers(context);
  const requests = watchRequests(context, baseURL ?? '');
  const { shell } = await app.visit(`/jobs${DESCRIBED}`);
  await shell.expectTitle('The Azure simulation can’t start in this browser');
  await shell.expectText('Its service worker couldn’t start.');
  await shell.expectText('Without the simulation, no requests are sent.');
  await expect(shell.title(/simulation/)).toBeFocused();
  await expect(page).toHaveURL((url) => url.search === DESCRIBED);
  expect(requests.others()).toEqual([]);
});

test('where the simulator doesn’t load a page says so, and a reload has what the address asked for', async ({
  app,
  page,
  troubles,
}) => {
  const chunks = new Chunks(page, troubles);
  await chunks.block('src/mocks/boot.ts');
  const { shell } = await app.visit('/jobs?scenario=document');
  await shell.expectTitle('Restore Center couldn’t start');
  await shell.expectText('Nothing was sent to Azure. Your drafts are saved. Reload the page.');
  await chunks.unblock();
  await shell.press('Reload');
  await shell.expectText('No jobs started in the last 24 hours.');
});

test('in a browser without popovers a page says what to do', async ({ app, context }) => {
  await removePopovers(context);
  const { shell } = await app.visit('/');
  await shell.expectTitle('This browser is too old for Restore Center');
  await shell.expectText('Update the browser, or open this page in another one.');
});

test('what leaves before the start is over throws', async ({ page }) => {
  const release = await holdSimulator(page);
  await page.goto('/');
  const sent = await page.evaluate(async () =>
    fetch('https://management.azure.com/subscriptions?api-version=2022-12-01').then(
      () => 'sent',
      (error: unknown) => String(error),
    ),
  );
  expect(sent).toBe('TypeError: https://management.azure.com before the start is over');
  await release();
});

/** As much as may move by itself (design: Budgets). */
const MOST_SHIFT = 0.02;

const routes = [
  ...places,
  { name: 'a new restore', address: '/restore/new', title: 'Restore Virtual Machine' },
];

test('nothing moves by itself on any route', async ({ page, screens: { shell } }) => {
  for (const { name, address, title } of routes) {
    await page.goto(address);
    await shell.expectTitle(title);
    await simulationReady(page);
    await allRead(page);
    await expect(page.getByRole('progressbar', { name: /^Loading/ })).toHaveCount(0);
    const { sum, what } = await shiftOf(page);
    expect(sum, `${name}: ${what}`).toBeLessThanOrEqual(MOST_SHIFT);
  }
});

for (const [width, height] of [
  [320, 640],
  [400, 800],
  [720, 450],
  [1024, 768],
] as const) {
  test.describe(sizeName(width, height), () => {
    test.use({ viewport: { width, height } });

    test(
      'nothing moves while the answers about running restores come',
      { tag: matrixUnless(width === 320) },
      async ({ page, screens: { overview } }) => {
        const look = async (address: string): Promise<void> => {
          await page.goto(address);
          await simulationReady(page);
          await allRead(page);
          await expect(page.getByRole('progressbar', { name: /^Loading/ })).toHaveCount(0);
          const { sum, what } = await shiftOf(page);
          expect(sum, `${address}: ${what}`).toBeLessThanOrEqual(MOST_SHIFT);
        };
        await look('/?scenario=default');
        await look('/jobs');
        await page.goto('/');
        await overview.openRunning('app01');
        await look(new URL(page.url()).pathname);
      },
    );
  });
}
