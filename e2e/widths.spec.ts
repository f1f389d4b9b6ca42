import { expect, type Page } from 'playwright/test';
import { atSizes, expectInPlace, sizeName, sizes } from './drivers/layout.ts';
import { fillApp01ByCommvault } from './drivers/commvault.ts';
import { appData, reviewDisk, withDisks } from './drivers/disks.ts';
import { listsForbidden } from './drivers/faults.ts';
import { allRead, goTo } from './drivers/page.ts';
import { places, sources } from './drivers/world.ts';
import { configure, fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Every page and step at every width, box by box. */

/** The datasources by their names in the first step, each with the way to the Review of a draft. */
const reviews: Readonly<Record<string, (screens: Screens) => Promise<void>>> = {
  'Azure Virtual machines': fillApp01Beside,
  'Azure Disks': async (screens) => {
    const target = { subscription: 'Contoso Production', group: 'rg-app-prod', name: 'data-2' };
    await reviewDisk(withDisks(screens), { ...appData, ...target });
  },
  'Commvault (Azure VM)': fillApp01ByCommvault,
};

test('no datasource is left out of the walk', async ({ app }) => {
  const { wizard } = await app.open('/restore/new');
  for (const name of Object.keys(reviews)) await expect(wizard.datasource(name)).toBeVisible();
  await expect(wizard.datasources()).toHaveCount(Object.keys(reviews).length);
});

/** Lists, cards and facts with moments. */
const dated = [
  ...places.slice(0, 7).map(({ address }) => address),
  '/instances?datasource=commvault',
  '/jobs?range=7d&datasource=commvault',
];

test.describe('in an American browser', () => {
  // The browser that tests share is British.
  test.use({ isShared: false, locale: 'en-US', viewport: { width: 1440, height: 900 } });

  /** Looks at lists with moments, in a wide window and in a narrow one. */
  async function expectWholeMoments(page: Page, addresses: readonly string[]): Promise<void> {
    await expect(page.getByText(/\d [AP]M$/).first()).toBeVisible();
    for (const [width, height] of [
      [1440, 900],
      [400, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const address of addresses) {
        await goTo(page, address);
        await allRead(page);
        await expectInPlace(page, `${address} at ${String(width)}`);
      }
    }
  }

  const jobs = '/jobs?range=7d';

  test('no moment of the jobs is cut, or broken before its AM or PM', async ({ app, page }) => {
    await app.open(jobs, 'default');
    await expectWholeMoments(page, [jobs]);
  });

  test('when a restore is ready fits its place in a narrow window', async ({ app, page }) => {
    await app.open(jobs, 'default');
    await page.setViewportSize({ width: 400, height: 800 });
    const band = page.getByRole('table', { name: 'Restores in progress' });
    const ready = band.getByRole('cell', { name: /[AP]M–.*[AP]M$/ });
    await expect(ready.first()).toBeVisible();
    for (const cell of await ready.all()) {
      const { own, place } = await cell.evaluate(({ scrollWidth, clientWidth }) => ({
        own: scrollWidth,
        place: clientWidth,
      }));
      expect(own).toBeLessThanOrEqual(place);
    }
  });

  test('nor is one elsewhere', async ({ app, page }) => {
    await app.open(jobs, 'default');
    await expectWholeMoments(
      page,
      dated.filter((address) => address !== jobs),
    );
  });
});

/** Below 1024 pixels. */
const narrow = sizes.filter(([width]) => width < 1024);

type Windows = readonly (readonly [number, number])[];

/** Looks at one screen in each window. */
const look = async (page: Page, windows: Windows, name: string): Promise<void> =>
  atSizes(page, windows, async (at) => expectInPlace(page, `${name} ${at}`));

async function lookAtSteps(
  screens: Screens,
  windows: Windows,
  review: (screens: Screens) => Promise<void>,
): Promise<void> {
  const { page, wizard } = screens;
  await review(screens);
  for (const step of await wizard.stepButtons()) {
    await step.click();
    await look(page, windows, await step.innerText());
  }
}

const OTHER_COLORS = [
  ['in the dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['in the colors of a person’s own choice', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;

/** Colors change edges at most: one window for each layout. */
const colored = [
  [1440, 900],
  [1024, 768],
  [720, 450],
  [400, 800],
  [320, 800],
] as const;

async function lookAtLongNames(screens: Screens, windows: Windows): Promise<void> {
  const { page, shell, overview, configuration, job, wizard } = screens;
  await overview.openRunning('payments-settlement');
  await job.expectProgress('%');
  await look(page, windows, 'a job');
  for (const address of ['/instances', '/instances?datasource=disk', '/jobs', '/vaults', '/']) {
    await goTo(page, address);
    await shell.expectText(/as-long-as-azure/);
    await look(page, windows, address);
  }
  await goTo(page, '/instances');
  await shell
    .content()
    .getByRole('link', { name: /^payments-settlement/ })
    .click();
  await shell.expectText('Crash');
  await look(page, windows, 'a machine');
  await shell
    .content()
    .getByRole('link', { name: /^Restore as of/ })
    .first()
    .click();
  await wizard.expectStep('configuration');
  await allRead(page);
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill(`payments-restored${'-again'.repeat(7)}`);
  await look(page, windows, 'Configuration');
  await wizard.openStep('instance');
  await look(page, windows, 'Backup instance');
  await wizard.openStep('restore-point');
  await look(page, windows, 'Restore point');
  await wizard.openStep('review');
  await look(page, windows, 'Review');
  await wizard.openStep('configuration');
  await configuration.group('Replace existing').check();
  await wizard.openStep('review');
  await look(page, windows, 'Review of a replacement');
}

async function openPlan({ page, wizard, keyboard }: Screens, at: string): Promise<void> {
  await expect(wizard.plan(), at).toHaveCount(0);
  await expect(wizard.planLine(), at).toContainText(
    /New VM app01-night · at least 4 h 4\d min of changes lost/,
  );
  await keyboard.activate(wizard.planLine());
  const sentence =
    /^Creates a new VM app01-night in rg-restore-weu, Contoso Production, West Europe/;
  await expect(wizard.picture(sentence), at).toBeVisible();
  await expectInPlace(page, `the plan ${at}`);
  const parts = await wizard
    .planDrawer()
    .getByRole('button', { name: /^Result, / })
    .all();
  expect(parts.length, at).toBeGreaterThan(0);
  // What a finger has to hit.
  for (const part of parts)
    expect((await part.boundingBox())?.height, at).toBeGreaterThanOrEqual(44);
  await keyboard.press('Escape');
  await expect(wizard.planDrawer(), at).toHaveCount(0);
  await expect(wizard.planLine(), at).toBeFocused();
}

async function followPlan({ wizard, configuration }: Screens, at: string): Promise<void> {
  await wizard.planLine().click();
  await wizard
    .planDrawer()
    .getByRole('button', { name: /^Result, app01-restored-0604/ })
    .click();
  await expect(wizard.planDrawer(), at).toHaveCount(0);
  await expect(configuration.name(), at).toBeFocused();
}

async function fillPlan(screens: Screens): Promise<void> {
  await fillApp01Beside(screens);
  await screens.wizard.openStep('configuration');
}

async function beginPlan(screens: Screens): Promise<void> {
  await configure(screens, sources.app01);
  await screens.configuration.chooseType('Create new virtual machine');
}

test.describe('in the smallest window', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test(
    'every step of Azure Virtual machines',
    { tag: proves('each step fits the smallest window') },
    async ({ app }) => {
      const screens = await app.open('/instances', 'default');
      await lookAtSteps(screens, [[320, 256]], fillApp01Beside);
    },
  );
});

test.describe('in a window of 1024 pixels', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('the longest names', async ({ app }) => {
    await lookAtLongNames(await app.open('/', 'long-names'), [[1024, 768]]);
  });
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 400, height: 800 } });

  test('the plan is one line, and opens as a drawer', async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    await fillPlan(screens);
    await openPlan(screens, 'narrow');
  });
});

