import { expect } from 'playwright/test';
import { allRead, goTo, jobAddresses } from './drivers/page.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, type Azure, type Clock, test } from './fixtures.ts';

/**
 * An hour in which Azure allows 150 reads of jobs: three restores in one vault, one open beside two tabs with Backup jobs.
 * The same hour with a job alone and with Backup jobs alone is in the schedule and the counters,
 * `src/api/queries/hour-of-reads.test.ts`.
 */

// Tabs tell one another what they know: here none of them has been in use before.
test.use({ isShared: false });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEP = 15_000;

/** Two run already. */
async function thirdRestore(app: App, clock: Clock): Promise<Screens> {
  const screens = await app.open('/instances', 'few-job-reads');
  await fillApp01Beside(screens);
  await screens.wizard.restoreAccepted();
  await screens.shell.goTo('Vaults');
  await clock.pass(90_000);
  await expect(screens.notices.bar()).toContainText('%');
  return screens;
}

interface Read {
  readonly at: number;
  readonly path: string;
  readonly status: number | null;
  readonly requestId: string;
}

/**
 * Lets most of an hour go by, a little at once: the clocks of several tabs are moved one after the other, and a longer
 * step is taken for a machine that slept. A minute is over before a busy machine has an answer, so each is waited for.
 * The log keeps the latest requests alone, so it is read on the way.
 */
async function readsOfAnHour(
  { azure, clock }: { readonly azure: Azure; readonly clock: Clock },
  tabs: readonly Screens[],
): Promise<readonly Read[]> {
  const reads = new Map<string, Read>();
  const from = await clock.simulated();
  for (let passed = 0; passed < 0.9 * HOUR; passed += STEP) {
    await clock.waitFor(STEP);
    await Promise.all(tabs.map(async ({ page }) => allRead(page)));
    const isTimeToLook = passed % (4 * MINUTE) === 0;
    const looked = isTimeToLook ? await azure.received('jobs.get') : [];
    for (const one of looked.filter(({ at }) => at >= from)) reads.set(one.requestId, one);
  }
  return [...reads.values()].toSorted((a, b) => a.at - b.at);
}

/** The longest time between two reads of each of the jobs, in minutes. */
function oldestOf(reads: readonly Read[], jobs: readonly string[]): readonly number[] {
  return jobs.map((job) => {
    const times = reads.filter(({ path }) => path.endsWith(job)).map(({ at }) => at);
    return Math.max(...times.slice(1).map((at, nth) => at - (times[nth] ?? at))) / MINUTE;
  });
}

/** Of the three the first is the one that was started here. In minutes. */
const MOST_OPEN = 6;
const MOST_BESIDE = 10;

test('with a job’s page and Backup jobs nothing is refused, and what is shown stays young', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await thirdRestore(app, clock);
  // Of what has ended nothing is shown there.
  await goTo(screens.page, '/jobs?operation=Restore&search=none-of-them');
  await expect(screens.jobs.running.row('sql-erp-02')).toBeVisible();
  const link = screens.jobs.running.row('app01-night').getByRole('link');
  const own = (await link.getAttribute('href')) ?? '';
  const beside = (await jobAddresses(screens.page)).filter(
    (address) => address.includes('rsv-prod-weu') && address !== own,
  );
  const jobs = [own, ...beside].map((address) => address.split(/~|\//).at(-1) ?? '');
  expect(jobs).toHaveLength(3);
  await link.click();
  await screens.job.expectOpen('Restore of app01');
  const tabs = [screens, await app.tab('/jobs'), await app.tab('/jobs')];
  const reads = await readsOfAnHour({ azure, clock }, tabs);
  expect(reads.filter(({ status }) => status === 429)).toEqual([]);
  const [open = 0, ...others] = oldestOf(reads, jobs);
  expect(open).toBeLessThan(MOST_OPEN);
  expect(Math.max(...others)).toBeLessThan(MOST_BESIDE);
});
