import { expect, type Page } from 'playwright/test';
import { drawn } from './drivers/page.ts';
import { anotherUserRestores } from './drivers/others.ts';
import { app01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';

/** Which rows of a list React rendered since it was last looked; each by its text, once for each time. */
interface RenderedRows {
  /** Rows that were rendered whole: all that they say. */
  readonly whole: readonly string[];
  /** Rows in which anything was rendered, if only one cell. */
  readonly touched: readonly string[];
}

/** What React keeps of a component or an element; as much of it as its developer tools read. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly stateNode: unknown;
  readonly memoizedProps: unknown;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

declare global {
  interface Window {
    renderedRows?: { whole: string[]; touched: string[] };
  }
}

/**
 * Notes the rows that React renders, by what React tells its developer tools of each commit: nothing of
 * the product is changed for it. For the pages that this one loads from now on.
 */
async function watchRenderedRows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // As React's developer tools know them: functions, classes, forwarded and memoised ones.
    const components = new Set([0, 1, 11, 14, 15]);
    const performedWork = 1;
    const noted: NonNullable<Window['renderedRows']> = { whole: [], touched: [] };
    window.renderedRows = noted;
    const visit = (fiber: Fiber, row: string | null, found: Map<string, boolean>): void => {
      const element = fiber.stateNode instanceof HTMLElement ? fiber.stateNode : null;
      const isRow = element?.dataset['index'] !== undefined;
      const inRow = isRow ? [...element.children].map((cell) => cell.textContent).join(' | ') : row;
      const before = fiber.alternate;
      if (row !== null) {
        const isCell =
          element?.role === 'gridcell' && before?.memoizedProps !== fiber.memoizedProps;
        const isWork = components.has(fiber.tag) && (fiber.flags & performedWork) !== 0;
        if (isCell || isWork) found.set(row, isCell || found.get(row) === true);
      }
      // The same child as before: nothing below was rendered.
      if (before !== null && before.child === fiber.child) return;
      for (let child = fiber.child; child !== null; child = child.sibling)
        visit(child, inRow, found);
    };
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
        const found = new Map<string, boolean>();
        visit(root.current, null, found);
        for (const [text, isWhole] of found) {
          noted.touched.push(text);
          if (isWhole) noted.whole.push(text);
        }
      },
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
  });
}

/** The rows that were rendered since the last look. */
async function takeRenderedRows(page: Page): Promise<RenderedRows> {
  return page.evaluate(() => {
    const noted = window.renderedRows;
    if (noted === undefined) throw new Error('Nobody watches which rows are rendered.');
    return { whole: noted.whole.splice(0), touched: noted.touched.splice(0) };
  });
}

/** What a change of a list renders: the rows concerned, and no other. */

// React tells of its commits from its very first load on.
test.use({ isShared: false, viewport: { width: 1440, height: 2400 } });

test.beforeEach(async ({ page }) => watchRenderedRows(page));

/** Waits until the page stands still, and forgets what was rendered until then. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await drawn(page);
      return (await takeRenderedRows(page)).touched.length;
    })
    .toBe(0);
}

/** A row of the list of jobs, by its text: of a job that does not run. */
const isOver = (row: string): boolean => !/^(?:In progress|Running)/.test(row);

/** The names of the machines in the list, in its order. */
const names = async ({ instances }: Screens): Promise<string[]> =>
  (await instances.rows()).map((row) => row['Backup instance']?.split('\n')[0] ?? '');

async function openInstances(app: App, page: Page): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  await expect.poll(async () => (await names(screens)).length).toBeGreaterThan(10);
  await settled(page);
  return screens;
}

test('sorting moves the rows and renders none', async ({ app, page }) => {
  const screens = await openInstances(app, page);
  const before = await names(screens);
  await screens.instances.sortBy('Vault');
  await expect.poll(async () => await names(screens)).not.toEqual(before);
  expect((await names(screens)).toSorted()).toEqual(before.toSorted());
  await drawn(page);
  expect((await takeRenderedRows(page)).whole).toEqual([]);
});

test('a filter renders no row that stays, and then those alone that come back', async ({
  app,
  page,
}) => {
  const screens = await openInstances(app, page);
  const all = await names(screens);
  await screens.instances.filter('Health', 'Healthy');
  await expect.poll(async () => (await names(screens)).length).toBeLessThan(all.length);
  const left = await names(screens);
  expect(left.length).toBeGreaterThan(5);
  await drawn(page);
  expect((await takeRenderedRows(page)).whole).toEqual([]);
  await screens.shell.press('Clear all filters');
  await expect.poll(async () => await names(screens)).toEqual(all);
  await drawn(page);
  const { whole } = await takeRenderedRows(page);
  expect(whole.length).toBe(all.length - left.length);
  for (const name of left) expect(whole.join('\n')).not.toContain(name);
});

test('typing marks what was found in the rows that stay, and renders none of them whole', async ({
  app,
  page,
}) => {
  const screens = await openInstances(app, page);
  const all = await names(screens);
  await screens.instances.search('sql');
  await expect.poll(async () => (await names(screens)).length).toBeLessThan(all.length);
  await drawn(page);
  const { whole, touched } = await takeRenderedRows(page);
  expect(whole).toEqual([]);
  expect(touched.length).toBeGreaterThan(0);
});

test('a job that arrives is the one row that is rendered', async ({ app, clock, page }) => {
  const { jobs } = await app.open(
    '/jobs?status=inProgress,failed,completedWithWarnings,cancelled,completed&operation=Restore&range=7d',
    'default',
  );
  await jobs.expectRow({ Status: 'In progress', Instance: 'app01' });
  await settled(page);
  const before = await jobs.rows();
  // A service other than Azure has a word of its own.
  const running = before.filter(({ Status }) => /^(?:In progress|Running)$/.test(Status ?? ''));
  expect(running.length).toBeLessThan(before.length / 2);
  await anotherUserRestores(page, { instance: 'app01', group: app01Beside.group });
  await clock.waitFor(61_000);
  await expect.poll(async () => (await jobs.rows()).length).toBe(before.length + 1);
  await drawn(page);
  const { whole, touched } = await takeRenderedRows(page);
  // The new one, and those whose duration is another one by now.
  expect(whole).toHaveLength(1 + running.length);
  // All other jobs have moved, and none of them is rendered again.
  expect(touched.filter(isOver)).toEqual([]);
});

test('a job that is read again renders its own row alone', async ({ app, azure, clock, page }) => {
  const { jobs } = await app.open('/jobs?status=inProgress', 'default');
  await jobs.expectRow({ Status: 'In progress', Instance: 'app01' });
  await settled(page);
  const before = (await azure.received('jobs.get')).length;
  await clock.waitFor(241_000);
  await azure.expectReceived('jobs.get', before + 1);
  await drawn(page);
  const { touched } = await takeRenderedRows(page);
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.filter(isOver)).toEqual([]);
});
