import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { findDiskInstances } from '#src/api/data-protection/instances.ts';
import { findJobs } from '#src/api/queries/found-jobs.ts';
import { findProtectedItems } from '#src/api/recovery-services/items.ts';
import { findVaults } from '#src/api/recovery-services/vaults.ts';
import { hasWords } from '#src/api/resource-graph/query.ts';
import { testAzure } from '#src/mocks/testing.ts';

/** The global search's questions, put to the simulated Azure. */

const world = () => testArm(testAzure('default').azure.fetch);
const machines = async (...words: string[]): Promise<string[]> =>
  (await findProtectedItems(world().arm, words, 5)).hits.map(
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
    const inVault = await findProtectedItems(world().arm, ['rsv-hr-weu'], 5);
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
    const found = await findProtectedItems(world().arm, ['rg-'], 5);
    expect(found.hits).toHaveLength(5);
    expect(found.total).toBeGreaterThan(5);
  });
});

describe('protected disks', () => {
  const disks = async (...words: string[]): Promise<string[]> =>
    (await findDiskInstances(world().arm, words, 5)).hits.map(({ friendlyName }) => friendlyName);

  test('are found by name, by the group of the disk and by vault', async () => {
    expect(await disks('PP01_data')).toEqual(['app01_DataDisk_0']);
    expect(await disks('rg-erp')).toContain('sql-erp-02_OsDisk');
    expect(await disks('bv-hq', 'osdisk')).toEqual(['dc-hq-01_OsDisk']);
    expect(await disks('app01', 'nowhere')).toEqual([]);
  });
});

describe('vaults', () => {
  test('are found by name and by group, with what tells them apart', async () => {
    const found = await findVaults(world().arm, ['hq'], 5);
    expect(found.hits.map(({ name }) => name)).toContain('rsv-hq-neu');
    expect(found.hits[0]).toMatchObject({ region: 'northeurope' });
    expect(found.hits[0]?.resourceGroup).not.toBe('');
  });
});

describe('jobs', () => {
  test('are found by machine, newest first, and one by its whole id', async () => {
    const { arm } = world();
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
    const { arm } = world();
    const [job] = (await findJobs(arm, ['app01_DataDisk_0'], 5)).hits;
    expect(job).toMatchObject({ itemName: 'app01_DataDisk_0', vaultName: 'bv-prod-weu' });
    const id = job?.name ?? '';
    expect((await findJobs(arm, [id], 5)).hits).toEqual([job]);
    const inGroup = (await findJobs(arm, ['rg-app-prod', 'DataDisk'], 5)).hits;
    expect(inGroup.map(({ itemName }) => itemName)).toContain('app01_DataDisk_0');
    expect((await findJobs(arm, ['bv-prod-weu'], 5)).total).toBeGreaterThan(0);
  });

  test('are found by resource group and by vault', async () => {
    const { arm } = world();
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
      const { arm } = world();
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
