import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { session, startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findDiskInstances } from '#src/api/data-protection/instances.ts';
import { findJobs } from '#src/api/queries/job-lists.ts';
import {
  instanceSearchQuery as searchQuery,
  jobSearchQuery,
  vaultSearchQuery,
} from '#src/api/queries/search.ts';
import { findProtectedItems } from '#src/api/recovery-services/items.ts';
import { findVaults } from '#src/api/recovery-services/vaults.ts';
import { hasWords } from '#src/api/resource-graph/query.ts';
import { azureClient } from '#src/api/queries/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';

describe('a search during typing', () => {
  /** Typing is real time: the search asks when it rests. */
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function started() {
    const { arm, sent } = testArm(testAzure('default').azure.fetch);
    startSession(arm);
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    return { queries, sent };
  }

  const instanceSearchQuery = (typed: readonly string[]) =>
    searchQuery(
      'azure-vm',
      (words, most, signal) => findProtectedItems(session(), words, most, signal),
      typed,
    );

  test('sends a query after a pause in typing', async () => {
    const { queries, sent } = started();
    const found = queries.query(instanceSearchQuery(['app01']));
    await vi.advanceTimersByTimeAsync(299);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect((await found).hits.map(({ friendlyName }) => friendlyName)).toEqual(['app01']);
    expect((await found).words).toEqual(['app01']);
    expect(sent).toHaveLength(1);
  });

  test('never queries a word that is still being typed', async () => {
    const { queries, sent } = started();
    const ends = [
      queries.query(instanceSearchQuery(['ap'])),
      queries.query(vaultSearchQuery(['ap'])),
      queries.query(jobSearchQuery(['ap'])),
    ].map((asked: Promise<unknown>) => asked.catch(() => 'given up'));
    await vi.advanceTimersByTimeAsync(200);
    await queries.cancelQueries();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await Promise.all(ends)).toEqual(['given up', 'given up', 'given up']);
    expect(sent).toHaveLength(0);
  });
});

const machines = async (...words: string[]): Promise<string[]> =>
  (await findProtectedItems(azureClient().arm, words, 5)).hits.map(
    ({ friendlyName, resourceGroup }) => `${friendlyName} in ${resourceGroup}`,
  );

describe('protected machines', () => {
  test('are found by a part of their name, in any letter case', async () => {
    expect(await machines('PP0')).toEqual(['app01 in rg-app-prod']);
  });

  test('of one name all come, each with its group', async () => {
    expect(await machines('web')).toEqual(['web-fe-07 in rg-web', 'web-fe-07 in rg-web-stage']);
  });

  test('are found by resource group and by vault, names before groups before the rest', async () => {
    expect(await machines('rg-erp')).toEqual(['sql-erp-02 in rg-erp']);
    const inVault = await findProtectedItems(azureClient().arm, ['rsv-hr-weu'], 5);
    expect(inVault.hits.map(({ vaultName }) => vaultName)).toEqual(
      inVault.hits.map(() => 'rsv-hr-weu'),
    );
    expect(inVault.hits.length).toBeGreaterThan(0);
  });

  test('are narrowed by every further word', async () => {
    expect(await machines('web', 'stage')).toEqual(['web-fe-07 in rg-web-stage']);
    expect(await machines('web', 'nowhere')).toEqual([]);
  });

  test('beyond the first few are counted', async () => {
    const found = await findProtectedItems(azureClient().arm, ['rg-'], 5);
    expect(found.hits).toHaveLength(5);
    expect(found.total).toBeGreaterThan(5);
  });
});

describe('protected disks', () => {
  const disks = async (...words: string[]): Promise<string[]> =>
    (await findDiskInstances(azureClient().arm, words, 5)).hits.map(
      ({ friendlyName }) => friendlyName,
    );

  test('are found by name, by the group of the disk and by vault', async () => {
    expect(await disks('PP01_data')).toEqual(['app01_DataDisk_0']);
    expect(await disks('rg-erp')).toContain('sql-erp-02_OsDisk');
    expect(await disks('bv-hq', 'osdisk')).toEqual(['dc-hq-01_OsDisk']);
    expect(await disks('app01', 'nowhere')).toEqual([]);
  });
});

describe('vaults', () => {
  test('are found by name and by group, with what tells them apart', async () => {
    const found = await findVaults(azureClient().arm, ['hq'], 5);
    expect(found.hits.map(({ name }) => name)).toContain('rsv-hq-neu');
    expect(found.hits[0]).toMatchObject({ region: 'northeurope' });
    expect(found.hits[0]?.resourceGroup).not.toBe('');
  });
});

describe('jobs', () => {
  test('are found by machine, newest first, and one by its whole id', async () => {
    const { arm } = azureClient();
    const found = await findJobs(arm, ['app01'], 5);
    expect(found.total).toBeGreaterThan(1);
    const starts = found.hits
      .filter(({ itemName }) => itemName === 'app01')
      .map(({ startedAt }) => Number(startedAt));
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    const wanted = found.hits[0]?.name ?? '';
    expect((await findJobs(arm, [wanted], 5)).hits.map(({ name }) => name)).toEqual([wanted]);
  });

  test('of disks are found by disk, id, resource group and Backup vault', async () => {
    const { arm } = azureClient();
    const [job] = (await findJobs(arm, ['app01_DataDisk_0'], 5)).hits;
    expect(job).toMatchObject({ itemName: 'app01_DataDisk_0', vaultName: 'bv-prod-weu' });
    const id = job?.name ?? '';
    expect((await findJobs(arm, [id], 5)).hits).toEqual([job]);
    const inGroup = (await findJobs(arm, ['rg-app-prod', 'DataDisk'], 5)).hits;
    expect(inGroup.map(({ itemName }) => itemName)).toContain('app01_DataDisk_0');
    expect((await findJobs(arm, ['bv-prod-weu'], 5)).total).toBeGreaterThan(0);
  });

  test('are found by resource group and by vault', async () => {
    const { arm } = azureClient();
    expect((await findJobs(arm, ['rg-erp'], 5)).hits.map(({ itemName }) => itemName)).toContain(
      'sql-erp-02',
    );
    expect((await findJobs(arm, ['rsv-hq'], 5)).hits.map(({ vaultName }) => vaultName)).toContain(
      'rsv-hq-neu',
    );
  });
});

describe('what is typed', () => {
  test.each(["o'brien", 'a\\b', "'; drop", '\\', '"', "x' or name contains '"])(
    'stays text in a question: %s',
    async (typed) => {
      const { arm } = azureClient();
      expect((await findProtectedItems(arm, [typed], 5)).hits).toEqual([]);
      expect((await findVaults(arm, [typed], 5)).hits).toEqual([]);
      expect((await findJobs(arm, [typed], 5)).hits).toEqual([]);
    },
  );

  test('matches word by word, each in any column', () => {
    expect(hasWords(['a', 'b'], ['x', 'y'])).toBe(
      "(x contains 'a' or y contains 'a') and (x contains 'b' or y contains 'b')",
    );
  });
});
