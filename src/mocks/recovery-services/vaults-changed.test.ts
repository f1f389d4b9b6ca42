import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';

/** Changes of a vault beside Cross Subscription Restore. */

const url = `${exampleVault}?api-version=2024-04-01`;
const identity =
  '/subscriptions/1/resourcegroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one';
const withIdentity = { type: 'UserAssigned', userAssignedIdentities: { [identity]: {} } };
const key = { keyVaultProperties: { keyUri: 'https://kv.vault.azure.net/keys/backup/1' } };

/** The vault after a change, with an empty change on top to see that nothing of it remains. */
async function changedVault(it: TestAzure, body: object): Promise<unknown> {
  const first = await it.send('PATCH', url, body);
  expect([first.status, first.headers.get('location') === null]).toEqual([202, false]);
  it.clock.add(20);
  expect((await it.send('PATCH', url, body)).status).toBe(200);
  return jsonOf(await it.get(url));
}

describe('a vault shows its changes', () => {
  test.each<[what: string, body: object, shown?: object]>([
    ['tags', { tags: { a: 'b' } }],
    ['an identity', { identity: withIdentity }, { identity: { type: 'UserAssigned' } }],
    [
      'its own identity, in the letters of the CLI',
      { identity: { ...withIdentity, type: 'systemassigned,userassigned' } },
      { identity: { type: 'SystemAssigned, UserAssigned' } },
    ],
    [
      'a key, read by the one identity that it has',
      { identity: withIdentity, properties: { encryption: key } },
      {
        properties: {
          encryption: {
            ...key,
            kekIdentity: { userAssignedIdentity: identity, useSystemAssignedIdentity: false },
          },
        },
      },
    ],
    ['alerts', { properties: { monitoringSettings: { classicAlertSettings: { a: 'Enabled' } } } }],
    [
      'that it may not be reached publicly',
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'Disabled', provisioningState: 'Succeeded' } },
    ],
    [
      'how long it keeps what is deleted',
      {
        properties: {
          securitySettings: { softDeleteSettings: { softDeleteRetentionPeriodInDays: 30 } },
        },
      },
    ],
  ])('%s', async (_, body, shown = body) => {
    expect(await changedVault(testAzure('document'), body)).toMatchObject(shown);
  });

  test('the last word of each thing, whoever said it', async () => {
    const it = testAzure('document');
    await changedVault(it, { tags: { a: 'b' } });
    await changedVault(it, { identity: withIdentity });
    expect(await changedVault(it, { identity: { type: 'None' } })).toMatchObject({
      tags: { a: 'b' },
    });
    expect(JSON.stringify(await jsonOf(await it.get(url)))).not.toContain(identity);
  });

  test('the key also in a read of its encryption', async () => {
    const it = testAzure('document');
    await changedVault(it, { identity: withIdentity, properties: { encryption: key } });
    const config = `${exampleVault}/backupEncryptionConfigs/backupResourceEncryptionConfig`;
    expect(await jsonOf(await it.get(`${config}?api-version=2024-04-01`))).toMatchObject({
      properties: {
        encryptionAtRestType: 'CustomerManaged',
        keyUri: key.keyVaultProperties.keyUri,
        userAssignedIdentity: identity,
      },
    });
  });
});

const locked = { properties: { securitySettings: { immutabilitySettings: { state: 'Locked' } } } };
const unlocked = {
  properties: { securitySettings: { immutabilitySettings: { state: 'Unlocked' } } },
};

describe('a vault names the field that it refuses', () => {
  const encryption = (more: object) => ({ properties: { encryption: more } });
  test.each([
    ['identity.type', { identity: { type: 'Somebody' } }],
    ['identity.userAssignedIdentities', { identity: { type: 'UserAssigned' } }],
    ['keyVaultProperties.keyUri is missing', encryption({ kekIdentity: {} })],
    [
      'keyVaultProperties.keyUri',
      encryption({ keyVaultProperties: { keyUri: 'http://plain/keys/a' } }),
    ],
    ['kekIdentity', encryption(key)],
    [
      'kekIdentity.userAssignedIdentity',
      encryption({ ...key, kekIdentity: { userAssignedIdentity: identity } }),
    ],
    [
      'standardTierStorageRedundancy',
      { properties: { redundancySettings: { standardTierStorageRedundancy: 'Cloudy' } } },
    ],
    ['properties.publicNetworkAccess', { properties: { publicNetworkAccess: true } }],
    [
      'storage type',
      { properties: { redundancySettings: { standardTierStorageRedundancy: 'ZoneRedundant' } } },
    ],
  ])('%s', async (field, body) => {
    const it = testAzure('document');
    const answer = await it.send('PATCH', url, body);
    expect(answer.status).toBe(400);
    const { error } = z
      .object({ error: z.object({ code: z.string(), message: z.string() }) })
      .parse(await jsonOf(answer));
    expect(error.code).toBe('BMSUserErrorInvalidInput');
    expect(error.message).toContain(field);
    expect(await it.store.read(0)).toEqual([]);
  });

  test('and what is locked stays locked', async () => {
    const it = testAzure('document');
    await changedVault(it, unlocked);
    await changedVault(it, locked);
    expect((await it.send('PATCH', url, unlocked)).status).toBe(400);
  });
});
