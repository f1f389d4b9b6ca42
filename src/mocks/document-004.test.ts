import { expect, test } from 'vitest';
import { isoMs } from '#src/mocks/time/text.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';

/** Document 004's own requests, and its answers as printed there. */
const sub = '/Subscriptions/00000000-0000-0000-0000-000000000000';
const item = `${sub}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;
const printedItem =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testVaultRG/providers/microsoft.recoveryservices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems';
const operationId = '781a0f18-e250-4d73-b059-5e9ffed4069e';
const jobId = '3021262a-fb3a-4538-9b37-e3e97a386093';
const clientId = 'a15ce064-25bd-4ac6-87e5-e3bc6ec65c0b';

const body = {
  properties: {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: '20982486783671',
    recoveryType: 'RestoreDisks',
    sourceResourceId:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testRG/providers/Microsoft.Compute/virtualMachines/testVM',
    storageAccountId:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testRG/providers/Microsoft.Storage/storageAccounts/testAccount',
    region: 'westus',
    createNewCloudService: false,
    originalStorageAccountOption: false,
    encryptionDetails: { encryptionEnabled: false },
  },
};

const printedPoint = (
  name: string,
  type: string,
  time: string,
  tiers: readonly [string | number, string | number][],
) => ({
  id: `${printedItem}/VM;testRG;testVM/recoveryPoints/${name}`,
  name,
  type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints',
  properties: {
    objectType: 'IaasVMRecoveryPoint',
    recoveryPointType: type,
    recoveryPointTime: time,
    recoveryPointAdditionalInfo: '',
    sourceVMStorageType: 'NormalStorage',
    isSourceVMEncrypted: false,
    isInstantIlrSessionActive: false,
    recoveryPointTierDetails: tiers.map(([tier, status]) => ({ type: tier, status })),
    isManagedVirtualMachine: true,
    virtualMachineSize: 'Standard_A1_v2',
    originalStorageAccountOption: false,
  },
});

const printedPoints = (tiers: readonly [string | number, string | number][]) => [
  printedPoint('20982486783671', 'AppConsistent', '2018-06-04T06:06:00.5121087Z', tiers),
  printedPoint('23358112038108', 'CrashConsistent', '2018-06-03T06:20:56.3043878Z', tiers),
];

test('the list of points at 2019-05-13 is the printed one, field by field', async () => {
  const { get, clock } = testAzure('document');
  clock.set(isoMs('2018-06-04T07:18:51.000Z'));
  const answer = await get(`${item}/recoveryPoints?api-version=2019-05-13`, {
    'x-ms-client-request-id': 'c48f4436-ce3f-42da-b537-12710d4d1a24',
  });
  expect(answer.status).toBe(200);
  expect(await jsonOf(answer)).toEqual({
    value: printedPoints([
      [1, 1],
      [2, 1],
    ]),
  });
  const id = answer.headers.get('x-ms-request-id');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    pragma: 'no-cache',
    'x-content-type-options': 'nosniff',
    'x-ms-client-request-id':
      'c48f4436-ce3f-42da-b537-12710d4d1a24; c48f4436-ce3f-42da-b537-12710d4d1a24',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-ms-ratelimit-remaining-subscription-reads': '14998',
    'x-ms-correlation-request-id': id,
    'x-ms-routing-request-id': `SOUTHINDIA:20180604T071851Z:${id}`,
    'cache-control': 'no-cache',
    date: 'Mon, 04 Jun 2018 07:18:51 GMT',
    server: 'Microsoft-IIS/8.0',
    'x-powered-by': 'ASP.NET',
  });
});

test('the restore at 2019-05-13 goes as printed: 202, the operation, the job', async () => {
  const { get, send, clock } = testAzure('document');
  clock.set(isoMs('2018-06-04T13:00:03.806Z'));
  const accepted = await send(
    'POST',
    `${item}/recoveryPoints/20982486783671/restore?api-version=2019-05-13`,
    body,
    { 'x-ms-client-request-id': clientId },
  );
  expect(accepted.status).toBe(202);
  expect(await accepted.text()).toBe('');
  const id = accepted.headers.get('x-ms-request-id');
  const headers = Object.fromEntries(accepted.headers);
  expect(headers).toMatchObject({
    pragma: 'no-cache',
    'retry-after': '60',
    'azure-asyncoperation': `https://management.azure.com${printedItem}/vm;testRG;testVM/operationsStatus/${operationId}?api-version=2019-05-13`,
    'x-content-type-options': 'nosniff',
    'x-ms-client-request-id': `${clientId}; ${clientId}`,
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-ms-ratelimit-remaining-subscription-writes': '1198',
    'x-ms-correlation-request-id': id,
    'x-ms-routing-request-id': `SOUTHINDIA:20180604T130003Z:${id}`,
    'cache-control': 'no-cache',
    date: 'Mon, 04 Jun 2018 13:00:03 GMT',
    location: `https://management.azure.com/subscriptions/${printedItem}/vm;testRG;testVM/operationResults/${operationId}?api-version=2019-05-13`,
    'x-powered-by': 'ASP.NET',
  });
  expect(headers['location']).toContain('/subscriptions//subscriptions/');
  expect(headers['server']).toBeUndefined();

  const running = await get(headers['azure-asyncoperation'] ?? '');
  expect(await jsonOf(running)).toEqual({
    id: operationId,
    name: operationId,
    status: 'InProgress',
    startTime: '2018-06-04T13:00:03.8068176Z',
    endTime: '0001-01-01T00:00:00',
  });
  expect((await get(headers['location'] ?? '')).status).toBe(202);

  clock.set(isoMs('2018-06-04T13:09:17.000Z'));
  const printedEnd = {
    id: operationId,
    name: operationId,
    status: 'Succeeded',
    startTime: '2018-06-04T13:00:03.8068176Z',
    endTime: '2018-06-04T13:00:03.8068176Z',
    properties: { objectType: 'OperationStatusJobExtendedInfo', jobId },
  };
  for (const name of ['location', 'azure-asyncoperation']) {
    const ended = await get(headers[name] ?? '');
    expect(ended.status).toBe(200);
    expect(await jsonOf(ended)).toEqual(printedEnd);
  }

  const job = await get(
    `${sub}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault/backupJobs/${jobId}?api-version=2019-05-13`,
  );
  expect(await jsonOf(job)).toMatchObject({
    name: jobId,
    properties: {
      operation: 'Restore',
      status: 'Completed',
      entityFriendlyName: 'testVM',
      extendedInfo: {
        progressPercentage: 100,
        propertyBag: {
          'Job Type': 'Recover disks',
          'Target Storage Account Name': 'testAccount',
          'Recovery point time ': '6/4/2018 6:06:00 AM',
        },
      },
    },
  });
});

