import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import type {
  CreateVm,
  NetworkAccess,
  ReplaceDisks,
  Restore,
  RestoreDisks,
} from '#src/api/recovery-services/restore.ts';
import {
  pollValidation,
  restoreRequest,
  secondaryRestoreRequest,
  startRestore,
  startValidation,
  toRestoreBody,
  validateRestore,
} from '#src/api/recovery-services/restores.ts';
import { azureClient } from '#src/api/queries/testing.ts';
import {
  exampleDisks,
  exampleItem,
  exampleMachine,
  exampleReplace,
  exampleRestore,
  exampleVault,
} from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { hqVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

const root = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';
const storage = `${root}/testRG/providers/Microsoft.Storage/storageAccounts`;
const network = `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`;

/** Document 004, Restore disks, Example request, as printed but for the point's name. */
const printedDisks = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: '20982486783671',
  recoveryType: 'RestoreDisks',
  sourceResourceId: `${root}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
  storageAccountId: `${storage}/testAccount`,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
  encryptionDetails: { encryptionEnabled: false },
};

/** Document 004, Restore as another virtual machine: the `properties` inside the client's envelope. */
const printedMachine = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: '348916168024334',
  recoveryType: 'AlternateLocation',
  sourceResourceId: `${root}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
  targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualmachines/targetVM`,
  targetResourceGroupId: `${root}/targetRG`,
  storageAccountId: `${storage}/testingAccount`,
  virtualNetworkId: network,
  subnetId: `${network}/subnets/default`,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
  encryptionDetails: { encryptionEnabled: false },
};

/** azure-contract §5, column OriginalLocation: what is marked as needed or `false`, nothing else. */
const contractReplace = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: '20982486783671',
  recoveryType: 'OriginalLocation',
  sourceResourceId: printedDisks.sourceResourceId,
  storageAccountId: printedDisks.storageAccountId,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
};

const common = {
  recoveryPointResourceId: resourceId('/vault/item/recoveryPoints/20982486783671'),
  recoveryPointId: '20982486783671',
  sourceResourceId: resourceId(printedDisks.sourceResourceId),
  stagingAccountId: resourceId(printedDisks.storageAccountId),
  region: 'westus',
};
const disks: RestoreDisks = {
  ...common,
  kind: 'restoreDisks',
  targetResourceGroupId: null,
  networkAccess: null,
  encryption: { isOn: false },
};
const machine: CreateVm = {
  ...common,
  kind: 'createVm',
  recoveryPointId: '348916168024334',
  stagingAccountId: resourceId(printedMachine.storageAccountId),
  targetVirtualMachineId: resourceId(printedMachine.targetVirtualMachineId),
  targetResourceGroupId: resourceId(printedMachine.targetResourceGroupId),
  virtualNetworkId: resourceId(printedMachine.virtualNetworkId),
  subnetId: resourceId(printedMachine.subnetId),
  networkAccess: null,
  encryption: { isOn: false },
};
const replace: ReplaceDisks = { ...common, kind: 'replaceDisks' };

/** Keys and their order, too. */
const textOf = (properties: object) => JSON.stringify({ properties });

describe('a body is what the documents print, key by key and in their order', () => {
  test.each([
    ['disks: document 004', disks, printedDisks],
    ['a new machine: document 004', machine, printedMachine],
    ['a replace: the contract', replace, contractReplace],
  ])('%s', (_, restore, printed) => {
    expect(JSON.stringify(toRestoreBody(restore))).toBe(textOf(printed));
  });

  test.each([
    ['disks', { ...disks, identity: null, zone: null, diskEncryptionSetId: null }, printedDisks],
    ['disks', { ...disks, restoreDiskLunList: null, restoreWithManagedDisks: false }, printedDisks],
    ['a new machine', { ...machine, identity: null, zone: null }, printedMachine],
    ['a replace', { ...replace, identity: null }, contractReplace],
  ])('%s: what was not chosen is not in it', (_, restore, printed) => {
    expect(JSON.stringify(toRestoreBody(restore))).toBe(textOf(printed));
  });
});

const set = resourceId(`${root}/targetRG/providers/Microsoft.Compute/diskEncryptionSets/des-1`);
const access = resourceId(`${root}/targetRG/providers/Microsoft.Compute/diskAccesses/da-1`);

describe('what was chosen beside it comes last', () => {
  const chosen = { zone: '2', diskEncryptionSetId: set, restoreWithManagedDisks: true } as const;
  const keys = { restoreWithManagedDisks: true, diskEncryptionSetId: set, zones: ['2'] };

  test('for disks, with the group first and the LUNs after', () => {
    const targetResourceGroupId = resourceId(`${root}/targetRG`);
    const restore = { ...disks, ...chosen, targetResourceGroupId, restoreDiskLunList: [] };
    expect(JSON.stringify(toRestoreBody(restore))).toBe(
      textOf({ ...printedDisks, targetResourceGroupId, ...keys, restoreDiskLunList: [] }),
    );
  });

  test('for disks as the group alone', () => {
    const targetResourceGroupId = resourceId(`${root}/targetRG`);
    expect(JSON.stringify(toRestoreBody({ ...disks, targetResourceGroupId }))).toBe(
      textOf({ ...printedDisks, targetResourceGroupId }),
    );
  });

  test('for a new machine', () => {
    expect(JSON.stringify(toRestoreBody({ ...machine, ...chosen }))).toBe(
      textOf({ ...printedMachine, ...keys }),
    );
  });

  const accesses: readonly (readonly [NetworkAccess, object])[] = [
    [{ kind: 'sameAsSource' }, { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' }],
    [{ kind: 'public' }, { targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks' }],
    [
      { kind: 'private', diskAccessId: access },
      {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: access,
      },
    ],
  ];
  test.each(accesses)('network access %j, of disks and of a machine', (networkAccess, settings) => {
    for (const [restore, printed] of [
      [disks, printedDisks],
      [machine, printedMachine],
    ] as const) {
      expect(toRestoreBody({ ...restore, networkAccess }).properties).toEqual({
        ...printed,
        targetDiskNetworkAccessSettings: settings,
      });
    }
  });
});

describe('an identity takes the place of the account’s key', () => {
  const identityId = resourceId(`${root}/rg/providers/Microsoft.ManagedIdentity/x/id-1`);
  const infos = [
    [{ kind: 'system' }, { isSystemAssignedIdentity: true }],
    [
      { kind: 'user', identityId },
      { isSystemAssignedIdentity: false, managedIdentityResourceId: identityId },
    ],
  ] as const;

  test.each(infos)('%j, in every kind of restore', (identity, identityInfo) => {
    for (const [restore, printed] of [
      [disks, printedDisks],
      [machine, printedMachine],
      [replace, contractReplace],
    ] as const) {
      const { storageAccountId, ...rest } = printed;
      const { properties } = toRestoreBody({ ...restore, identity });
      expect(properties).toEqual({
        ...rest,
        identityInfo,
        identityBasedRestoreDetails: { targetStorageAccountId: storageAccountId },
      });
      expect(Object.keys(properties)).not.toContain('storageAccountId');
    }
  });
});

/** azure-contract §5: `encryptionDetails` is optional, and names secret and key where the source is encrypted. */
describe('Azure Disk Encryption of the source', () => {
  const keys = {
    secretUrl: 'https://kv.vault.azure.net/secrets/os',
    secretVaultId: '/kv',
    keyUrl: 'https://kv.vault.azure.net/keys/os',
    keyVaultId: '/kv',
  };
  test.each([
    ['not known', undefined, undefined],
    ['off', { isOn: false }, { encryptionEnabled: false }],
    ['on, and the point names no keys', { isOn: true }, { encryptionEnabled: true }],
    [
      'on, with a secret alone',
      { isOn: true, keys: { secretUrl: keys.secretUrl } },
      { encryptionEnabled: true, secretKeyUrl: keys.secretUrl },
    ],
    [
      'on, with secret and key',
      { isOn: true, keys },
      {
        encryptionEnabled: true,
        kekUrl: keys.keyUrl,
        secretKeyUrl: keys.secretUrl,
        kekVaultId: '/kv',
        secretKeyVaultId: '/kv',
      },
    ],
  ])('%s', (_, encryption, expected) => {
    for (const restore of [disks, machine]) {
      const { properties } = toRestoreBody({ ...restore, encryption });
      expect(properties.encryptionDetails).toEqual(expected);
      expect('encryptionDetails' in properties).toBe(expected !== undefined);
    }
  });
});

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000';
const group = `${subscription}/resourceGroups/rg`;

const secondary: RestoreDisks = {
  kind: 'restoreDisks',
  recoveryPointResourceId: resourceId(
    `${group}/providers/Microsoft.RecoveryServices/vaults/v/recoveryPoints/20982486783671`,
  ),
  recoveryPointId: '20982486783671',
  sourceResourceId: resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/vm`),
  stagingAccountId: resourceId(`${group}/providers/Microsoft.Storage/storageAccounts/st`),
  region: 'northeurope',
  targetResourceGroupId: null,
  networkAccess: null,
};

