import { expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import {
  keysOf,
  type Manner,
  newMachine,
  onlyMachines,
  restore,
  restored,
  rowCount,
  valueOf,
  versions,
} from '#src/mocks/testing-manners.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/**
 * Azure's manners, azure-contract §13: what is told (rows 13 to 26). Each test begins with its row's
 * number and first words. Data Protection is not simulated, and with it row 19 (`resourceID`,
 * `dataTransferedInBytes`, `Backupvaults`) and the halves of 17 and 18 that are about disks.
 */

const { old, present } = versions;
const jobsPath = `${exampleVault}/backupJobs?api-version=${present}`;

const rows: readonly Manner[] = [
  [
    '13 progressPercentage constant, tasks without times, PT0S',
    async () => {
      const azure = testAzure('recorded');
      const { job } = await restored(azure);
      const read = () => valueOf(azure.get(job), 'properties', 'extendedInfo');
      const first = await read();
      azure.clock.add(120);
      for (const info of [first, await read()]) {
        expect(info).toMatchObject({ progressPercentage: 1 });
        expect(info).toHaveProperty('tasksList.0.duration', 'PT0S');
        expect(info).not.toHaveProperty('tasksList.0.startTime');
      }
    },
  ],
  [
    '14 "Recovery point time " with a trailing blank, US date, no zone',
    async (azure) => {
      const { job } = await restored(azure);
      const bag = await valueOf(azure.get(job), 'properties', 'extendedInfo', 'propertyBag');
      expect(bag).toHaveProperty(
        ['Recovery point time '],
        expect.stringMatching(/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M$/),
      );
    },
  ],
  [
    '15 keys that come and go between polls; null vs missing',
    async (azure) => {
      const { job } = await restored(azure);
      const keys = async () => [
        ...keysOf(await valueOf(azure.get(job), 'properties')),
        ...keysOf(await valueOf(azure.get(job), 'properties', 'extendedInfo')),
      ];
      const coming = ['endTime'];
      const going = ['actionsInfo', 'dynamicErrorMessage'];
      const running = await keys();
      azure.clock.add(24 * 3600);
      const ended = await keys();
      expect(running).toEqual(expect.arrayContaining(going));
      expect(running).not.toEqual(expect.arrayContaining(coming));
      expect(ended).toEqual(expect.arrayContaining(coming));
      for (const key of going) expect(ended).not.toContain(key);
    },
  ],
  [
    '16 job id = operation id now, different before; endTime year 1 while running',
    async (azure) => {
      const now = await restored(azure);
      expect(now.jobId).toBe(now.operationId);
      const before = await restored(azure, old);
      expect(before.jobId).not.toBe(before.operationId);
      const status = (await restore(azure)).headers.get('azure-asyncoperation') ?? '';
      expect(await valueOf(azure.get(status), 'endTime')).toBe('0001-01-01T00:00:00');
    },
  ],
  [
    '17 operationsStatus / operationStatus / backupOperations',
    async ({ send, get, ...azure }) => {
      const { status, operationId } = await restored({ send, get, ...azure });
      expect(status).toContain('/operationsStatus/');
      const vaultWide = await get(
        `${exampleVault}/backupOperations/${operationId}?api-version=${present}`,
      );
      expect(await jsonOf(vaultWide)).toEqual(await jsonOf(await get(status)));
      const change = await send('PATCH', `${exampleVault}?api-version=${present}`, {
        properties: {
          restoreSettings: {
            crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
          },
        },
      });
      expect(change.headers.get('azure-asyncoperation')).toContain('/operationStatus/');
    },
  ],
  [
    '20 Resource Graph: resultTruncated string, lower-case types, lag, own quota headers',
    async () => {
      const azure = testAzure({ ...originOf('default'), graphLagSeconds: 300 });
      const query =
        "recoveryservicesresources | where type =~ 'Microsoft.RecoveryServices/vaults/backupJobs' | project id, name, type";
      const ask = () =>
        azure.send('POST', '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01', {
          query,
        });
      const { jobId, job } = await restored(azure);
      expect((await azure.get(job)).status).toBe(200);
      const answer = await ask();
      expect(answer.headers.get('x-ms-user-quota-remaining')).toBe('14');
      expect(answer.headers.get('x-ms-user-quota-resets-after')).toBe('00:00:05');
      const told = await answer.text();
      expect(told).toContain('"resultTruncated":"false"');
      expect(told).toContain('"type":"microsoft.recoveryservices/vaults/backupjobs"');
      expect(told).not.toContain(jobId);
      azure.clock.add(300);
      expect(await (await ask()).text()).toContain(jobId);
    },
  ],
  [
    '21 404 in the middle of polling when the parent was deleted',
    async (azure) => {
      const status = (await restore(azure)).headers.get('azure-asyncoperation') ?? '';
      expect((await azure.get(status)).status).toBe(200);
      const at = azure.clock.now();
      await azure.azure.append([{ type: 'resource-removed', at, id: exampleVault }]);
      expect((await azure.get(status)).status).toBe(404);
    },
  ],
  [
    '22 recovery point ids above 2^53',
    async ({ get }) => {
      const items = `${prodVault}/backupProtectedItems?api-version=${present}&${onlyMachines}`;
      const ids = [...(await (await get(items)).text()).matchAll(/"id":"([^"]+)"/g)];
      const names = await Promise.all(
        ids.map(async ([, id = '']) => {
          const list = await get(`${id}/recoveryPoints?api-version=${present}`);
          return [...(await list.text()).matchAll(/"id":"([^"]+\/(\d+))","name":"\2"/g)];
        }),
      );
      const large = names.flat().filter(([, , name]) => !Number.isSafeInteger(Number(name)));
      expect(large.length).toBeGreaterThan(0);
      const [, path = '', name] = large[0] ?? [];
      expect(await valueOf(get(`${path}?api-version=${present}`), 'name')).toBe(name);
    },
  ],
  [
    '23 x-ms-client-request-id echoed twice',
    async ({ get }) => {
      const sent = { 'x-ms-client-request-id': 'mine' };
      const answer = await get(jobsPath, sent);
      expect(answer.headers.get('x-ms-client-request-id')).toBe('mine; mine');
    },
  ],
  [
    '24 vaultId as URL; containerName without its first part',
    async ({ get }) => {
      const item = await valueOf(get(`${exampleItem}?api-version=${present}`), 'properties');
      expect(item).toMatchObject({
        vaultId: `https://management.azure.com${exampleVault}`,
        containerName: 'iaasvmcontainerv2;testRG;testVM',
      });
    },
  ],
  [
    '25 SDK retries POST on 5xx: two jobs, unless the same target name makes the second fail',
    async () => {
      const count = (azure: TestAzure) => rowCount(azure.get(jobsPath));
      const disks = testAzure('accepted-but-500');
      const before = await count(disks);
      expect((await restore(disks)).status).toBe(500);
      expect((await restore(disks)).status).toBe(202);
      expect(await count(disks)).toBe(before + 2);
      const machine = testAzure('accepted-but-500');
      expect((await restore(machine, present, newMachine)).status).toBe(500);
      expect((await restore(machine, present, newMachine)).status).toBe(400);
      expect(await count(machine)).toBe(before + 1);
    },
  ],
  [
    '26 AlwaysON, Cancelled vs Canceled, CompletedWithWarnings that restored nothing',
    async (azure) => {
      const vault = await valueOf(
        azure.get(`${exampleVault}?api-version=${present}`),
        'properties',
      );
      expect(vault).toHaveProperty(
        'securitySettings.softDeleteSettings.softDeleteState',
        'AlwaysON',
      );
      const { job } = await restored(azure);
      await azure.send('POST', job.replace('?', '/cancel?'));
      azure.clock.add(60);
      expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('Cancelled');
      const warned = await azure.get(
        `${prodVault}/backupJobs?api-version=${present}&$filter=status eq 'CompletedWithWarnings'`,
      );
      expect(await jsonOf(warned)).toMatchObject({
        value: [{ properties: { operation: 'Restore', entityFriendlyName: 'web-fe-07' } }],
      });
    },
  ],
];

test.each(rows)('%s', async (_, holds) => {
  await expect(holds(testAzure('default'))).resolves.toBeUndefined();
});