test.describe('at every size', () => {
  for (const { name, address, title } of places)
    test(name, async ({ app, page, troubles }) => {
      troubles.expectRefusals();
      const { shell } = await app.open('/', 'default');
      await goTo(page, address);
      await shell.expectTitle(title);
      await look(page, sizes, name);
    });

  test('a job that runs, and one that failed', async ({ app, page, troubles }) => {
    troubles.expectRefusals();
    const { overview, job } = await app.open('/', 'default');
    await overview.openRunning('app01');
    await job.expectProgress('%');
    await look(page, sizes, 'a job that runs');
    await goTo(page, '/');
    await overview.attention('Restore of testVM').getByRole('link').first().click();
    await expect(job.errors()).toBeVisible();
    await look(page, sizes, 'a job that failed');
  });

  for (const [datasource, review] of Object.entries(reviews))
    test(`every step of ${datasource}`, async ({ app }) => {
      await lookAtSteps(await app.open('/instances', 'default'), sizes, review);
    });

  for (const [width, height] of sizes)
    test(`the simulation panel ${sizeName(width, height)}`, async ({ app, page }) => {
      await page.setViewportSize({ width, height });
      const screens = await app.open('/', 'default');
      await screens.simulation.open();
      await screens.simulation.expectText('Log');
      for (const { name, address, title } of places.slice(0, 5)) {
        await goTo(page, address);
        await screens.shell.expectTitle(title);
        await look(page, [[width, height]], `${name}, simulated`);
      }
      await configure(screens, sources.app01);
      await look(page, [[width, height]], 'Configuration, simulated');
      await screens.simulation.expectText('Log');
    });

  test('the longest names', async ({ app }) => {
    await lookAtLongNames(await app.open('/', 'long-names'), sizes);
  });

  for (const [colors, media] of OTHER_COLORS)
    test(`the longest names, ${colors}`, async ({ app, page }) => {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await lookAtLongNames(await app.open('/', 'long-names'), colored);
    });

  test('the plan is one line, and opens as a drawer', async ({ app, page }) => {
    const screens = await app.open('/instances', 'default');
    await fillPlan(screens);
    await atSizes(page, narrow, async (at) => openPlan(screens, at));
  });
});

