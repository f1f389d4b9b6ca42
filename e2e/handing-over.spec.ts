import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { copyHandOver, copyHandOverByHand, copyLink, copyLinkByHand } from './drivers/hand-over.ts';
import { openRecord } from './drivers/jobs.ts';
import { allRead, goTo } from './drivers/page.ts';
import { configure, restoreEnded, fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { pageOf, sources } from './drivers/world.ts';
import { type Clock, test } from './fixtures.ts';

/** What one person passes on to the next: the address of what is shown, and a sentence about a job. */

const vault = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-backup-weu~rsv-prod-weu';
const JOBS = {
  running: `/jobs/${vault}~0ea2e330-8441-4248-ade5-dd07274eacec`,
  done: `/jobs/${vault}~44158ccd-f446-46f1-a08d-bbe7f2e6e214`,
  failed:
    '/jobs/00000000-0000-0000-0000-000000000000~testVaultRG~testVault~5d6a8ee0-f2f7-446b-a2c9-cac3335ab248',
  commvault: '/jobs/commvault%3Acommserve.contoso.example%2Fjob%2F8163407',
} as const;

interface Place {
  readonly name: string;
  readonly open: (screens: Screens, clock: Clock) => Promise<void>;
}

interface PlaceOfJob extends Place {
  /** The title of its job. */
  readonly heading: RegExp;
  /** How the sentence goes. */
  readonly sentence: RegExp;
}

const print = (...row: readonly string[]): void =>
  void process.stdout.write(`${row.join(' | ')}\n`);

const at =
  (address: string, title: string | RegExp) =>
  async ({ page, shell }: Screens): Promise<void> => {
    await goTo(page, address);
    await shell.expectTitle(title);
    await allRead(page);
  };

const JOBS_TO_PASS_ON: readonly PlaceOfJob[] = [
  {
    name: 'a running job',
    open: at(JOBS.running, /^Restore of app01/),
    heading: /^Restore of app01/,
    sentence:
      /^Restore of app01 to app01-restored as of 4 Jun 2025, 22:03: \d\d% of the data at 02:4\d UTC, expected \d\d:\d\d to \d\d:\d\d\.$/,
  },
  {
    name: 'a job that is done',
    open: at(JOBS.done, /^Restore of web-fe-07/),
    heading: /^Restore of web-fe-07/,
    sentence:
      /^Restore of web-fe-07 to disks in rg-restore-weu as of 3 Jun 2025, 23:11, ended 4 Jun 2025, 21:53 UTC: Completed\. Read back 02:4\d UTC\.$/,
  },
  {
    name: 'a job that failed',
    open: at(JOBS.failed, /^Restore of testVM/),
    heading: /^Restore of testVM/,
    sentence:
      /^Restore of testVM to testVM-copy as of 4 Jun 2025, 06:06, ended 01:24 UTC: Restore failed\. Error 400229, UserErrorInstantRpNotFound\.$/,
  },
  {
    name: 'a job of Commvault',
    open: at(JOBS.commvault, /^Restore of shop-cart-01/),
    heading: /^Restore of shop-cart-01/,
    sentence: /^Restore of shop-cart-01 to shop-cart-01-drill.*: \d+% of the data at 02:4\d UTC/,
  },
  {
    name: 'a record',
    open: async (screens) => {
      await at(JOBS.done, /^Restore of web-fe-07/)(screens);
      await openRecord(screens.page);
    },
    heading: /^Restore of web-fe-07/,
    sentence: /^Restore of web-fe-07 to disks in rg-restore-weu .*: Completed\./,
  },
  {
    name: 'a restore of this browser that is done',
    open: async (screens, clock) => {
      await fillApp01Beside(screens);
      await restoreEnded(screens, clock, /^Restore of app01/);
      await allRead(screens.page);
    },
    heading: /^Restore of app01/,
    sentence: /^(Restore of app01 to )?app01-night .*as of 4 Jun 2025, 22:03.* Open: [A-Z]/,
  },
];

const PLACES: readonly Place[] = [
  {
    name: 'Backup jobs, filtered',
    open: at('/jobs?operation=Restore&range=7d&search=web', 'Backup jobs'),
  },
  ...JOBS_TO_PASS_ON,
  {
    name: 'the wizard',
    open: async (screens) => configure(screens, sources.app01),
  },
];

for (const { name, open } of PLACES)
  test(`the link of ${name} is copied, or selected to copy`, async ({ app, clock, page }) => {
    await open(await app.open('/instances', 'default'), clock);
    await copyLink(page);
    await copyLinkByHand(page);
    await expectAccessible(page, name);
    print(name, 'link', page.url());
  });

for (const { name, open, heading, sentence } of JOBS_TO_PASS_ON)
  test(`a sentence about ${name} is copied, or selected to copy`, async ({ app, clock, page }) => {
    await open(await app.open('/instances', 'default'), clock);
    const [sentenceOfJob = '', address = '', only] = await copyHandOver(page);
    expect(sentenceOfJob).toMatch(sentence);
    expect(only).toBe('Simulated Azure: the address opens in this browser only.');
    await copyHandOverByHand(page);
    await goTo(page, '/jobs');
    await expect(page.getByRole('heading', { level: 1, name: 'Backup jobs' })).toBeVisible();
    await goTo(page, new URL(address).pathname);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    print(name, 'sentence', sentenceOfJob);
  });

test('on a narrow screen nothing of it scrolls sideways', async ({ app, page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const screens = await app.open('/instances', 'default');
  for (const { name, open } of [
    { name: 'a job', open: at(JOBS.running, /^Restore of app01/) },
    { name: 'the wizard', open: async (all: Screens) => configure(all, sources.app01) },
  ]) {
    await open(screens);
    await copyLinkByHand(page);
    await expectNoSidewaysScroll(page);
    print(`400 px, ${name}`, 'copied by hand, nothing scrolls sideways');
  }
});

/** Addresses of another browser's simulated Azure. */
const ELSEWHERE = {
  'a job': `/jobs/${vault}~00000000-aaaa-bbbb-cccc-000000000000`,
  'a record': `/jobs/${vault}~00000000-aaaa-bbbb-cccc-000000000000/record`,
  'a job of a Backup vault':
    '/jobs/disks~8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-backup-weu~bv-prod-weu~00000000-0000-0000-0000-000000000000',
  'a backup instance': pageOf.app01.replaceAll('app01', 'no-such-vm'),
  'a draft': '/restore/11111111-2222-4333-8444-555555555555/review',
} as const;

test('an address that another browser made says why nothing is there', async ({
  app,
  page,
  troubles,
}) => {
  troubles.expectRefusals();
  await app.open('/', 'default');
  for (const [name, address] of Object.entries(ELSEWHERE)) {
    await goTo(page, address);
    await allRead(page);
    const main = page.getByRole('main');
    await expect(main).toContainText('Each browser has a simulated Azure of its own.');
    await expect(main).toContainText('Open it in the browser that it comes from');
    await expect(main).not.toContainText('might have been deleted');
    await expectAccessible(page, name);
    print(name, await page.getByRole('heading', { level: 1 }).innerText(), 'says why');
  }
});
