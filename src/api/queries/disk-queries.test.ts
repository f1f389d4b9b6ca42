import { QueryClient, type QueryExecuteOptions, type QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { startDiskRestore } from '#src/api/data-protection/restores.ts';
import { foundDiskQuery, snapshotsQuery } from '#src/api/compute/disks.ts';
import { backupVaultsQuery } from '#src/api/data-protection/vaults.ts';
import { diskJobs, diskJobsQuery } from '#src/api/data-protection/jobs.ts';
import {
  diskInstancePages,
  diskInstanceQuery,
  diskPointsQuery,
} from '#src/api/queries/disk-instances.ts';
import { acceptedDiskRestoreQuery, runDiskValidation } from '#src/api/queries/disk-restores.ts';
import { jobQuery, provideJobSources } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { validationRunQuery } from '#src/api/queries/validations.ts';
import { installClock } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { instanceOfDisk, productionGroup, restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The factories of queries about disks, against the simulated Azure. */

let azure: TestAzure;
let client: QueryClient;
const wish = restoreOfDisk('app01_DataDisk_0');
const vaultId = resourceId(instanceOfDisk('app01_DataDisk_0').vaultId);

beforeEach(() => {
  provideJobSources({ of: async () => diskJobs, all: [] });
  azure = testAzure('default');
  startSession(testArm(azure.azure.fetch).arm);
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  // Whoever waits finds that the time has gone by.
  const realDelayMs = (ms: number) => {
    azure.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: azure.clock.now, realDelayMs, onJump: () => () => undefined });
});
afterEach(() => {
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

const read = <Data, Key extends QueryKey>(
  options: QueryExecuteOptions<Data, Error, Data, Data, Key>,
): Promise<Data> => client.query({ ...options, staleTime: 0 });

test('lists and things are read under keys of their own', async () => {
  const page = await read(pageQuery(diskInstancePages(EVERY_DISK, DISKS_BY_NAME), 0));
  // With one that is deleted softly, which stands at the end.
  expect(page.total).toBe(6);
  expect(page.rows.map(({ deletion }) => deletion === null)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(await read(diskInstanceQuery(page.rows[5]?.id ?? wish.instanceId))).toEqual(page.rows[5]);
  expect(await read(diskPointsQuery(page.rows[5]?.id ?? wish.instanceId))).toEqual([]);
  expect(await read(backupVaultsQuery())).toHaveLength(3);
  expect(await read(diskInstanceQuery(wish.instanceId))).toEqual(page.rows[0]);
  expect(await read(diskPointsQuery(wish.instanceId))).not.toHaveLength(0);
  expect(await read(foundDiskQuery(wish.targetDiskId))).toBeNull();
  expect(await read(snapshotsQuery(productionGroup('rg-backup-weu')))).toHaveLength(24);
});

test('a validation is waited for to its end', async () => {
  const stood = async (restore: typeof wish): Promise<unknown> => {
    await runDiskValidation(client, 'draft', { restore, restoreText: 'this' });
    return client.getQueryData(validationRunQuery('draft').queryKey);
  };
  const begun = azure.clock.now();
  expect(await stood(wish)).toMatchObject({ kind: 'done', problems: [] });
  expect(azure.clock.now() - begun).toBeGreaterThanOrEqual(150_000);
  const taken = restoreOfDisk('app01_DataDisk_0', { name: 'app01_OsDisk' });
  const problems = [{ code: 'UserErrorSameNameDiskAlreadyExists' }];
  expect(await stood(taken)).toMatchObject({ kind: 'done', problems });
});

test('a restore is followed to its job, and the job to its end', async () => {
  const started = await startDiskRestore(testArm(azure.azure.fetch).arm, wish, 'mine');
  if (started.kind !== 'accepted' || started.operation === null) throw new Error('not accepted');
  const query = acceptedDiskRestoreQuery(wish.instanceId, started.operation);
  expect(await read(query)).toMatchObject({ status: 'running' });
  azure.clock.add(60);
  const state = await read(query);
  if (state.status !== 'started' || state.jobId === null) throw new Error('no job');
  expect(await read(jobQuery(resourceId(state.jobId)))).toMatchObject({ status: 'inProgress' });
  azure.clock.add(300);
  expect(await read(jobQuery(resourceId(state.jobId)))).toMatchObject({ status: 'completed' });
  const jobs = await read(diskJobsQuery(vaultId));
  const name = state.jobId.split('/').at(-1);
  expect(jobs[0]).toMatchObject({ name, vaultName: 'bv-prod-weu' });
});
