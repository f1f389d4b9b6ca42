import { expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import {
  examplePoint,
  header,
  keysOf,
  type Manners,
  newMachine,
  onlyMachines,
  restore,
  restored,
  rowCount,
  statusAddress,
  validation,
  valueOf,
  versions,
} from '#src/mocks/testing-manners.ts';
import { restoreElsewhere } from '#src/mocks/testing-secondary.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { appsVault, hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

/**
 * Azure's manners, azure-contract §13: requests and how to follow them (rows 1 to 12), answers (13 to
 * 19) and surprises (20 to 26). Each name starts with its row's number and first words. How Data
 * Protection differs is in `manners-disks.test.ts`.
 */

const { old, present, secondary } = versions;
const jobsPath = `${exampleVault}/backupJobs?api-version=${present}`;

const manners: Manners = {
  '1 Location with subscriptions//subscriptions': async (azure) => {
    const location = header(await restore(azure, old), 'location');
    expect(location).toContain('https://management.azure.com/subscriptions//subscriptions/');
    expect((await azure.get(location)).status).toBe(202);
  },
  '2 polling URLs signed and several kB long; refused when changed': async (azure) => {
    const url = await statusAddress(azure);
    expect(url.length).toBeGreaterThan(2500);
    expect((await azure.get(url)).status).toBe(200);
    for (const name of ['t', 'c', 's', 'h']) {
      const changed = url.replace(new RegExp(`([&?]${name}=)[^&]{2}`), '$1zz');
      expect((await azure.get(changed)).status).toBe(403);
    }
  },
  '3 polling URLs with another api-version and other letter case than the request': async (
    azure,
  ) => {
    const url = new URL(await statusAddress(azure));
    expect(url.searchParams.get('api-version')).not.toBe(present);
    expect(url.pathname).toContain('/microsoft.recoveryservices/');
    expect(url.pathname).toContain('/protectedItems/vm;');
  },
  '4 SDK fetches Location after success': async (azure) => {
    const { location } = await restored(azure);
    expect((await azure.get(location)).status).toBe(200);
  },
  '5 operation Succeeded = job exists; job may fail later': async () => {
    const azure = testAzure('job-fails');
    const { status, job } = await restored(azure);
    expect(await valueOf(azure.get(status), 'status')).toBe('Succeeded');
    expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('InProgress');
    azure.clock.add(24 * 3600);
    expect(await valueOf(azure.get(status), 'status')).toBe('Succeeded');
    expect(await valueOf(azure.get(job), 'properties', 'status')).toBe('Failed');
  },
  '6 tier enums as number (old api-version) or name': async ({ get }) => {
    const tiers = (version: string) =>
      valueOf(
        get(`${examplePoint}?api-version=${version}`),
        'properties',
        'recoveryPointTierDetails',
      );
    expect(await tiers(old)).toContainEqual({ type: 1, status: 1 });
    expect(await tiers(present)).toContainEqual({ type: 'InstantRP', status: 'Valid' });
  },
  '7 + or %20, %3B or ;, %24filter or $filter': async ({ get }) => {
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
  '8 dates in filters as US 12-hour text': async ({ get }) => {
    const points = async (from: string): Promise<number> => {
      const filter = `startDate eq '${from}' and endDate eq '2025-06-05 11:59:59 PM'`;
      const path = `${exampleItem}/recoveryPoints?api-version=${present}&$filter=${filter}`;
      return rowCount(get(path));
    };
    const [midnight, noon] = ['2025-06-03 12:00:00 AM', '2025-06-03 12:00:00 PM'];
    expect(await points(midnight)).toBeGreaterThan(await points(noon));
  },
  '9 same URL, other plane, by api-version': async ({ get }) => {
    const list = (vault: string, version: string) =>
      get(`${vault}/backupProtectedItems?api-version=${version}&${onlyMachines}`);
    expect((await list(hqVault, present)).status).toBe(200);
    expect(await valueOf(list(hqVault, secondary), 'error', 'code')).toBe(
      'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault',
    );
  },
  '10 cross-region job reads are POSTs': async ({ get, send }) => {
    const [subscription] = prodVault.split('/resourceGroups/');
    const path = `${subscription}/providers/Microsoft.RecoveryServices/locations/northeurope/backupCrrJobs?api-version=${secondary}`;
    expect((await send('POST', path, { resourceId: prodVault })).status).toBe(200);
    expect((await get(path)).status).toBe(404);
  },
  '11 cancel has only Location': async (azure) => {
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
  '11 export repeats headers in the body': async (azure) => {
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
  '11 PATCH storage config 204': async (azure) => {
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
  '12 list of jobs has no extendedInfo': async (azure) => {
    const { job } = await restored(azure);
    const list = await azure.get(`${exampleVault}/backupJobs?api-version=${present}`);
    expect(await list.text()).not.toContain('extendedInfo');
    expect(await valueOf(azure.get(job), 'properties')).toHaveProperty('extendedInfo');
  },
  '13 progressPercentage constant, tasks without times, PT0S': async () => {
    const azure = testAzure('recorded');
    const { job } = await restored(azure, present, newMachine);
    const read = () => valueOf(azure.get(job), 'properties', 'extendedInfo');
    const first = await read();
    azure.clock.add(7 * 60);
    const later = await read();
    expect(first).toHaveProperty('tasksList.0.status', 'InProgress');
    expect(later).toHaveProperty('tasksList.0.status', 'Completed');
    for (const info of [first, later]) {
      expect(info).toMatchObject({
        progressPercentage: 1,
        tasksList: [{ duration: 'PT0S' }, { duration: 'PT0S' }],
      });
      expect(info).not.toHaveProperty('estimatedRemainingDuration');
      expect(JSON.stringify(info)).not.toMatch(/"(startTime|endTime|taskExecutionDetails)"/);
    }
  },
  '14 "Recovery point time " with a trailing blank, US date, no zone': async (azure) => {
    const time = await valueOf(
      azure.get(`${examplePoint}?api-version=${present}`),
      'properties',
      'recoveryPointTime',
    );
    expect(time).toMatch(/^2025-06-04T06:06:00\.\d{7}Z$/);
    const { job } = await restored(azure);
    const bag = await valueOf(azure.get(job), 'properties', 'extendedInfo', 'propertyBag');
    expect(bag).toHaveProperty(['Recovery point time '], '6/4/2025 6:06:00 AM');
    expect(bag).not.toHaveProperty(['Recovery point time']);
  },
  '15 keys that come and go between polls': async (azure) => {
    const { job } = await restored(azure);
    const keys = async () => [
      ...keysOf(await valueOf(azure.get(job), 'properties')),
      ...keysOf(await valueOf(azure.get(job), 'properties', 'extendedInfo')),
    ];
    const going = ['actionsInfo', 'dynamicErrorMessage'];
    const running = await keys();
    azure.clock.add(24 * 3600);
    const ended = await keys();
    expect(running).toEqual(expect.arrayContaining(going));
    expect(running).not.toContain('endTime');
    expect(ended).toContain('endTime');
    for (const key of going) expect(ended).not.toContain(key);
  },
  '15 null vs missing': async ({ get }) => {
    // Nothing to restore yet is null; what an old vault never learnt is missing.
    const items = `${appsVault}/backupProtectedItems?api-version=${present}&${onlyMachines} and friendlyName eq 'build-agent-04'`;
    const item = { lastRecoveryPoint: null, lastBackupTime: null };
    expect(await jsonOf(await get(items))).toMatchObject({ value: [{ properties: item }] });
    const vault = (id: string) => valueOf(get(`${id}?api-version=${present}`), 'properties');
    expect(await vault(appsVault)).not.toHaveProperty('restoreSettings');
    expect(await vault(prodVault)).toHaveProperty('restoreSettings');
    // A job leaves out what it does not know.
    expect(await (await get(jobsPath)).text()).not.toContain(':null');
  },
  '16 job id = operation id now, different before; endTime year 1 while running': async (azure) => {
    const now = await restored(azure);
    expect(now.jobId).toBe(now.operationId);
    const before = await restored(azure, old);
    expect(before.jobId).not.toBe(before.operationId);
    const status = await statusAddress(azure);
    expect(await valueOf(azure.get(status), 'endTime')).toBe('0001-01-01T00:00:00');
  },
  '17 operationsStatus / operationStatus / backupOperations': async (azure) => {
    const { status, operationId } = await restored(azure);
    expect(status).toContain(`/operationsStatus/${operationId}?`);
    const path = `${exampleVault}/backupOperations/${operationId}?api-version=${present}`;
    const vaultWide = await jsonOf(await azure.get(path));
    expect(vaultWide).toEqual(await jsonOf(await azure.get(status)));
    const change = await azure.send('PATCH', `${exampleVault}?api-version=${present}`, {
      properties: {
        restoreSettings: {
          crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
        },
      },
    });
    const address = header(change, 'azure-asyncoperation');
    expect(address).toContain(`${exampleVault}/operationStatus/`);
    expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
    // One letter more, and there is no such thing.
    const other = address.replace('operationStatus', 'operationsStatus');
    expect((await azure.get(other)).status).toBe(404);
  },
  '17 backupValidateOperationsStatuses': async (azure) => {
    const path = `${exampleVault}/backupTriggerValidateOperation?api-version=${present}`;
    const address = header(await azure.send('POST', path, validation), 'azure-asyncoperation');
    expect(address).toContain(`${exampleVault}/backupValidateOperationsStatuses/`);
    expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
    azure.clock.add(10);
    expect(await valueOf(azure.get(address), 'status')).toBe('Succeeded');
  },
  '17 backupCrrOperationsStatus': async (azure) => {
    const accepted = await restoreElsewhere(azure, 'app01');
    const address = header(accepted, 'azure-asyncoperation');
    expect(address).toContain('/locations/northeurope/backupCrrOperationsStatus/');
    expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
    azure.clock.add(90);
    expect(await valueOf(azure.get(address), 'status')).toBe('Succeeded');
  },
  '18 validation problems inside a 200 (VM)': async (azure) => {
    const { restoreRequest } = validation.properties;
    const wrong = { ...restoreRequest, region: 'eastus' };
    const answer = await azure.send(
      'POST',
      `${exampleVault}/backupValidateOperation?api-version=${present}`,
      { ...validation, properties: { ...validation.properties, restoreRequest: wrong } },
    );
    expect(answer.status).toBe(200);
    expect(await valueOf(answer, 'validateOperationResponse')).toMatchObject({
      validationResults: [{ code: 'CloudInvalidInputError' }],
    });
  },
  '20 Resource Graph: resultTruncated string, lower-case types, lag, own quota headers':
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
  '21 404 in the middle of polling when the parent was deleted': async (azure) => {
    const status = await statusAddress(azure);
    expect((await azure.get(status)).status).toBe(200);
    const at = azure.clock.now();
    await azure.azure.append([{ type: 'resource-removed', at, id: exampleVault }]);
    expect((await azure.get(status)).status).toBe(404);
  },
  '22 recovery point ids above 2^53': async ({ get }) => {
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
  '23 x-ms-client-request-id echoed twice': async ({ get }) => {
    const sent = { 'x-ms-client-request-id': 'mine' };
    const answer = await get(jobsPath, sent);
    expect(answer.headers.get('x-ms-client-request-id')).toBe('mine; mine');
  },
  '24 vaultId as URL; containerName without its first part': async (azure) => {
    const item = await valueOf(azure.get(`${exampleItem}?api-version=${present}`), 'properties');
    expect(exampleItem).toContain('/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/');
    const containerName = 'iaasvmcontainerv2;testRG;testVM';
    const vaultId = `https://management.azure.com${exampleVault}`;
    expect(item).toMatchObject({ vaultId, containerName });
    const { job } = await restored(azure);
    expect(await valueOf(azure.get(job), 'properties')).toMatchObject({ containerName });
  },
  '25 SDK retries POST on 5xx: two jobs, unless the same target name makes the second fail':
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
  '26 AlwaysON': async ({ get }) => {
    const vault = await valueOf(get(`${hqVault}?api-version=${present}`), 'properties');
    expect(vault).toHaveProperty('securitySettings.softDeleteSettings.softDeleteState', 'AlwaysON');
    const config = get(`${hqVault}/backupconfig/vaultconfig?api-version=${present}`);
    expect(await valueOf(config, 'properties')).toMatchObject({
      softDeleteFeatureState: 'AlwaysON',
      enhancedSecurityState: 'AlwaysON',
    });
  },
  '26 Cancelled vs Canceled': async (azure) => {
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
  '26 CompletedWithWarnings that restored nothing': async ({ get }) => {
    const filter = "$filter=status eq 'CompletedWithWarnings'";
    const jobs = `${prodVault}/backupJobs?api-version=${present}`;
    const properties = { operation: 'Restore', entityFriendlyName: 'web-fe-07' };
    const list = await jsonOf(await get(`${jobs}&${filter}`));
    expect(list).toMatchObject({
      value: [{ properties: { ...properties, errorDetails: [{ errorTitle: 'OlrBackupFailed' }] } }],
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
};

test.each(Object.entries(manners))('%s', async (_, holds) => {
  await expect(holds(testAzure('default'))).resolves.toBeUndefined();
});
