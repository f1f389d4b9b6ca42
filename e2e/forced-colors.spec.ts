import { expect, type Locator, type Page } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { jobStallsFor } from './drivers/faults.ts';
import { allRead, goTo } from './drivers/page.ts';
import { pageOf, sources, vaultAddresses } from './drivers/world.ts';
import {
  changesIn,
  contrast,
  grayOf,
  groundsLost,
  linksInText,
  middleOf,
  partsOf,
  shapeOf,
} from './drivers/forced-colors.ts';
import { configure, fillApp01Beside } from './drivers/restores.ts';
import { openStarted } from './drivers/others.ts';
import { stepIds } from './drivers/wizard.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Differences without any color, and in the colors of a person's own choice. */

const COLORS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** WCAG 2.2, 1.4.11: parts of a picture that are needed to understand it. */
const ENOUGH = 3;

async function expectLine(page: Page, bar: Locator): Promise<void> {
  const { filled, rest } = await partsOf(page, bar);
  expect(changesIn([...filled, ...rest]), 'one edge').toBe(1);
  expect(contrast(middleOf(filled), middleOf(rest))).toBeGreaterThan(ENOUGH);
}

async function colorOf(element: Locator): Promise<string> {
  return element.evaluate((one) => getComputedStyle(one).color);
}

/** The gray of an element at its left edge, half way down. */
async function edgeOf(page: Page, element: Locator): Promise<number> {
  const gray = await grayOf(page, element);
  return gray[Math.floor(gray.length / 2)]?.[1] ?? Number.NaN;
}

test(
  'how far a restore is can be seen in all colors, wherever it is drawn',
  { tag: proves('forced colors hide no progress') },
  async ({ app, page }) => {
    const { overview, shell, jobs } = await app.open('/', 'default');
    await overview.expectMoving('app01');
    for (const colors of COLORS) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...colors });
      await expectLine(page, overview.progress('app01'));
    }
    await shell.goTo('Backup jobs');
    await expectLine(page, jobs.running.row('app01').getByRole('progressbar'));
  },
);

test('the flag on the timeline can be read in all colors', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  await configure(screens, sources.app01);
  await screens.wizard.openStep('restore-point');
  const flag = screens.wizard.pointSlider();
  await expect(flag).toBeVisible();
  for (const colors of COLORS) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...colors });
    const [text, ground] = await flag.evaluate((one) => {
      const { color, backgroundColor } = getComputedStyle(one);
      return [color, backgroundColor];
    });
    expect(text, colors.forcedColors).not.toBe(ground);
  }
});

test('a stalled restore differs from one that runs by its shape, in all colors', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'document');
  const { job, jobs, shell } = screens;
  await faults.add(jobStallsFor(3600));
  await openStarted(screens, 'restoreDisks');
  await clock.pass(400_000);
  await job.expectProgress('50%');
  const row = jobs.running.row('testVM');
  const shapes = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const colors of COLORS) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...colors });
      found.push(shapeOf(await grayOf(page, row.getByRole('progressbar'))));
    }
    return found;
  };
  await shell.goTo('Backup jobs');
  await expect(row).toContainText('50%');
  const running = await shapes();
  await clock.pass(1_200_000);
  await expect(row).toContainText('No progress since');
  const stalled = await shapes();
  for (const [index, shape] of stalled.entries()) expect(shape).not.toBe(running[index]);
});

test('outcomes of the jobs of a day differ by pattern in all colors', async ({ app, page }) => {
  const { overview } = await app.open('/', 'default');
  await expect(overview.kinds()).toHaveCount(5);
  // What is read later would move the marks while they are looked at.
  await allRead(page);
  for (const colors of COLORS) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...colors });
    const looks = async () => {
      const shapes = [];
      for (const kind of await overview.kinds().all()) {
        const gray = await grayOf(page, kind);
        // The mark stands before the words, in the middle of their line.
        shapes.push(shapeOf(gray.slice(4, 14).map((row) => row.slice(1, 11))));
      }
      return {
        different: new Set(shapes).size,
        plain: shapes.filter((shape) => shape === 'plain').length,
      };
    };
    await expect.poll(looks).toEqual({ different: 5, plain: 1 });
  }
});

