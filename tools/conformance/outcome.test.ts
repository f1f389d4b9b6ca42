import { describe, expect, test } from 'vitest';

import { outcomeOf } from './outcome.ts';
import {
  judge,
  itemAddress,
  itemBody,
  ownSamples,
  restoreBody,
  vaultAddress,
  wordsOf,
} from './testing.ts';

const restore = ownSamples['Restores_Trigger'] ?? { parameters: {}, responses: {} };

/** A restore with something else in its body. */
const restoring = (change: object) => ({
  ...restore,
  parameters: {
    ...restore.parameters,
    parameters: { properties: { ...restoreBody.properties, ...change } },
  },
});

describe('a sample conforms', () => {
  test.each(Object.entries(ownSamples))('of %s', (_, sample) => {
    expect(judge(sample)).toMatchObject({ kind: 'conforms', schemas: [], simulator: [] });
  });

  const group = '/subscriptions/0a0a0a0a-2222-4222-8333-abcdefabcdef/resourceGroups/rg-other';

  test.each<[string, object]>([
    ['disks', { recoveryType: 'RestoreDisks', restoreDiskLunList: [] }],
    ['some disks', { recoveryType: 'RestoreDisks', restoreDiskLunList: [2, 7] }],
    ['disks in the machine’s place', { recoveryType: 'OriginalLocation' }],
    [
      'from the archive',
      {
        objectType: 'IaasVMRestoreWithRehydrationRequest',
        recoveryPointRehydrationInfo: {
          rehydrationPriority: 'High',
          rehydrationRetentionDuration: 'P7D',
        },
      },
    ],
    [
      'with an identity',
      {
        storageAccountId: null,
        identityInfo: {
          isSystemAssignedIdentity: false,
          managedIdentityResourceId: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a`,
        },
        identityBasedRestoreDetails: {
          targetStorageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/stother`,
        },
      },
    ],
    [
      'with a key of its own and private disks of another subscription',
      {
        recoveryType: 'RestoreDisks',
        diskEncryptionSetId: `${group}/providers/Microsoft.Compute/diskEncryptionSets/des-a`,
        targetDiskNetworkAccessSettings: {
          targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
          targetDiskAccessId: `${group}/providers/Microsoft.Compute/diskAccesses/da-a`,
        },
      },
    ],
    [
      'of an encrypted machine',
      { recoveryType: 'RestoreDisks', encryptionDetails: { encryptionEnabled: true } },
    ],
  ])('of a restore: %s', (_, change) => {
    expect(judge(restoring(change))).toMatchObject({ kind: 'conforms', simulator: [] });
  });

  test('whatever its resources are called elsewhere', () => {
    const network = {
      id: '/subscriptions/{id}/resourceGroups/{group}/providers/Microsoft.Network/virtualNetworks/{name}',
      name: '{name}',
      location: 'westus',
    };
    const parameters = { 'api-version': '2024-01-01', subscriptionId: '{subscription}' };
    expect(judge({ parameters, responses: { 200: { body: { value: [network] } } } })).toMatchObject(
      { kind: 'conforms', operation: 'VirtualNetworks_ListAll' },
    );
  });
});

describe('a sample fails', () => {
  test('that our schema cannot read, with the place', () => {
    const body = { ...itemBody, properties: { ...itemBody.properties, friendlyName: 7 } };
    const outcome = judge({ parameters: itemAddress, responses: { 200: { body } } });
    expect(outcome).toMatchObject({ kind: 'fails', simulator: [] });
    expect(outcome.kind === 'fails' && outcome.schemas.join()).toMatch(
      /^200: properties\.friendlyName: /,
    );
  });

  test('whose request is refused, with the reason', () => {
    expect(judge(restoring({ zones: ['1', '2'] }))).toMatchObject({
      kind: 'fails',
      schemas: [],
      simulator: [
        '202 is not answered, but 400 CloudInvalidInputError (Invalid input error. zones takes one zone.)',
      ],
    });
  });

  test('whose status is never answered', () => {
    const { parameters } = ownSamples['ProtectedItems_Get'] ?? {};
    const responses = { 200: { body: itemBody }, 206: { body: itemBody } };
    expect(judge({ parameters, responses })).toMatchObject({
      kind: 'fails',
      simulator: ['206 is not answered, but 200'],
    });
  });

  test('whose answer has a header that ours has not', () => {
    const responses = { 200: { headers: { 'X-Fruit': 'plum' }, body: itemBody } };
    expect(judge({ parameters: itemAddress, responses })).toMatchObject({
      kind: 'fails',
      simulator: ['200 is answered without the header X-Fruit'],
    });
  });

  test('whose list comes back empty', () => {
    const $filter = "backupManagementType eq 'AzureIaasVM' and friendlyName eq 'nobody'";
    const responses = { 200: { body: { value: [itemBody] } } };
    expect(judge({ parameters: { ...vaultAddress, $filter }, responses })).toMatchObject({
      kind: 'fails',
      simulator: ['200 is answered with an empty list'],
    });
  });
});

describe('a file is no sample', () => {
  test.each([
    ['{ "parameters": {', 'no JSON'],
    ['[]', '"parameters"'],
    ['{ "parameters": {} }', '"responses"'],
    ['{ "parameters": {}, "responses": {} }', 'empty'],
    ['{ "parameters": {}, "responses": { "ok": {} } }', '"ok"'],
  ])('%s', (text, problem) => {
    const outcome = outcomeOf(text, { operations: [], absent: [], row: null });
    expect(outcome.kind).toBe('unreadable');
    expect(wordsOf(outcome)).toContain(problem);
  });
});
