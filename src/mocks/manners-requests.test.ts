import { expect, test } from 'vitest';
import { exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import {
  examplePoint,
  header,
  type Manner,
  onlyMachines,
  restore,
  restored,
  rowCount,
  statusAddress,
  valueOf,
  versions,
} from '#src/mocks/testing-manners.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/**
 * Azure's manners, azure-contract §13: requests and how to follow them (rows 1 to 12). Each test's
 * name starts with its row's number and first words.
 */

const { old, present, secondary } = versions;

const rows: readonly Manner[] = [
  [
    '1 Location with subscriptions//subscriptions',
    async (azure) => {
      const location = header(await restore(azure, old), 'location');
      expect(location).toContain('https://management.azure.com/subscriptions//subscriptions/');
      expect((await azure.get(location)).status).toBe(202);
    },
  ],
  [
    '2 polling URLs signed and several kB long; refused when changed',
    async (azure) => {
      const url = await statusAddress(azure);
      expect(url.length).toBeGreaterThan(2500);
      expect((await azure.get(url)).status).toBe(200);
      for (const name of ['t', 'c', 's', 'h']) {
        const changed = url.replace(new RegExp(`([&?]${name}=)[^&]{2}`), '$1zz');
        expect((await azure.get(changed)).status).toBe(403);
      }
    },
  ],
  [
    '3 polling URLs with another api-version and other letter case than the request',
    async (azure) => {
      const url = new URL(await statusAddress(azure));
      expect(url.searchParams.get('api-version')).not.toBe(present);
      expect(url.pathname).toContain('/microsoft.recoveryservices/');
      expect(url.pathname).toContain('/protectedItems/vm;');
    },
  ],
  [
    '4 SDK fetches Location after success',
    async (azure) => {
      const { location } = await restored(azure);
      expect((await azure.get(location)).status).toBe(200);
    },
  ],
  [
    '5 operation Succeeded = job exists; job may fail later',
    async () => {
      const azure = testAzure('job-fails');
      const { status, job } = await restored(azure);
      expect(await valueOf(azure.get(status), 'status')).toBe('Succeeded');
      expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('InProgress');
      azure.clock.add(24 * 3600);
      expect(await valueOf(azure.get(status), 'status')).toBe('Succeeded');
      expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('Failed');
    },
  ],
  [
    '6 tier enums as number (old api-version) or name',
    async ({ get }) => {
      const tiers = (version: string) =>
        valueOf(
          get(`${examplePoint}?api-version=${version}`),
          'properties',
          'recoveryPointTierDetails',
        );
      expect(await tiers(old)).toContainEqual({ type: 1, status: 1 });
      expect(await tiers(present)).toContainEqual({ type: 'InstantRP', status: 'Valid' });
    },
  ],
  [
    '7 + or %20, %3B or ;, %24filter or $filter',
    async ({ get }) => {
      const list = `${exampleVault}/backupProtectedItems?api-version=${present}`;
      const plain = await jsonOf(await get(`${list}&${onlyMachines}`));
      expect(plain).toMatchObject({ value: [{}] });
      for (const filter of [
        '%24filter=backupManagementType+eq+%27AzureIaasVM%27',
        '$filter=backupManagementType%20eq%20%27AzureIaasVM%27',
      ]) {
        expect(await jsonOf(await get(`${list}&${filter}`))).toEqual(plain);
      }
      const item = exampleItem.replaceAll(';', '%3B');
      expect((await get(`${item}?api-version=${present}`)).status).toBe(200);
    },
  ],
  [
    '8 dates in filters as US 12-hour text',
    async ({ get }) => {
      const points = async (from: string): Promise<number> => {
        const filter = `startDate eq '${from}' and endDate eq '2025-06-05 11:59:59 PM'`;
        const path = `${exampleItem}/recoveryPoints?api-version=${present}&$filter=${filter}`;
        return rowCount(get(path));
      };
      const [midnight, noon] = ['2025-06-03 12:00:00 AM', '2025-06-03 12:00:00 PM'];
      expect(await points(midnight)).toBeGreaterThan(await points(noon));
    },
  ],
  [
    '9 same URL, other plane, by api-version',
    async ({ get }) => {
      const list = (vault: string, version: string) =>
        get(`${vault}/backupProtectedItems?api-version=${version}&${onlyMachines}`);
      expect((await list(hqVault, present)).status).toBe(200);
      expect(await valueOf(list(hqVault, secondary), 'error', 'code')).toBe(
        'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault',
      );
    },
  ],
  [
    '10 cross-region job reads are POSTs',
    async ({ get, send }) => {
      const [subscription] = prodVault.split('/resourceGroups/');
      const path = `${subscription}/providers/Microsoft.RecoveryServices/locations/northeurope/backupCrrJobs?api-version=${secondary}`;
      expect((await send('POST', path, { resourceId: prodVault })).status).toBe(200);
      expect((await get(path)).status).toBe(404);
    },
  ],
  [
    '11 cancel has only Location',
    async (azure) => {
      const { job } = await restored(azure);
      const cancelled = await azure.send('POST', job.replace('?', '/cancel?'));
      expect(cancelled.status).toBe(202);
      expect(cancelled.headers.has('azure-asyncoperation')).toBe(false);
      const location = header(cancelled, 'location');
      expect(location).toContain(`${job.split('?')[0] ?? ''}/operationResults/`);
      expect((await azure.get(location)).status).toBe(202);
      azure.clock.add(60);
      const over = await azure.get(location);
      expect([over.status, await over.text()]).toEqual([204, '']);
    },
  ],
  [
    '11 export repeats headers in the body',
    async (azure) => {
      const path = `${exampleVault}/backupJobsExport?api-version=${present}`;
      const started = await azure.send('POST', path);
      expect(started.headers.has('azure-asyncoperation')).toBe(false);
      const location = header(started, 'location');
      const running = await azure.get(location);
      expect(running.status).toBe(202);
      expect(await jsonOf(running)).toMatchObject({
        headers: { Location: [location], 'Retry-After': ['60'] },
      });
      azure.clock.add(60);
      expect(await jsonOf(await azure.get(location))).toMatchObject({
        operation: { objectType: 'ExportJobsOperationResultInfo' },
        headers: {},
      });
      expect((await azure.get(location.replace('Results/', 'Results/x'))).status).toBe(404);
    },
  ],
  [
    '11 PATCH storage config 204',
    async (azure) => {
      const path = `${prodVault}/backupstorageconfig/vaultstorageconfig?api-version=${present}`;
      const flag = () => valueOf(azure.get(path), 'properties', 'crossRegionRestoreFlag');
      expect(await flag()).toBe(true);
      const change = { properties: { crossRegionRestoreFlag: false } };
      const patched = await azure.send('PATCH', path, change);
      expect([patched.status, await patched.text()]).toEqual([204, '']);
      expect(await flag()).toBe(false);
      // A PUT of the same tells what it made.
      expect(await jsonOf(await azure.send('PUT', path, change))).toMatchObject(change);
    },
  ],
  [
    '12 list of jobs has no extendedInfo',
    async (azure) => {
      const { job } = await restored(azure);
      const list = await azure.get(`${exampleVault}/backupJobs?api-version=${present}`);
      expect(await list.text()).not.toContain('extendedInfo');
      expect(await valueOf(azure.get(job), 'properties')).toHaveProperty('extendedInfo');
    },
  ],
];

test.each(rows)('%s', async (_, holds) => {
  await expect(holds(testAzure('default'))).resolves.toBeUndefined();
});