test('the token is sent back whole, under the name that Azure takes', () => {
  const right = { objectType: 'AccessToken', accessTokenString: 'text', rpTierInformation: {} };
  expect(secondaryRestoreRequest(secondary, right, 'press-1')).toEqual({
    method: 'POST',
    url: `${subscription}/providers/Microsoft.RecoveryServices/locations/northeurope/backupCrossRegionRestore?api-version=2023-01-15`,
    body: {
      crossRegionRestoreAccessDetails: { ...right, objectType: 'CrrAccessToken' },
      restoreRequest: toRestoreBody(secondary).properties,
    },
    clientRequestId: 'press-1',
    starts: true,
    copyCodes: [],
  });
});

test.each([
  ['a new machine', exampleMachine, ['CloudInvalidInputError']],
  ['disks', exampleDisks, []],
  ['a replace', exampleReplace, []],
])('a second copy of %s is known by its codes, here as there', (_, restore, copyCodes) => {
  const token = { objectType: 'AccessToken', accessTokenString: 'text' };
  expect(restoreRequest(restore, 'press-1')).toMatchObject({ starts: true, copyCodes });
  expect(secondaryRestoreRequest(restore, token, 'press-1')).toMatchObject({ copyCodes });
});

const nowhere = resourceId('/subscriptions/x/resourceGroups/no/providers/a/b/c');
const restores: readonly (readonly [string, Restore, number])[] = [
  ['disks', exampleDisks, 0],
  ['a new machine', exampleMachine, 0],
  ['a replace', exampleReplace, 0],
  ['disks by way of no account', { ...exampleDisks, stagingAccountId: nowhere }, 1],
  ['disks into another region', { ...exampleDisks, region: 'eastus' }, 1],
  [
    'a machine with two faults',
    { ...exampleMachine, region: 'eastus', virtualNetworkId: nowhere },
    2,
  ],
];

