import { expect, type Locator } from 'playwright/test';
import { commvaultApp01 } from './drivers/commvault.ts';
import { sizeName } from './drivers/layout.ts';
import { allRead, beginDraft, goTo } from './drivers/page.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import {
  boxesOf,
  mannersOf,
  moved,
  type RowManners,
  rowsOf,
  scrolledSideways,
  tableOf,
  tablesOf,
} from './drivers/rows.ts';
import type { Screens } from './drivers/screens.ts';
import { diskPageOf, diskSources, pageOf, troubleAddress } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** The rows of every table: what they do under a pointer, and that they stand still. */

const quiet: RowManners = {
  lights: false,
  press: 'nothing',
  ctrlPress: 'nothing',
  drag: 'marks, nothing',
  ctrlLink: 'no link',
};
/** Its links are all that can be pressed. */
const linked: RowManners = { ...quiet, ctrlLink: 'a tab' };
const selects: RowManners = { ...quiet, lights: true, press: 'selects', ctrlPress: 'selects' };
const linkedSelects: RowManners = { ...selects, ctrlLink: 'a tab' };
const opens: RowManners = { ...linked, lights: true, press: 'opens' };

const restoreOf = (instance: string): string =>
  `/restore/new?instance=${encodeURIComponent(instance)}`;
const app01 = restoreOf(pageOf.app01.replace('/instances/', ''));

interface Place {
  readonly open: (screens: Screens) => Promise<void>;
  readonly tables: Readonly<Record<string, RowManners>>;
  /** The row that is tried; it isn't selected yet. */
  readonly row?: number;
}

/** Anew, wherever one has been. */
const at =
  (address: string): Place['open'] =>
  async ({ page }) => {
    await goTo(page, '/settings');
    await goTo(page, address);
  };

const toInstances: Place['open'] = async (screens) => {
  await at(app01)(screens);
  await screens.wizard.openStep('instance');
};

const toDiskPoints: Place['open'] = async ({ page }) => {
  const instance = diskSources['app01_DataDisk_0']?.instance ?? null;
  await beginDraft(page, { datasource: 'azure-disk', instance }, 'restore-point');
};

const places: Readonly<Record<string, Place>> = {
  Overview: {
    open: at('/'),
    tables: { 'Restores in progress': linked, 'Backup instances by health': linked },
  },
  'Backup instances': { open: at('/instances'), tables: { 'Backup instances': linkedSelects } },
  'disks among them': {
    open: at('/instances?datasource=disk'),
    tables: { 'Backup instances': linkedSelects },
  },
  'VMs of Commvault among them': {
    open: at('/instances?datasource=commvault'),
    tables: { 'Backup instances': linkedSelects },
  },
  'Backup jobs': {
    open: at('/jobs?range=7d'),
    tables: { 'Restores in progress': opens, 'Backup jobs': opens },
  },
  Vaults: { open: at('/vaults'), tables: { Vaults: opens } },
  'a Backup vault': {
    open: at(diskPageOf.vault),
    tables: { Disks: linked, 'Jobs in the last 7 days': linked },
  },
  Drafts: {
    open: async (screens) => {
      await at(app01)(screens);
      await screens.wizard.expectStep('restore-point');
      await goTo(screens.page, '/drafts');
    },
    tables: { Drafts: linked },
  },
  'Leftover resources': {
    open: at('/leftovers'),
    tables: { 'Disks without a VM': selects, 'NICs without a VM': selects },
  },
  'a machine': {
    open: at(pageOf.app01),
    tables: {
      'Restore points': linkedSelects,
      'Disks with their own backups': linked,
      'Jobs in the last 7 days': linked,
      'Past restores': linked,
    },
  },
  'What happened?': {
    open: at(troubleAddress({ what: 'ransomware' })),
    tables: { 'Virtual machine': selects },
  },
  'the step for the instance': {
    open: toInstances,
    row: 2,
    tables: { 'Backup instance': selects },
  },
  'the step for the point of a machine': {
    open: at(app01),
    row: 2,
    tables: { 'Restore point': selects },
  },
  'the step for the point of a disk': {
    open: toDiskPoints,
    row: 2,
    tables: { 'Restore point': selects },
  },
  'the step for the point of a VM of Commvault': {
    open: at(restoreOf(commvaultApp01)),
    row: 2,
    tables: { 'Restore point': selects },
  },
  Review: {
    open: async (screens) => {
      await at('/instances')(screens);
      await fillApp01Beside(screens);
    },
    tables: { Checks: quiet },
  },
};

