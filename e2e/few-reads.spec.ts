import { expect } from 'playwright/test';
import { goTo } from './drivers/in-page.ts';
import { jobAddresses } from './drivers/job-links.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, type Azure, type Clock, matrixUnless, test } from './fixtures.ts';

/** An hour in which Azure allows 150 reads of jobs: three restores in one vault, seen in three tabs. */

// Tabs tell one another what they know: here none of them has been in use before.
test.use({ isShared: false });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEP = 15_000;

/** Two run already. */
async function thirdRestore(app: App, clock: Clock): Promise<Screens> {
  const screens = await app.open('/instances', 'few-job-reads');
  await fillApp01Beside(screens);
  await screens.wizard.restore();
  await screens.shell.expectText('Restore request accepted');
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
 * step is taken for a machine that slept. The log keeps the latest requests alone, so it is read on the way.
 */
async function readsOfAnHour(azure: Azure, clock: Clock): Promise<readonly Read[]> {
  const reads = new Map<string, Read>();
  const from = await clock.simulated();
  for (let passed = 0; passed < 0.9 * HOUR; passed += STEP) {
    await clock.waitFor(STEP);
    if (passed % (4 * MINUTE) > 0) continue;
    for (const one of await azure.received('jobs.get')) {
      if (one.at >= from) reads.set(one.requestId, one);
    }
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

const places = [
  { name: 'a job’s page', first: 'job', others: '/vaults', open: 6, rest: null },
  { name: 'Backup jobs', first: 'jobs', others: '/jobs', open: null, rest: 6 },
  { name: 'a job’s page and Backup jobs', first: 'job', others: '/jobs', open: 6, rest: 10 },
] as const;

for (const { name, first, others, open, rest } of places) {
  test(
    `with ${name} nothing is refused, and what is shown stays young`,
    { tag: matrixUnless(first === 'job' && others === '/jobs') },
    async ({ app, azure, clock }) => {
      const { page, notices, shell, job } = await thirdRestore(app, clock);
      await goTo(page, '/jobs?operation=Restore&range=24h&search=no-finished-one');
      const names = (await jobAddresses(page)).map((address) => address.split(/~|\//).at(-1) ?? '');
      expect(names).toHaveLength(3);
      if (first === 'job') {
        await notices.barLink('app01').click();
        await job.expectOpen('Restore of app01');
      } else await shell.goTo('Backup jobs');
      await app.tab(others);
      await app.tab(others);
      const reads = await readsOfAnHour(azure, clock);
      expect(reads.filter(({ status }) => status === 429)).toEqual([]);
      const [ofOpen = 0, ...ofOthers] = oldestOf(reads, names);
      // Who has no job open sees all three alike.
      if (open !== null) expect(ofOpen).toBeLessThan(open);
      if (rest !== null) {
        const seen = open === null ? [ofOpen, ...ofOthers] : ofOthers;
        expect(Math.max(...seen)).toBeLessThan(rest);
      }
    },
  );
}