// A visit for each window: the same part, followed again, doesn't take the focus again.
for (const [width, height] of narrow)
  test.describe(sizeName(width, height), () => {
    test.use({ viewport: { width, height } });

    test('a part of the plan leads to its field', async ({ app }) => {
      const screens = await app.open('/instances', 'default');
      await beginPlan(screens);
      await followPlan(screens, sizeName(width, height));
    });
  });

for (const [width, height] of sizes) {
  test.describe(sizeName(width, height), () => {
    test.use({ viewport: { width, height } });

    test('what opens, and what is refused', async ({ app, page, faults }) => {
      const screens = await app.open('/instances', 'default');
      const { shell, wizard, configuration, explanation, notices, search, instances } = screens;
      await instances.openFilter('Vault');
      await expectInPlace(page, 'a filter');
      await page.keyboard.press('Escape');
      await notices.open();
      await expectInPlace(page, 'notifications');
      await page.keyboard.press('Escape');
      await search.open();
      await search.type('app');
      await expect(search.list()).toBeVisible();
      await expectInPlace(page, 'results of a search');
      await page.keyboard.press('Escape');
      await configure(screens, sources.hrDb);
      await explanation.why('Replace existing').click();
      await expectInPlace(page, 'an explanation');
      await wizard.tryNext();
      await expectInPlace(page, 'refused by Next');
      await configuration.list('Restore Type').click();
      await expectInPlace(page, 'a list');
      await page.keyboard.press('Escape');
      await faults.add(listsForbidden);
      await goTo(page, '/jobs?range=7d');
      await shell.expectAlert(/./);
      await expectInPlace(page, 'an error');
    });
  });
}