test.each(restores)('%s: validation says what the restore would say', async (_, restore, count) => {
  const { arm, store } = azureClient();
  const problems = await validateRestore(arm, restore);
  expect(problems).toHaveLength(count);
  expect(await store.read(0)).toEqual([]);
  const refused = await startRestore(arm, restore, 'mine').then(() => null, armFacts);
  expect(problems[0]?.code).toBe(refused?.code ?? undefined);
  expect(problems[0]?.message).toBe(refused?.message);
});

describe('a validation that runs by itself', () => {
  /** Follows a started one by the address of the result alone. */
  const startedByResult = async ({ arm }: Pick<ReturnType<typeof azureClient>, 'arm'>) => {
    const operation = await startValidation(arm, exampleDisks);
    const pollUrl = operation?.pollUrl.replace('OperationsStatuses', 'OperationResults') ?? '';
    return { pollUrl, pollKind: 'location', retryAfterMs: 10_000 } satisfies AcceptedOperation;
  };

  test('runs ten seconds, and then says what it found', async () => {
    const { arm, clock } = azureClient();
    const bad = { ...exampleDisks, region: 'eastus' };
    const operation = await startValidation(arm, bad);
    expect(operation).toMatchObject({ pollKind: 'status', retryAfterMs: 10_000 });
    if (operation === null) return;
    clock.add(9);
    const running = await pollValidation(arm, operation);
    expect(running).toEqual({ status: 'running', next: operation });
    clock.add(1);
    const done = await pollValidation(arm, operation);
    expect(done).toEqual({ status: 'done', problems: await validateRestore(arm, bad) });
  });

  test('says the same at the address of its result', async () => {
    const it = azureClient();
    const operation = await startedByResult(it);
    expect(await pollValidation(it.arm, operation)).toMatchObject({ status: 'running' });
    it.clock.add(10);
    expect(await pollValidation(it.arm, operation)).toEqual({ status: 'done', problems: [] });
  });

  test('is known to its own vault alone', async () => {
    const it = azureClient();
    const operation = await startedByResult(it);
    const pollUrl = operation.pollUrl.replace(exampleVault, hqVault);
    expect(pollUrl).not.toBe(operation.pollUrl);
    await expect(pollValidation(it.arm, { ...operation, pollUrl })).rejects.toThrow('not found');
  });
});

describe('the service', () => {
  const address = `${exampleVault}/backupValidateOperation?api-version=2021-12-01`;
  const bodyOf = (id: string | undefined, properties: object) => ({
    id,
    properties: {
      objectType: 'ValidateIaasVMRestoreOperationRequest',
      restoreRequest: { ...exampleRestore.properties, ...properties },
    },
  });

  test('takes old requests without an id, and finds the item by its source', async () => {
    const { send } = testAzure('default');
    const answer = await send('POST', address, bodyOf(undefined, {}));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ validateOperationResponse: { validationResults: [] } });
  });

  test.each([
    ['what is no validation', { properties: exampleRestore.properties }, 400],
    ['an item of another vault', bodyOf(`${hqVault}/recoveryPoints/1`, {}), 404],
    [
      'a point that is not there',
      bodyOf(`${exampleItem}/recoveryPoints/1`, { recoveryPointId: '1' }),
      404,
    ],
    ['a source that nobody protects', bodyOf(undefined, { sourceResourceId: nowhere }), 404],
  ])('refuses %s', async (_, body, status) => {
    const { send } = testAzure('default');
    expect((await send('POST', address, body)).status).toBe(status);
  });
});
