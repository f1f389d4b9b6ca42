import { expect, type Locator, type Page } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import {
  jobsForbidden,
  jobStallsFor,
  jobsThrottled,
  late,
  offline,
  secondaryJobsForbidden,
} from './drivers/faults.ts';
import { expectStored } from './drivers/stored-text.ts';
import { atSizes, expectInPlace } from './drivers/layout.ts';
import { anotherUserRestores, openStarted } from './drivers/others.ts';
import { allRead, goTo } from './drivers/page.ts';
import { restoreThere } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { linesSeen } from './drivers/seen-lines.ts';
import { type Fault, type Scenario, stopClock, stepClock } from './drivers/simulated.ts';
import { type Faults, test } from './fixtures.ts';
import type { Troubles } from './troubles.ts';

/** The restores in progress on one axis of time, in each of its states and in windows of four widths. */

const WIDTHS = [
  [1440, 900],
  [720, 450],
  [400, 800],
  [320, 800],
] as const;

/** What the given faults and the pressing of keys need, with time that passes by itself nowhere. */
interface Given extends Screens {
  readonly faults: Faults;
  readonly troubles: Pick<Troubles, 'expectMissingCode'>;
  readonly pass: (milliseconds: number) => Promise<void>;
}

interface State {
  readonly scenario: Scenario;
  /** From Drafts to Backup jobs in this state. */
  readonly arrange: (given: Given) => Promise<void>;
  /** What the page says then. */
  readonly says: readonly RegExp[];
}

const axisOf = (page: Page): Locator => page.getByRole('region', { name: 'Restores in progress' });

/** Backup jobs with each job read whose turn comes, and the past ones that it is compared with. */
async function openJobs({ shell, page }: Screens): Promise<void> {
  await shell.goTo('Backup jobs');
  await expect(axisOf(page)).toContainText(/\d/);
  await expect(axisOf(page)).not.toContainText('…');
  await allRead(page);
}

/** So many restores more, of which two have the longest names that a VM can have. */
async function manyMore({ page, pass }: Given, count: number): Promise<void> {
  const instance = 'app01';
  const group = 'rg-restore-weu';
  for (let index = 1; index <= count; index += 1) {
    const vmName = index < 3 ? `copy-${String(index)}-`.padEnd(64, 'x') : `copy-${String(index)}`;
    await anotherUserRestores(page, { instance, group, vmName });
    // Those that start at one moment stand in the order of their ids, which are others each time.
    await pass(1000);
  }
}

/** Beside the three of the world so many more that have run for a minute. */
const withMore = (count: number, says: readonly RegExp[]): State => ({
  scenario: 'default',
  arrange: async (given) => {
    await manyMore(given, count);
    await given.pass(60_000);
    await openJobs(given);
  },
  says,
});

/** The three of the world, read, and then some minutes with a fault. */
const readThen = (fault: Fault, says: readonly RegExp[]): State => ({
  scenario: 'default',
  arrange: async (given) => {
    await openJobs(given);
    await given.faults.add(fault);
    await given.pass(240_000);
  },
  says,
});

const NO_NETWORK = /^No network since 02:\d\d\. Shown as last read\./;

