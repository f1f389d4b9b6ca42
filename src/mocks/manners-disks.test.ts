import { expect, test } from 'vitest';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { type Manners, header, keysOf, valueOf, versions } from '#src/mocks/testing-manners.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { backupVaults } from '#src/mocks/world/worlds/default.ts';

/**
 * Azure's manners, azure-contract §13: how Data Protection differs (rows 16 to 19). Each test's name
 * starts with its row's number and first words.
 */

const version = `api-version=${versions.present}`;
const wish = restoreOfDisk('app01_DataDisk_0');

/** A request for a restore, in the form that a real service took (azure-contract §11). */
const bodyOf = ({
  recoveryPointId,
  sourceDiskId,
  targetDiskId,
  region,
}: ReturnType<typeof restoreOfDisk>) => ({
  objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
  recoveryPointId,
  sourceDataStoreType: 'OperationalStore',
  sourceResourceId: sourceDiskId,
  restoreTargetInfo: {
    objectType: 'RestoreTargetInfo',
    recoveryOption: 'FailIfExists',
    restoreLocation: region,
    datasourceInfo: { objectType: 'Datasource', resourceID: targetDiskId },
  },
  identityDetails: { useSystemAssignedIdentity: true },
});
const body = bodyOf(wish);

const ask = (azure: TestAzure, operation: string, sent: unknown): Promise<Response> =>
  azure.send('POST', `${wish.instanceId}/${operation}?${version}`, sent);

/** The job of a restore that was just accepted, and what its operation says. */
async function restored(azure: TestAzure) {
  const accepted = await ask(azure, 'restore', body);
  azure.clock.add(60);
  const [status, location] = ['azure-asyncoperation', 'location'].map((name) =>
    header(accepted, name),
  );
  const jobId = String(await valueOf(azure.get(status ?? ''), 'properties', 'jobId'));
  return { accepted, jobId, location: location ?? '' };
}

const manners: Manners = {
  '16 job id is a whole id at operationStatus, and its last part at operationResults': async (
    azure,
  ) => {
    const { jobId, location } = await restored(azure);
    expect(jobId).toMatch(/^\/subscriptions\/.*\/backupVaults\/bv-prod-weu\/backupJobs\/[^/]+$/);
    const name = await valueOf(azure.get(location), 'jobId');
    expect(jobId.endsWith(`/${String(name)}`)).toBe(true);
    expect(await valueOf(azure.get(`${jobId}?${version}`), 'name')).toBe(name);
  },
  '17 operationStatus without an s, at three addresses': async (azure) => {
    const { accepted } = await restored(azure);
    expect(header(accepted, 'retry-after')).toBe('30');
    const address = header(accepted, 'azure-asyncoperation');
    expect(address).toContain('/Microsoft.DataProtection/locations/westeurope/operationStatus/');
    const operation = address.slice(address.indexOf('/operationStatus/'));
    const vault = backupVaults[0]?.id ?? '';
    const group = vault.slice(0, vault.indexOf('/backupVaults/'));
    for (const place of [vault, group]) {
      const polled = azure.get(`${place}${operation}`);
      expect(await valueOf(polled, 'status')).toBe('Succeeded');
    }
    const other = address.replace('operationStatus', 'operationsStatus');
    expect((await azure.get(other)).status).toBe(404);
  },
  '18 validation problems as failed operation (disk)': async (azure) => {
    const taken = bodyOf(restoreOfDisk('app01_DataDisk_0', { name: 'app01_OsDisk' }));
    const accepted = await ask(azure, 'validateRestore', { restoreRequestObject: taken });
    expect(accepted.status).toBe(202);
    expect(header(accepted, 'retry-after')).toBe('10');
    const address = header(accepted, 'azure-asyncoperation');
    expect(await valueOf(azure.get(address), 'status')).toBe('InProgress');
    azure.clock.add(150);
    const over = azure.get(address);
    expect((await over).status).toBe(200);
    const failed = { status: 'Failed', error: { code: 'UserErrorSameNameDiskAlreadyExists' } };
    expect(await (await over).json()).toMatchObject(failed);
  },
  '18 a validation that has passed tells no properties (disk)': async (azure) => {
    const accepted = await ask(azure, 'validateRestore', { restoreRequestObject: body });
    azure.clock.add(150);
    const result = await valueOf(azure.get(header(accepted, 'azure-asyncoperation')));
    expect(result).toMatchObject({ status: 'Succeeded' });
    expect(keysOf(result)).not.toContain('properties');
  },
  '19 resourceID, dataTransferedInBytes, Backupvaults': async (azure) => {
    const instance = azure.get(`${wish.instanceId}?${version}`);
    const source = await valueOf(instance, 'properties', 'dataSourceInfo');
    expect(source).toHaveProperty('resourceID', wish.sourceDiskId);
    const vault = azure.get(`${backupVaults[0]?.id ?? ''}?${version}`);
    expect(await valueOf(vault, 'type')).toBe('Microsoft.DataProtection/Backupvaults');
    const { jobId } = await restored(azure);
    const job = await valueOf(azure.get(`${jobId}?${version}`), 'properties');
    expect(job).toMatchObject({ progressEnabled: false, supportedActions: [''] });
    expect(job).toHaveProperty('extendedInfo.dataTransferedInBytes', null);
  },
  '19 keys of a request in either spelling': async (azure) => {
    const { datasourceInfo, ...target } = body.restoreTargetInfo;
    const other = { ...body, restoreTargetInfo: { ...target, dataSourceInfo: datasourceInfo } };
    expect((await ask(azure, 'restore', other)).status).toBe(202);
    expect((await ask(azure, 'restore', { ...other, objectType: 'Other' })).status).toBe(400);
  },
};

test.each(Object.entries(manners))('%s', async (_, holds) => {
  await expect(holds(testAzure('default'))).resolves.toBeUndefined();
});
