import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import {
  type JobPageWanted,
  type JobSource,
  listJobPage,
  listNotableJobs,
  provideJobSources,
} from '#src/api/queries/jobs.ts';
import { otherJobsQuery } from '#src/api/queries/overview.ts';
import {
  countByHealth,
  countOldPoints,
  listInstancePage,
} from '#src/api/recovery-services/items.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { countVaults } from '#src/api/recovery-services/vaults.ts';
import { azureClient, sendRestore, targetGroup } from '#src/api/queries/testing.ts';
import { BY_NAME, EVERYTHING, HEALTHS, POINT_AGES } from '#src/model/instances.ts';
import { ALL_JOBS, isTerminal, NEWEST_FIRST } from '#src/model/jobs.ts';
import { job } from '#src/progress/testing.ts';

/** The four questions of the start page, against the simulated Azure. */
const DAY_MS = 86_400_000;

const WEEK: JobPageWanted = {
  filter: ALL_JOBS,
  order: NEWEST_FIRST,
  start: { skip: 0 },
  top: 1000,
};

describe('jobs counted by Azure', () => {
  test('are the jobs of the list, hour by hour', async () => {
    const { arm, clock } = azureClient();
    const since = clock.now() - DAY_MS;
    const listed = (await listJobPage(arm, WEEK)).rows.filter(
      ({ startedAt, status }) => (startedAt !== null && startedAt > since) || !isTerminal(status),
    );
    const counts = await countJobs(arm);
    expect(counts.reduce((sum, { jobs }) => sum + jobs, 0)).toBe(listed.length);
    for (const { operation, status, hour, jobs } of counts) {
      const same = listed.filter(
        (one) =>
          one.operation === operation &&
          one.status === status &&
          one.startedAt !== null &&
          one.startedAt - (one.startedAt % 3_600_000) === hour,
      );
      expect(same).toHaveLength(jobs);
    }
  });

  test('hold what runs, whenever it started', async () => {
    const it = azureClient('job-stalls');
    const { arm, clock } = it;
    expect((await sendRestore(it, { targetResourceGroupId: targetGroup })).status).toBe(202);
    clock.add(DAY_MS / 1000 + 3600);
    const old = (await countJobs(arm)).filter(({ hour }) => (hour ?? 0) < clock.now() - DAY_MS);
    expect(old).toMatchObject([{ operation: 'Restore', status: 'inProgress', jobs: 1 }]);
  });
});

test('notable jobs are the restores that run, then what went wrong in a day, with its error', async () => {
  const { arm } = azureClient();
  const jobs = await listNotableJobs(arm);
  expect(jobs.map(({ operation, itemName, status }) => [operation, itemName, status])).toEqual([
    ['Restore', 'app01', 'inProgress'],
    ['Restore', 'sql-erp-02', 'inProgress'],
    ['Restore', 'testVM', 'failed'],
    ['Backup', 'ml-batch-01', 'failed'],
  ]);
  expect(jobs[2]?.errors[0]?.message).toContain('the snapshot of the recovery point');
  expect(jobs[0]?.errors).toEqual([]);
});

test('machines counted by health are those of the list', async () => {
  const { arm } = azureClient();
  const counts = await countByHealth(arm);
  for (const health of HEALTHS) {
    const filter = { ...EVERYTHING, healths: [health] };
    const page = await listInstancePage(arm, {
      filter,
      order: BY_NAME,
      start: { skip: 0 },
      top: 1,
    });
    expect(counts[health]).toBe(page.total);
  }
  expect(counts.actionRequired).toBe(1);
});

test('VMs without a recent restore point are those of the list, those without any included', async () => {
  const { arm, clock } = azureClient();
  const all = await listInstancePage(arm, {
    filter: EVERYTHING,
    order: BY_NAME,
    start: { skip: 0 },
    top: 200,
  });
  for (const [age, hours] of Object.entries({ '12h': 12, '24h': 24, '48h': 48, '7d': 168 })) {
    const before = clock.now() - hours * 3_600_000;
    const counts = await countOldPoints(arm, oneAge(age));
    const points = all.rows.map(({ lastRecoveryPointAt }) => lastRecoveryPointAt);
    expect(counts).toEqual({
      none: points.filter((at) => at === null).length,
      older: points.filter((at) => at !== null && at < before).length,
    });
    const page = await listInstancePage(arm, {
      filter: { ...EVERYTHING, older: [oneAge(age)] },
      order: BY_NAME,
      start: { skip: 0 },
      top: 200,
    });
    expect(page.total).toBe(counts.none + counts.older);
  }
  expect(await countOldPoints(arm, '24h')).toMatchObject({ none: 1 });
});

const oneAge = (text: string) => POINT_AGES.find((age) => age === text) ?? '24h';

test('vaults are counted over all subscriptions', async () => {
  expect(await countVaults(azureClient().arm)).toEqual({ vaults: 9, subscriptions: 3 });
  expect(await countVaults(azureClient('document').arm)).toEqual({ vaults: 1, subscriptions: 1 });
});

const refuse = () => Promise.reject(new Error('not here'));
const source = (recent: JobSource['recent']): JobSource => ({
  ask: refuse,
  jobFrom: () => job(),
  recent,
  running: null,
  targetOf: () => [],
  requestIdOf: () => null,
});

test('jobs of services that Azure does not list are read, and what was not read is named', async () => {
  const sources = {
    Azure: source(null),
    Shelf: source(async () => [job({ itemName: 'box' })]),
    Attic: source(refuse),
  };
  provideJobSources({
    of: refuse,
    all: Object.entries(sources).map(([name, one]) => ({
      name: `${name} (box)`,
      service: name,
      load: async () => one,
    })),
  });
  expect(await new QueryClient().query(otherJobsQuery())).toMatchObject({
    jobs: [{ itemName: 'box' }],
    unread: ['Attic (box)'],
    services: ['Shelf'],
  });
});
