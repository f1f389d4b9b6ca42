import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
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
import { forbidStorage, plantDraft } from './drivers/storage.ts';
import { expectAccessible } from './drivers/a11y.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

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

test(
  'nothing leaves for another host: first load, hard reload, two tabs, with a draft and an address that says a lot',
  { tag: proves('nothing leaves for another host') },
  async ({ app, context, baseURL, page, troubles }) => {
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
  },
);

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
  const { shell, jobs } = await app.visit('/jobs?scenario=document');
  await shell.expectTitle('Restore Center couldn’t start');
  await shell.expectText('Nothing was sent to Azure. Your drafts are saved. Reload the page.');
  await chunks.unblock();
  await shell.press('Reload');
  await expect(jobs.row('vmg-documents-example-stream')).toBeVisible();
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

/** All that the page waits for comes, and nothing has moved by itself since it was loaded. */
async function expectStill(page: Page, what: string): Promise<void> {
  await simulationReady(page);
  await allRead(page);
  await expect(page.getByRole('progressbar', { name: /^Loading/ })).toHaveCount(0);
  const shift = await shiftOf(page);
  expect(shift.sum, `${what}: ${shift.what}`).toBeLessThanOrEqual(MOST_SHIFT);
}

const routes = [
  ...places,
  { name: 'a new restore', address: '/restore/new', title: 'Restore Virtual Machine' },
];

test('nothing moves by itself on any route', async ({ page, screens: { shell } }) => {
  for (const { name, address, title } of routes) {
    await page.goto(address);
    await shell.expectTitle(title);
    await expectStill(page, name);
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

    test('nothing moves while the answers about running restores come', async ({
      page,
      screens: { overview },
    }) => {
      const look = async (address: string): Promise<void> => {
        await page.goto(address);
        await expectStill(page, address);
      };
      await look('/?scenario=default');
      await look('/jobs');
      await page.goto('/');
      await overview.openRunning('app01');
      await look(new URL(page.url()).pathname);
    });
  });
}

/** What a person who has never been in the demo is shown, and that it never comes back. */

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 400, height: 800 },
]) {
  test.describe(`in a window of ${viewport.width} pixels`, () => {
    test.use({ viewport });

    const title =
      'the first visit has one card, which moves nothing and never comes back once it is closed';
    test(title, async ({ app, page }) => {
      const { overview, shell } = await app.visit('/');
      await simulationReady(page);
      await expect(overview.firstVisit.getByRole('link')).toHaveText([
        'Try a restore',
        'See why something isn’t possible',
        'Lose an answer',
      ]);
      await expectStill(page, 'the card');
      await expectAccessible(page, 'the card of the first visit');
      await overview.firstVisit.getByRole('button', { name: 'Close' }).press('Enter');
      await expect(overview.firstVisit).toHaveCount(0);
      await expect(shell.title('Overview')).toBeFocused();
      await app.reload();
      await allRead(page);
      await expect(overview.firstVisit).toHaveCount(0);
    });
  });
}

test('each of its presses opens what it names, and ends the first visit', async ({ app, page }) => {
  const { overview, shell, wizard } = await app.visit('/');
  await overview.firstVisit.getByRole('link', { name: 'Try a restore' }).click();
  await wizard.expectStep('restore-point');
  await shell.goTo('Overview');
  await allRead(page);
  await expect(overview.firstVisit).toHaveCount(0);
});

test('where storage is blocked it is gone for this visit', async ({ app, context, page }) => {
  await forbidStorage(context);
  const { overview, shell } = await app.visit('/');
  await overview.firstVisit.getByRole('button', { name: 'Close' }).click();
  await shell.goTo('Vaults');
  await shell.goTo('Overview');
  await allRead(page);
  await expect(overview.firstVisit).toHaveCount(0);
});

/** The addresses that README offers, by the texts of their links. */
const offered = new Map(
  [
    ...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(
      /\[([^\]]+)\]\(http:\/\/localhost:4173([^)]*)\)/g,
    ),
  ].map(([, text = '', address = '']) => [text, address]),
);

const addressOf = (text: string): string => {
  const address = offered.get(text);
  if (address === undefined) throw new Error(`README offers nothing named ${text}.`);
  return address;
};

test('README offers a blocked choice', async ({ app }) => {
  const { shell, wizard } = await app.visit(addressOf('a VM with Azure Disk Encryption'));
  await wizard.expectStep('configuration');
  await shell.expectText('A VM with Azure Disk Encryption is rebuilt from its disks.');
});

test('README offers an answer that is lost, and the card the same', async ({
  app,
  azure,
  clock,
  page,
  troubles,
}) => {
  troubles.expectRefusals();
  const address = addressOf('a restore that is ready to start');
  const { overview, shell, wizard } = await app.visit('/');
  await expect(overview.firstVisit.getByRole('link', { name: 'Lose an answer' })).toHaveAttribute(
    'href',
    address,
  );
  await expect(
    overview.firstVisit.getByRole('link', { name: 'See why something isn’t possible' }),
  ).toHaveAttribute('href', addressOf('a VM with Azure Disk Encryption'));
  await overview.firstVisit.getByRole('link', { name: 'Lose an answer' }).click();
  await wizard.expectStep('review');
  await allRead(page);
  await wizard.restore();
  await shell.expectText('Outcome unknown');
  await azure.expectReceived('jobs.list', 2);
  await clock.waitFor(10_000);
  await shell.expectText('Outcome unknown');
  await clock.waitFor(5000);
  await shell.expectText('Job found by search');
  expect(await azure.accepted()).toHaveLength(1);
});

test('README offers a finished restore', async ({ app }) => {
  const { job, shell } = await app.visit(addressOf('a job of the evening before'));
  await job.expectOpen('Restore of web-fe-07');
  await shell.expectText('Next steps');
});