/** The pages: address, title, and at least how many links stand among their words. */
const PLACES = [
  ['/', 'Overview', 4],
  ['/instances', 'Backup instances', 0],
  [pageOf.hrDb, 'hr-db-01', 10],
  [`${pageOf.sqlErp}?compare=51658688920381720,17452008559618020`, 'sql-erp-02', 2],
  ['/jobs', 'Backup jobs', 0],
  ['/vaults', 'Vaults', 1],
  [vaultAddresses.prod, 'rsv-prod-weu', 2],
  ['/rules?kind=block', 'Constraints', 100],
  ['/rules?rule=replace.encrypted', 'Constraint replace.encrypted', 0],
  ['/what-happened?what=no-start', 'What happened?', 0],
] as const;

for (const [address, title, least] of PLACES) {
  const what = `${title}: links in text are underlined, and in own colors surfaces have edges`;
  test(what, async ({ app, page }) => {
    const { shell } = await app.open(address, 'default');
    await shell.expectTitle(title);
    await allRead(page);
    await expect.poll(async () => (await linksInText(page)).seen).toBeGreaterThanOrEqual(least);
    expect((await linksInText(page)).plain).toEqual([]);
    expect(await groundsLost(page)).toEqual([]);
  });
}

test('a job that failed: its links are underlined', async ({ app, page }) => {
  const { shell, job } = await app.open('/', 'default');
  await shell.follow('Restore of testVM');
  await expect(job.errors()).toBeVisible();
  const { seen, plain } = await linksInText(page);
  expect(seen).toBeGreaterThan(0);
  expect(plain).toEqual([]);
});

test('links and Why are underlined in every step, and Why is a link that can be hit', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { explanation, shell, wizard } = screens;
  await configure(screens, sources.hrDb);
  for (const step of stepIds) {
    await wizard.openStep(step);
    await allRead(page);
    await wizard.answers.unfold();
    // What is folded is drawn once it is open.
    await expect.poll(async () => (await linksInText(page)).seen, step).toBeGreaterThan(1);
    expect.soft((await linksInText(page)).plain, step).toEqual([]);
  }
  await wizard.openStep('configuration');
  for (const why of await explanation.everyWhy().all()) {
    const box = await why.boundingBox();
    expect.soft(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(24);
  }
  const why = explanation.why('Replace existing');
  for (const colors of COLORS) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...colors });
    const crumb = shell.crumb('Backup instances');
    await expect.poll(async () => (await colorOf(why)) === (await colorOf(crumb))).toBe(true);
  }
});

test('an explanation and the request keep an edge in own colors', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  await configure(screens, sources.hrDb);
  await screens.explanation.why('Replace existing').click();
  expect.soft(await groundsLost(page), 'an explanation').toEqual([]);
  await fillApp01Beside(screens);
  await expect(await screens.wizard.request()).toContainText('POST ');
  expect.soft(await groundsLost(page), 'Review').toEqual([]);
});

test('panels keep an edge in own colors where they stand below the page', async ({ app, page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  const { job, overview, shell } = await app.open('/what-happened', 'default');
  expect.soft(await groundsLost(page), 'What happened?').toEqual([]);
  await shell.goTo('Overview');
  await overview.expectMoving('app01');
  expect.soft(await groundsLost(page), 'Overview').toEqual([]);
  await overview.openRunning('app01');
  await job.expectProgress('%');
  expect.soft(await groundsLost(page), 'a job').toEqual([]);
});

test('the page that is open is marked in the navigation in all colors, as a rail too', async ({
  app,
  page,
}) => {
  const { shell } = await app.open('/jobs', 'default');
  const link = (name: string): Locator => shell.navigation().getByRole('link', { name });
  for (const width of [1440, 900]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colors of COLORS) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...colors });
      const here = await edgeOf(page, link('Backup jobs'));
      expect(contrast(here, await edgeOf(page, link('Vaults')))).toBeGreaterThan(ENOUGH);
    }
  }
});

test('what is chosen can be read in own colors: a row, a point in time, a region', async ({
  app,
  page,
}) => {
  const { instances, instance, shell } = await app.open('/instances', 'default');
  await instances.choose('hr-db-01', 'rg-hr');
  await expectAccessible(page, 'a chosen instance');
  await goTo(page, pageOf.hrDb);
  await shell.expectTitle('hr-db-01');
  await allRead(page);
  await instance.timeline().press('End');
  await expect(instance.points.row('4 Jun 2025, 23:34')).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page, 'a chosen point');
});
