import { afterEach, describe, expect, test } from 'vitest';
import {
  healthQuery,
  jobCountsQuery,
  oldPointsQuery,
  otherJobsQuery,
  secondaryRestoresQuery,
  vaultCountQuery,
} from '#src/api/queries/overview.ts';
import { reachQuery } from '#src/api/resource-graph/service-health.ts';
import type { Address } from '#src/lib/address-values.ts';
import { type World, world } from '#src/app/testing-counts.ts';
import { installClock, machineClock, now } from '#src/lib/clock.ts';
import { instant, spanAddress } from '#src/lib/time.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { HEALTHS, POINT_AGES } from '#src/model/instances.ts';
import { jobsPage } from '#src/pages/jobs/route.ts';
import { allCounts, runningIn } from '#src/progress/live/all-jobs.ts';
import { RUNNING } from '#src/progress/live/running-restores.tsx';
import { lastDayOf } from '#src/progress/live/day.ts';
import { allJobsOf, type Hit } from '#src/app/search/hits.ts';
import { allInstances } from '#src/app/search/instance-hits.ts';
import { type OwnSearch, searches } from '#src/app/search/searches.ts';
import type { Day } from '#src/ui/picture/DayStrip.tsx';
import { storeSearch } from '#src/ui/stored-search.ts';

/** Each number on Overview is the number of rows behind its link, with what the list says that it lacks. */

freshStorage();
afterEach(() => {
  installClock(machineClock);
});

/** What Overview counts of jobs. */
interface Counted {
  readonly day: Day;
  /** Restores that run, whenever they started. */
  readonly running: number;
}

async function countedIn({ ask }: World): Promise<Counted> {
  const counts = await ask((client) => client.query(jobCountsQuery()));
  const others = await ask((client) => client.query(otherJobsQuery()));
  const secondary = await ask((client) => client.query(secondaryRestoresQuery()));
  const all = allCounts(counts, { secondary: secondary.jobs, others: others.jobs });
  return { day: lastDayOf(all, now()), running: runningIn(all) };
}

/** A number of jobs, and the address of its link. */
const ofJobs: readonly (readonly [string, (counted: Counted) => number, Address])[] = [
  ['jobs of the day', ({ day }) => day.total, { range: '24h' }],
  ['restores in progress', ({ running }) => running, RUNNING],
];

/** An hour of the strip, all of which is in the last 24 hours. */
async function hourIn(it: World) {
  const { day } = await countedIn(it);
  return day.hours.slice(1).toSorted((a, b) => b.total - a.total)[0];
}

const REGIONS = ['westeurope', 'northeurope', 'germanywestcentral'];

/** A number of VMs, and the address of its link. */
const ofInstances: readonly (readonly [string, (it: World) => Promise<number>, Address])[] = [
  ...HEALTHS.map(
    (health) =>
      [
        `health ${health}`,
        async ({ ask }: World) => (await ask((client) => client.query(healthQuery())))[health],
        { health },
      ] as const,
  ),
  ...POINT_AGES.map(
    (age) =>
      [
        `no point for ${age}`,
        async ({ ask }: World) => {
          const { older, none } = await ask((client) => client.query(oldPointsQuery(age)));
          return older + none;
        },
        { older: age },
      ] as const,
  ),
  [
    'no point at all',
    async ({ ask }) => (await ask((client) => client.query(oldPointsQuery('24h')))).none,
    { older: 'none' },
  ],
  ...REGIONS.map(
    (region) =>
      [
        `service issue in ${region}`,
        async ({ ask }: World) =>
          (await ask((client) => client.query(reachQuery(REGIONS)))).get(region)?.all ?? 0,
        { region },
      ] as const,
  ),
];

describe.each([
  ['connected', true],
  ['not connected', false],
] as const)('with a CommServe that is %s', (_, isConnected) => {
  test.each(ofJobs)('%s', async (_name, count, address) => {
    storeSearch('/jobs', { status: 'completed', operation: 'ConfigureBackup' });
    const it = world(isConnected);
    const counted = await countedIn(it);
    expect(await it.jobsBehind(address)).toBe(count(counted));
    // A stored filter narrows a bare address alone.
    expect(Object.keys(address)).not.toEqual([]);
  });

  test('the busiest hour of the day', async () => {
    const it = world(isConnected);
    const hour = await hourIn(it);
    const from = hour?.begins ?? now();
    const range = spanAddress({ from, to: instant(from + 3_600_000) });
    expect(hour?.total).toBeGreaterThan(5);
    expect(await it.jobsBehind({ range })).toBe(hour?.total);
  });

  test.each(ofInstances)('%s', async (_name, count, address) => {
    storeSearch('/instances', { region: 'eastus', health: 'healthy' });
    const it = world(isConnected);
    const counted = await count(it);
    expect((await it.instancesBehind(address)).rows).toBe(counted);
    expect(Object.keys(address)).not.toEqual([]);
  });

  test('vaults are counted over the lists of both kinds', async () => {
    const it = world(isConnected);
    const { vaults } = await it.ask((client) => client.query(vaultCountQuery()));
    const { rows = 0, more, lines } = await it.vaultsBehind();
    expect(rows + more).toBe(vaults);
    expect(lines).toEqual([expect.stringMatching(/^3 Backup vaults/)]);
  });

  test('the list of all instances says whose it lacks, and how many', async () => {
    const it = world(isConnected);
    const { lines } = await it.instancesBehind({});
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(
      isConnected
        ? 'Not in this list: 14 VMs in Commvault.'
        : 'Not in this list: VMs in Commvault, which couldn’t be read.',
    );
    expect((await it.instancesBehind({ datasource: 'commvault' })).rows).toBe(
      isConnected ? 14 : undefined,
    );
  });
});

/** A group of the global search, a word it is searched for, and the link to all of it. */
const ofSearch: readonly (readonly [
  string,
  string,
  (word: string, own: OwnSearch) => Hit,
  'jobs' | 'instances',
])[] = [
  ['azure-vm', 'sql', (word, own) => allInstances(own, word), 'instances'],
  ['azure-disk', 'data', (word, own) => allInstances(own, word), 'instances'],
  ['commvault-vm', 'app', (word, own) => allInstances(own, word), 'instances'],
  ['commvault-vm-jobs', 'backup', (word, own) => allJobsOf('', word, own.word), 'jobs'],
];

test.each(ofSearch)(
  'a search finds in %s for %s what its link shows',
  async (name, word, link, page) => {
    const it = world(true);
    const own = (await searches).find(({ id }) => name.startsWith(id));
    if (own === undefined) throw new Error(name);
    const find = page === 'jobs' ? own.search.jobs?.find : own.search.find;
    if (find === undefined) throw new Error(name);
    const found = await it.ask<{ total: number }>((client) =>
      find([word], 5, new AbortController().signal, client),
    );
    const address = jobsPage.search.parse(link(word, own).link.search);
    const rows =
      page === 'jobs' ? await it.jobsBehind(address) : (await it.instancesBehind(address)).rows;
    expect(rows).toBe(found.total);
  },
);

test('every number is tried', () => {
  expect([ofJobs.length, ofInstances.length, ofSearch.length]).toEqual([2, 13, 4]);
});

const VAULT =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/none';

test('what narrows a list to places of Azure leaves nothing of a CommServe out', async () => {
  const it = world(true);
  expect(await it.jobsBehind({ vault: VAULT })).toBe(0);
  expect((await it.instancesBehind({ region: 'westeurope' })).lines).toHaveLength(1);
});
