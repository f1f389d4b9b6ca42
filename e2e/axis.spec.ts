import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { jobsForbidden, jobStallsFor, jobsThrottled, offline } from './drivers/faults.ts';
import { atSizes, expectInPlace } from './drivers/layout.ts';
import { anotherUserRestores, openStarted } from './drivers/others.ts';

import type { Screens } from './drivers/screens.ts';
import type { Scenario } from './drivers/simulated.ts';
import { type Clock, type Faults, test } from './fixtures.ts';

/** The restores in progress on one axis of time, in each of its states and in windows of four widths. */

const WIDTHS = [
  [1440, 900],
  [720, 450],
  [400, 800],
  [320, 800],
] as const;

interface State {
  readonly scenario: Scenario;
  readonly arrange: (screens: Screens, given: { clock: Clock; faults: Faults }) => Promise<void>;
  /** What the axis says then. */
  readonly says: readonly RegExp[];
}

const nothing = async (): Promise<void> => Promise.resolve();

/** So many restores more, of which two have the longest names that a VM can have. */
async function manyMore({ page }: Screens, count: number): Promise<void> {
  const instance = 'app01';
  const group = 'rg-restore-weu';
  for (let index = 1; index <= count; index += 1) {
    const vmName = index < 3 ? `copy-${String(index)}-`.padEnd(64, 'x') : `copy-${String(index)}`;
    await anotherUserRestores(page, { instance, group, vmName });
  }
}

const STATES: Readonly<Record<string, State>> = {
  none: { scenario: 'document', arrange: nothing, says: [/^No restores in progress\. Lists read/] },
  'as in a night': {
    scenario: 'default',
    arrange: async ({ jobs, shell }, { clock }) => {
      await shell.goTo('Backup jobs');
      await expect(jobs.running.row('app01')).toContainText('%');
      await clock.pass(60_000);
      await clock.pass(60_000);
    },
    says: [
      /All ready/,
      /Next decision/,
      /Cancel until 0\d:\d\d/,
      /usual 0\d:\d\d–0\d:\d\d/,
      /GiB\/min/,
    ],
  },
  twenty: {
    scenario: 'default',
    arrange: async (screens, { clock }) => {
      await manyMore(screens, 17);
      await clock.pass(60_000);
    },
    says: [/\d of 20 read/, /12 more in progress/],
  },
  'not read': {
    scenario: 'default',
    arrange: async (_, { faults }) => faults.add(jobsForbidden),
    says: [/not read/],
  },
  'bytes not reported': {
    scenario: 'recorded',
    arrange: async (screens) => openStarted(screens, 'restoreDisks'),
    says: [/Bytes not reported/],
  },
  stalled: {
    scenario: 'document',
    arrange: async (screens, { clock, faults }) => {
      const { jobs, shell } = screens;
      await faults.add(jobStallsFor(36_000));
      await openStarted(screens, 'restoreDisks');
      await shell.goTo('Backup jobs');
      await clock.pass(400_000);
      await expect(jobs.running.row('testVM')).toContainText('50%');
      await clock.pass(1_200_000);
    },
    says: [/No progress since/],
  },
  canceling: {
    scenario: 'default',
    arrange: async ({ jobs, shell }) => {
      await shell.goTo('Backup jobs');
      await jobs.cancel('sql-erp-02');
    },
    says: [/canceling/],
  },
  throttled: {
    scenario: 'default',
    arrange: async ({ jobs, shell }, { clock, faults }) => {
      await shell.goTo('Backup jobs');
      await expect(jobs.running.row('app01')).toContainText('%');
      await faults.add(jobsThrottled);
      await clock.pass(240_000);
    },
    says: [/read \d min ago/],
  },
  offline: {
    scenario: 'default',
    arrange: async ({ jobs, shell }, { clock, faults }) => {
      await shell.goTo('Backup jobs');
      await expect(jobs.running.row('app01')).toContainText('%');
      await faults.add(offline);
      await clock.pass(240_000);
    },
    says: [/read \d min ago/],
  },
};

for (const [name, { scenario, arrange, says }] of Object.entries(STATES)) {
  test(`the axis of restores, ${name}`, async ({ app, clock, faults, page }) => {
    const screens = await app.open('/drafts', scenario);
    await arrange(screens, { clock, faults });
    await screens.shell.goTo('Backup jobs');
    const axis = page.getByRole('region', { name: 'Restores in progress' });
    for (const text of says) await expect(axis).toContainText(text);
    await atSizes(page, WIDTHS, async (at) => expectInPlace(page, `${name} ${at}`));
  });
}

test(`${String(Object.keys(STATES).length)} states of the axis, each at ${String(WIDTHS.length)} widths; its marks and its table`, async ({
  app,
  page,
}) => {
  const { jobs } = await app.open('/jobs', 'default');
  const lane = jobs.running.row('app01').getByRole('img');
  await expect(lane).toHaveAccessibleName(
    /^Started 0\d:\d\d, ready .*, usually .*, cancel until 0\d:\d\d, read .* ago$/,
  );
  await page.getByRole('button', { name: 'What the marks mean' }).click();
  await expect(page.getByRole('dialog', { name: 'Marks on the time axis' })).toContainText('Now');
  await expectAccessible(page, 'marks of the axis');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Restores in progress as a table' })).toContainText(
    /app01 to app01-restored.*Create new virtual machine.*GiB\/min/s,
  );
});

test('a lane is opened by a press anywhere in it, and by keys: one stop, arrows, Enter; Tab reaches its Cancel', async ({
  app,
  page,
}) => {
  const { jobs, job, keyboard } = await app.open('/jobs', 'default');
  const first = jobs.running.row('app01-restored');
  const second = jobs.running.row('sql-erp-02');
  await keyboard.reach(jobs.running.row('shop-cart-01'));
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(first.getByRole('button', { name: 'Cancel: app01' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await job.expectOpen('Restore of app01 to app01-restored');
  await page.goBack();
  await second.getByRole('img').click();
  await job.expectOpen(/^Restore of sql-erp-02/);
});

test('backups in progress are one line of the axis, and a table in it', async ({ app, page }) => {
  await app.open('/jobs', 'default');
  const backups = page.getByRole('button', { name: '2 backups in progress' });
  await expect(
    page.getByRole('img', { name: /^hana-hq-01 started .*files-hq started/ }),
  ).toBeVisible();
  await backups.click();
  const table = page.getByRole('table', { name: 'Backups in progress' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row', { name: /files-hq rsv-hq-neu/ })).toContainText(
    'In progress',
  );
  await atSizes(page, WIDTHS, async (at) => expectInPlace(page, `backups opened ${at}`));
});

test('a phone has the region as a button with its choice in words, and the other commands behind More', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const { instances, jobs } = await app.open('/jobs', 'default');
  await expect(jobs.running.row('app01')).toContainText('%');
  for (const machine of ['shop-cart-01', 'app01-restored', 'sql-erp-02'])
    await expect(jobs.running.row(machine)).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Leftover resources' })).toBeVisible();
  await expectAccessible(page, 'more commands');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Primary Region' }).click();
  await instances.region('Secondary Region').click();
  await expect(page).toHaveURL(/view=secondary/);
  await expect(page.getByRole('button', { name: 'Secondary Region' })).toBeVisible();
  await expect(instances.region('Primary Region')).toBeHidden();
});