test('at 2024-04-01 tiers are names, addresses are signed, and a changed signature is refused', async () => {
  const { get, send, clock } = testAzure('document');
  const points = await get(`${item}/recoveryPoints?api-version=2024-04-01`);
  expect(await jsonOf(points)).toMatchObject({
    value: printedPoints([
      ['InstantRP', 'Valid'],
      ['HardenedRP', 'Valid'],
    ]),
  });
  const accepted = await send(
    'POST',
    `${item}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`,
    body,
  );
  expect(accepted.status).toBe(202);
  const status = accepted.headers.get('azure-asyncoperation') ?? '';
  expect(status).toMatch(/&t=\d+&c=[^&]{1000,}&s=[^&]*%2B[^&]*&h=[^&]+$/);
  clock.add(90);
  expect(await jsonOf(await get(status))).toMatchObject({
    status: 'Succeeded',
    properties: { jobId },
  });
  expect((await get(accepted.headers.get('location') ?? '')).status).toBe(200);
  expect((await get(status.replace('&s=', '&s=0'))).status).toBe(403);
  expect((await get(status.replace('%2B', '+'))).status).toBe(403);
});

test('accepts ids with %3B, in other letter case and with a trailing slash', async () => {
  const { get } = testAzure('document');
  const odd = `${item.toUpperCase().replaceAll(';', '%3B')}/RECOVERYPOINTS/?api-version=2019-05-13`;
  expect((await get(odd)).status).toBe(200);
});