for (const [name, { open, tables, row = 0 }] of Object.entries(places))
  test(`rows under a pointer: ${name}`, async ({ app, page }) => {
    const screens = await app.open('/settings', 'default');
    const again = async (): Promise<void> => {
      await open(screens);
      await allRead(page);
    };
    await again();
    await expect.poll(async () => tablesOf(page)).toEqual(Object.keys(tables));
    for (const [label, manners] of Object.entries(tables)) {
      await again();
      const found = await mannersOf(rowsOf(tableOf(page, label)).nth(row), again);
      globalThis.console.info(`${name} × ${label}: ${JSON.stringify(found)}`);
      expect.soft(found, label).toEqual(manners);
    }
  });

test('the time of a point is marked by a drag over it, which does not select the point', async ({
  app,
  page,
}) => {
  const { wizard } = await app.open(app01, 'default');
  const other = wizard.points.row('2 Jun 2025, 22:05');
  const box = await other.getByText('2 Jun 2025,').first().boundingBox();
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 1, y + height / 2, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('2 Jun');
  await expect(wizard.point('4 Jun 2025, 22:03')).toBeChecked();
  await expect(other).toHaveAttribute('aria-selected', 'false');
});

const sizes = [
  [1440, 900],
  [1024, 768],
  [400, 800],
] as const;

interface Choice {
  readonly label: string;
  readonly open: (screens: Screens) => Promise<void>;
  /** Where the keys start. */
  readonly from: (table: Locator) => Locator;
  /** Moves the choice on. */
  readonly keys: readonly string[];
  /** Left out: a page of rows. */
  readonly moves?: number;
  /** What stands above the table says more of some choices, and pushes it as a whole: its own place isn't compared. */
  readonly isPushed?: true;
}

const checked = (table: Locator): Locator => table.getByRole('radio', { checked: true });
const firstRow = (table: Locator): Locator => rowsOf(table).first();

/** With each of the badges, where there is nothing else. */
const points: Omit<Choice, 'open'> = {
  label: 'Restore point',
  from: checked,
  keys: ['ArrowDown'],
};

const choices: Readonly<Record<string, Choice>> = {
  'points, one suggested': { ...points, open: at(app01) },
  'points, one the newest before a moment': {
    ...points,
    open: async (screens) => {
      await at(app01)(screens);
      const { instance, wizard } = screens;
      await instance.before().fill('4 Jun 01:00');
      await instance.before().press('Enter');
      await expect(wizard.points.row('3 Jun 2025, 22:05')).toContainText('Newest before');
    },
  },
  'points of a database': {
    ...points,
    open: at(restoreOf(pageOf.sqlErp.replace('/instances/', ''))),
  },
  'points of a disk': { ...points, open: toDiskPoints },
  'points of Commvault': { ...points, open: at(restoreOf(commvaultApp01)) },
  'backup instances of the wizard': {
    label: 'Backup instance',
    open: toInstances,
    from: checked,
    keys: ['ArrowDown'],
    isPushed: true,
  },
  'machines of What happened?': {
    label: 'Virtual machine',
    open: at(troubleAddress({ what: 'ransomware' })),
    from: (table) => table.getByRole('radio').first(),
    keys: ['ArrowDown'],
    isPushed: true,
  },
  'backup instances': {
    label: 'Backup instances',
    open: at('/instances'),
    from: firstRow,
    keys: ['ArrowDown', ' '],
  },
  'points of the page of a machine': {
    label: 'Restore points',
    open: at(pageOf.app01),
    from: firstRow,
    keys: ['ArrowDown', ' '],
  },
  'leftover resources': {
    label: 'Disks without a VM',
    open: at('/leftovers'),
    from: (table) => table.getByRole('checkbox').first(),
    keys: [' ', 'Tab'],
    moves: 5,
  },
};

for (const [name, { label, open, from, keys, moves = 12, isPushed = false }] of Object.entries(
  choices,
))
  for (const [width, height] of sizes)
    test(`stands still ${sizeName(width, height)}: ${name}`, async ({ app, page }) => {
      await page.setViewportSize({ width, height });
      await open(await app.open('/settings', 'default'));
      const table = tableOf(page, label);
      await expect(from(table)).toBeVisible();
      await allRead(page);
      const before = (await boxesOf(table)).slice(Number(isPushed));
      await from(table).focus();
      const found = new Set<string>();
      for (let move = 0; move < moves; move += 1) {
        for (const key of keys) await page.keyboard.press(key);
        await allRead(page);
        for (const one of moved(before, await boxesOf(table))) found.add(one);
        for (const one of await scrolledSideways(table)) found.add(`${one} scrolls sideways`);
      }
      expect([...found]).toEqual([]);
    });

test('no age moves a column', async ({ app, clock, page }) => {
  const { wizard } = await app.open(app01, 'default');
  await expect(wizard.points.row('4 Jun 2025, 22:03')).toContainText('4 h 4');
  const table = tableOf(page, 'Restore point');
  const before = await boxesOf(table);
  await clock.pass(7_200_000);
  await expect(wizard.points.row('4 Jun 2025, 22:03')).toContainText('6 h 4');
  expect(moved(before, await boxesOf(table))).toEqual([]);
});
