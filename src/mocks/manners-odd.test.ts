import { expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import {
  type Manner,
  newMachine,
  onlyMachines,
  restore,
  restored,
  rowCount,
  statusAddress,
  valueOf,
  versions,
} from '#src/mocks/testing-manners.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

/**
 * Azure's manners, azure-contract §13: surprises (rows 20 to 26). Each test's name starts with its
 * row's number and first words.
 */

const { present } = versions;
const jobsPath = `${exampleVault}/backupJobs?api-version=${present}`;

const rows: readonly Manner[] = [
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
      expect(answer.headers.get('x-ms-user-quota-remaining')).toBe('149');
      expect(answer.headers.get('x-ms-user-quota-resets-after')).toBe('00:00:05');
      const text = await answer.text();
      expect(text).toContain('"resultTruncated":"false"');
      expect(text).toContain('"type":"microsoft.recoveryservices/vaults/backupjobs"');
      expect(text).not.toContain(jobId);
      azure.clock.add(300);
      expect(await (await ask()).text()).toContain(jobId);
    },
  ],
  [
    '21 404 in the middle of polling when the parent was deleted',
    async (azure) => {
      const status = await statusAddress(azure);
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
    async (azure) => {
      const item = await valueOf(azure.get(`${exampleItem}?api-version=${present}`), 'properties');
      expect(exampleItem).toContain('/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/');
      const containerName = 'iaasvmcontainerv2;testRG;testVM';
      const vaultId = `https://management.azure.com${exampleVault}`;
      expect(item).toMatchObject({ vaultId, containerName });
      const { job } = await restored(azure);
      expect(await valueOf(azure.get(job), 'properties')).toMatchObject({ containerName });
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
    '26 AlwaysON',
    async ({ get }) => {
      const vault = await valueOf(get(`${hqVault}?api-version=${present}`), 'properties');
      expect(vault).toHaveProperty(
        'securitySettings.softDeleteSettings.softDeleteState',
        'AlwaysON',
      );
      const config = get(`${hqVault}/backupconfig/vaultconfig?api-version=${present}`);
      expect(await valueOf(config, 'properties')).toMatchObject({
        softDeleteFeatureState: 'AlwaysON',
        enhancedSecurityState: 'AlwaysON',
      });
    },
  ],
  [
    '26 Cancelled vs Canceled',
    async (azure) => {
      const { job } = await restored(azure);
      await azure.send('POST', job.replace('?', '/cancel?'));
      expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('Cancelling');
      azure.clock.add(60);
      expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('Cancelled');
      const fault = {
        id: 'f',
        match: {},
        times: 1,
        effect: { kind: 'operation-canceled' },
      } as const;
      await azure.azure.append([{ type: 'fault-added', at: 0, fault }]);
      const status = await statusAddress(azure);
      azure.clock.add(90);
      expect(await valueOf(azure.get(status), 'status')).toBe('Canceled');
    },
  ],
  [
    '26 CompletedWithWarnings that restored nothing',
    async ({ get }) => {
      const filter = "$filter=status eq 'CompletedWithWarnings'";
      const jobs = `${prodVault}/backupJobs?api-version=${present}`;
      const properties = { operation: 'Restore', entityFriendlyName: 'web-fe-07' };
      const list = await jsonOf(await get(`${jobs}&${filter}`));
      expect(list).toMatchObject({
        value: [
          { properties: { ...properties, errorDetails: [{ errorTitle: 'OlrBackupFailed' }] } },
        ],
      });
      // It was to replace the disks a day ago: the machine has those that it had.
      const web = defaultWorld.machines.find(({ id }) => /rg-web\/.*\/web-fe-07$/.test(id));
      const machine = await get(`${web?.id ?? ''}?api-version=2024-03-01`);
      const profile = await valueOf(machine, 'properties', 'storageProfile');
      const [system, data] = web?.disks ?? [];
      expect(profile).toMatchObject({
        osDisk: { name: system?.name },
        dataDisks: [{ name: data?.name }],
      });
    },
  ],
];

test.each(rows)('%s', async (_, holds) => {
  await expect(holds(testAzure('default'))).resolves.toBeUndefined();
});
