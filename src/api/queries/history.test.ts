import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { pastJobsQuery, pastRestoresQuery } from '#src/api/queries/job-lists.ts';
import { jobQuery, provideJobSources } from '#src/api/queries/jobs.ts';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import { listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { installWorldClock } from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { nameIfOwn, ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { MOST_A_DAY, MOST_AN_HOUR, MOST_OF_ITEM } from '#src/progress/history.ts';
import { expectedOfKind, expectedTime } from '#src/progress/live/ExpectedDuration.tsx';
import { progressOf } from '#src/progress/progress.ts';

const storage = freshStorage();

// Files share the modules of their worker, and so the clock.
afterEach(() => {
  resetPageState();
  installClock(machineClock);
});

/** The default world some hours on: rehearsals of 93 minutes have run every 90. */
function world(hours: number) {
  const it = testAzure('default');
  it.clock.add(hours * 3600);
  // Reads of jobs keep a distance: who waits for one lets that time go by.
  installWorldClock(it.clock);
  /** Names of the jobs that were read alone. */
  const singles: string[] = [];
  const { arm } = testArm((request) => {
    const job = /\/backupJobs\/([^/?]+)\?/i.exec(request.url)?.[1];
    if (job !== undefined) singles.push(job);
    return it.azure.fetch(request);
  });
  startSession(arm);
  provideJobSources({ of: () => Promise.resolve(vaultJobs), all: [] });
  const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const list = () => listRestoreJobs(arm, resourceId(prodVault), instant(0));
  const runningJobs = async (client: QueryClient): Promise<readonly JobDetails[]> => {
    const running = (await list()).filter(({ status }) => status === 'inProgress');
    return Promise.all(running.map(({ id }) => client.query(jobQuery(id))));
  };
  const runningJob = async (client: QueryClient): Promise<JobDetails> => {
    const [job] = await runningJobs(client);
    return job ?? Promise.reject(new Error('none runs'));
  };
  return { ...it, newClient, list, singles, runningJobs, runningJob };
}

const inVault = {
  vaultId: resourceId(prodVault),
  region: null,
  isRehydrating: false,
  sizeBytes: 412 * 1024 ** 3,
};
const pastOfVault = pastRestoresQuery(inVault.vaultId, null);

test.each([0, 12])(
  '%d hours on, all kinds and all running restores have a range',
  async (hours) => {
    const { newClient, list, singles, runningJobs, clock } = world(hours);
    const client = newClient();
    const past = await client.query(pastOfVault);
    for (const kind of ['createVm', 'restoreDisks', 'replaceDisks'] as const) {
      const { took, sizeBytes, what } = expectedOfKind(kind, inVault);
      const expected = expectedTime(took(past), sizeBytes, what);
      expect(expected).toMatchObject({ is: 'known', value: { basis: /^\d past restores$/ } });
    }
    expect(singles.length).toBeLessThanOrEqual(MOST_A_DAY);
    const read = (await list()).filter(({ name }) => singles.includes(name));
    for (const { itemName } of read)
      expect(read.filter((one) => one.itemName === itemName).length).toBeLessThanOrEqual(
        MOST_OF_ITEM,
      );
    const running = await runningJobs(client);
    expect(running).toHaveLength(hours === 0 ? 2 : 1);
    for (const job of running) {
      const known = await client.query(pastJobsQuery(job.id, job));
      const facts = { observations: null, past: known, sizeBytes: null };
      const { hasTypical, eta } = progressOf(job, facts, clock.now());
      expect({ hasTypical, kind: eta.kind }).toEqual({ hasTypical: true, kind: 'range' });
    }
  },
);

test('what was read once is not read again after a reload, nor by a second tab', async () => {
  const { newClient, singles } = world(0);
  const both = await Promise.all([newClient(), newClient()].map((tab) => tab.query(pastOfVault)));
  expect(both[0]).toEqual(both[1]);
  expect(new Set(singles).size).toBe(singles.length);
  const before = singles.length;
  expect(before).toBeGreaterThan(0);
  expect(await newClient().query(pastOfVault)).toEqual(both[0]);
  expect(singles).toHaveLength(before);
});

test('what a page shows anyway costs no read of its own', async () => {
  const { newClient, list, singles } = world(0);
  const client = newClient();
  const ended = (await list()).filter(({ status }) => status === 'completed');
  for (const { id } of ended) await client.query(jobQuery(id));
  const before = singles.length;
  expect(await client.query(pastOfVault)).toHaveLength(ended.length);
  expect(singles).toHaveLength(before);
});

/** The entry that holds past restores, changed as a text. */
function rewrite(change: (text: string) => string): void {
  const name = [...storage.entries.keys()].find((key) => nameIfOwn(key)?.startsWith('past.'));
  storage.entries.set(name ?? '', change(storage.entries.get(name ?? '') ?? ''));
}

test.each([
  ['no history', () => '{"restores":[]}'],
  ['no text of this product', () => '{'],
  ['one restore that is broken', (text: string) => text.replace('"durationMs"', '"took"')],
] as const)('where %s is stored, past restores are read', async (_, change) => {
  const { newClient } = world(0);
  const past = await newClient().query(pastOfVault);
  rewrite(change);
  const again = await newClient().query(pastOfVault);
  expect(again.length).toBeGreaterThanOrEqual(past.length - 1);
});

test('the hour of a subscription is shared by its vaults', async () => {
  const { newClient, singles, clock } = world(0);
  const other = prodVault.replace('rsv-prod-weu', 'rsv-other').toLowerCase();
  const reads = Array.from({ length: MOST_AN_HOUR }, () => ({ at: clock.now(), item: 'vm' }));
  storage.entries.set(ownName(`past.${other}|`), JSON.stringify({ jobs: [], reads }));
  expect(await newClient().query(pastOfVault)).toEqual([]);
  expect(singles).toEqual([]);
  clock.add(3601);
  await newClient().query(pastOfVault);
  expect(singles).not.toEqual([]);
});

test('a browser that stores nothing still reads within the day', async () => {
  storage.become('forbidden');
  const { newClient, singles } = world(0);
  const past = await newClient().query(pastOfVault);
  expect(past.length).toBeGreaterThan(0);
  const before = singles.length;
  expect(await newClient().query(pastOfVault)).toEqual(past);
  expect(singles).toHaveLength(before);
});

test('a running restore is compared with those that had ended when it started, all the while', async () => {
  const { clock, newClient, runningJob } = world(12);
  const client = newClient();
  const job = await runningJob(client);
  const baseline = await client.query(pastJobsQuery(job.id, job));
  const alike = baseline.filter(({ kind }) => kind === 'restoreDisks');
  expect(alike.length).toBeGreaterThanOrEqual(5);
  clock.add(5 * 3600);
  // As after a reload: others have ended by now.
  expect(await newClient().query(pastJobsQuery(job.id, job))).toEqual(baseline);
});
