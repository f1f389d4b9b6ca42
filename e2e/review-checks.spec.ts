import { expect, type Locator, type Page } from 'playwright/test';
import { fillApp01ByCommvault } from './drivers/commvault.ts';
import { appData, reviewDisk, withDisks } from './drivers/disks.ts';
import { allRead } from './drivers/page.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** The checks of each Review: one table, one line for what passed, actions on demand, the time of reading once. */

interface Review {
  readonly name: string;
  readonly open: (screens: Screens) => Promise<void>;
  /** Whole rows in view at 1440 × 900 and at 1280 × 800: two there, or as many as there are. */
  readonly rows: number;
  readonly rowsInSmall: number;
  /** What passed and says so much that it takes a second line. */
  readonly long?: string;
}

const REVIEWS: readonly Review[] = [
  { name: 'a new VM', open: fillApp01Beside, rows: 6, rowsInSmall: 2 },
  {
    name: 'a replacement of a VM that runs',
    open: async (screens) => {
      await configure(screens, sources.app01);
      await screens.configuration.fillReplacement(app01Beside.staging);
      await screens.wizard.openStep('review');
    },
    rows: 5,
    rowsInSmall: 1,
    // Another restore from this VM is in progress, to another target.
    long: 'Other restores to this target',
  },
  {
    name: 'an Azure disk',
    open: async (screens) => {
      const target = { subscription: 'Contoso Production', name: 'app01-again' };
      await reviewDisk(withDisks(screens), { ...appData, ...target });
    },
    rows: 7,
    rowsInSmall: 2,
  },
  { name: 'a VM through Commvault', open: fillApp01ByCommvault, rows: 2, rowsInSmall: 2 },
];

const checks = (page: Page): Locator => page.getByRole('table', { name: 'Checks', exact: true });

/** Rows of checks that are whole between the top of the page and the buttons at its foot. */
async function wholeRows(page: Page): Promise<number> {
  const foot = page.getByRole('button', { name: 'Previous' });
  const limit = ((await foot.boundingBox())?.y ?? 0) - 8;
  return checks(page)
    .getByRole('row')
    .evaluateAll(
      (rows, bottom) =>
        rows.filter((row) => {
          const box = row.getBoundingClientRect();
          return box.height > 1 && box.bottom <= bottom;
        }).length,
      limit,
    );
}

/** The heights of what passed. */
const heightsOfPassed = async (page: Page, long = 'none'): Promise<readonly number[]> =>
  checks(page)
    .getByRole('row')
    .filter({ hasText: /^Passed/, hasNotText: long })
    .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));

for (const { name, open, rows, rowsInSmall, long } of REVIEWS) {
  test.describe(name, () => {
    test.use({ viewport: { width: 1440, height: 900 } });

    test('its checks are in view, one line each, and read once', async ({ app, page }) => {
      const screens = await app.open('/instances', 'default');
      await open(screens);
      await allRead(page);
      const section = page.getByRole('region', { name: 'Before you restore', exact: true });
      await expect(section).toBeVisible();
      const inView = await wholeRows(page);
      const heights = await heightsOfPassed(page, long);
      globalThis.console.info(`${name} × 1440 × 900: ${String(inView)} rows, ${heights.join(' ')}`);
      expect(inView).toBeGreaterThanOrEqual(rows);
      expect(heights.filter((height) => height !== 36)).toEqual([]);
      await expect(section.getByText(/^Updated .* ago$/)).toHaveCount(1);
      await expect(checks(page).getByText(/^Updated/)).toHaveCount(0);
      // What holds Restore back stands in one place, in the same words.
      await expect(
        section.getByRole('heading', { name: /^(?:Ready|Checking|Not possible)/ }),
      ).toHaveCount(1);
      await page.setViewportSize({ width: 1280, height: 800 });
      const inSmall = await wholeRows(page);
      globalThis.console.info(`${name} × 1280 × 800: ${String(inSmall)} rows`);
      expect(inSmall).toBeGreaterThanOrEqual(rowsInSmall);
    });

    test('no action of Azure is in view until its fold is opened', async ({ app, page }) => {
      const screens = await app.open('/instances', 'default');
      await open(screens);
      await allRead(page);
      const action = checks(page).getByText(/Microsoft\.\w+\//);
      await expect(action.filter({ visible: true })).toHaveCount(0);
      const folds = checks(page).getByText(/^\d+ actions?$/);
      const count = await folds.count();
      for (const fold of await folds.all()) await fold.click();
      await expect(action.filter({ visible: true })).toHaveCount(count);
    });
  });
}