/** The rows of the table *States* of the look of Backup jobs, by the names of their files. */
const STATES: Readonly<Record<string, State>> = {
  none: {
    scenario: 'document',
    arrange: openJobs,
    says: [/^No restores in progress\. \d+ vaults? and Commvault read \d\d:\d\d\.$/m],
  },
  one: {
    scenario: 'document',
    arrange: async (given) => {
      await openStarted(given, 'createVm');
      await given.pass(180_000);
      await openJobs(given);
    },
    says: [/testVM to targetVM/, /Restores in progress \/ 1 \/ /],
  },
  three: {
    scenario: 'default',
    arrange: openJobs,
    says: [
      /All ready/,
      /Next decision/,
      /Cancel until 0\d:\d\d/,
      /usual 0\d:\d\d–0\d:\d\d/,
      /GiB\/min/,
    ],
  },
  four: withMore(1, [/Restores in progress \/ 4 \/ /]),
  five: withMore(2, [/Restores in progress \/ 5 \/ /]),
  twenty: withMore(17, [/\d of 20 read/, /12 more in progress/]),
  'over-twenty': withMore(21, [/\d of 24 read/, /16 more in progress/]),
  'first-reading-on-its-way': {
    scenario: 'default',
    arrange: async (given) => {
      await given.faults.add(late('jobs.get', 120));
      await given.shell.goTo('Backup jobs');
      await expect(given.jobs.running.row('shop-cart-01-drill')).toContainText('%');
      await allRead(given.page);
    },
    says: [/…/],
  },
  'not-read': {
    scenario: 'default',
    arrange: async (given) => {
      await given.faults.add(jobsForbidden);
      await openJobs(given);
    },
    says: [/not read, next 02:\d\d/],
  },
  'bytes-not-reported': {
    scenario: 'recorded',
    arrange: async (given) => {
      await openStarted(given, 'restoreDisks');
      await openJobs(given);
    },
    says: [/Bytes not reported/],
  },
  stalled: {
    scenario: 'document',
    arrange: async (given) => {
      await given.faults.add(jobStallsFor(36_000));
      await openStarted(given, 'restoreDisks');
      await openJobs(given);
      await given.pass(400_000);
      await expect(given.jobs.running.row('testVM')).toContainText('50%');
      await given.pass(1_200_000);
    },
    says: [/No progress since/],
  },
  canceling: {
    scenario: 'default',
    arrange: async (given) => {
      await openJobs(given);
      const row = given.jobs.running.row('app01');
      await given.jobs.cancel('app01');
      await expect(row).toContainText('Azure accepted the cancel request');
      // Its turn to be read again comes before Azure has canceled it, twenty seconds after the request.
      await given.pass(18_000);
      await expect(row.getByRole('button')).toHaveCount(0);
    },
    says: [/canceling since 02:\d\d/],
  },
  'secondary-region': {
    scenario: 'default',
    arrange: async (given) => {
      await given.shell.goTo('Backup instances');
      await restoreThere(given);
      await given.pass(90_000);
      await openJobs(given);
    },
    says: [/secondary region northeurope/, /can’t be canceled/],
  },
  throttled: readThen(jobsThrottled, [/read \d min ago/]),
  offline: {
    scenario: 'default',
    arrange: async (given) => {
      await openJobs(given);
      await given.faults.add(offline);
      // What the page loads for later doesn't come.
      given.troubles.expectMissingCode();
      await given.page.context().setOffline(true);
      await expect(given.page.getByText(NO_NETWORK)).toHaveCount(1);
      await given.pass(240_000);
    },
    says: [/read \d min ago/],
  },
  'list-not-read': {
    scenario: 'default',
    arrange: async (given) => {
      await given.faults.add(secondaryJobsForbidden);
      await openJobs(given);
    },
    says: [/All ready \| .*of the lists that were read/, /the secondary region of rsv-prod-weu/],
  },
  'nothing-ended': {
    scenario: 'document',
    arrange: async (given) => {
      // The CommServe backs up at eight in the evening for ten minutes: tonight's still runs, and last night's is a day ago.
      await given.pass((7 * 60 + 3) * 60_000);
      await openJobs(given);
    },
    says: [/Nothing that started in the last 24 hours has ended/, /Show the last 7 days/],
  },
  'filter-matches-nothing': {
    scenario: 'default',
    arrange: async (given) => {
      await openJobs(given);
      await goTo(given.page, '/jobs?search=nosuch');
    },
    says: [/No ended jobs that started in the last 24 hours match these filters/, /All ready/],
  },
};

/** The first rows of what has ended say enough of it. */
const ENDED_ROWS = 6;

for (const [name, { scenario, arrange, says }] of Object.entries(STATES)) {
  test(`the axis of restores, ${name}`, async ({ app, faults, page, troubles }) => {
    const screens = await app.open('/drafts', scenario);
    // Ages and ends are of simulated time, which passes by the arrangement alone: each run reads the same.
    await stopClock(page, 120_000);
    const pass = async (milliseconds: number): Promise<void> => {
      await stepClock(page, milliseconds);
      await allRead(page);
    };
    await arrange({ ...screens, faults, troubles, pass });
    const seen: string[] = [];
    await atSizes(page, WIDTHS, async (at) => {
      await expectInPlace(page, `${name} ${at}`);
      seen.push(`== ${at} ==`, ...(await linesSeen(page, ENDED_ROWS)), '');
    });
    const text = seen.join('\n');
    for (const part of says) expect(text).toMatch(part);
    expectStored(text, {
      file: new URL(`axis-states/${name}.txt`, import.meta.url),
      variable: 'AXIS',
      what: 'what Backup jobs says',
      spec: 'e2e/axis.spec.ts',
    });
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
  // What ends first is first, and what no end is known of is last.
  await keyboard.reach(first);
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(jobs.running.row('shop-cart-01')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
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
