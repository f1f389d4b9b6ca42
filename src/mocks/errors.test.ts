import { describe, expect, test } from 'vitest';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { validation } from '#src/mocks/testing-manners.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/** A body that is not of its shape: Azure's 400, and the name of the field. */

const point = `${exampleItem}/recoveryPoints/20982486783671`;
const region = `${prodVault.replace(/\/resourceGroups\/.*/, '')}/providers/Microsoft.RecoveryServices/locations/northeurope`;

async function answerTo(path: string, body: unknown, version = '2024-04-01') {
  const answer = await testAzure('default').send('POST', `${path}?api-version=${version}`, body);
  return [answer.status, await answer.text()] as const;
}

const restoreOf = (change: object) => ({ ...exampleRestore.properties, ...change });

const changes: readonly (readonly [object, string])[] = [
  [{ recoveryType: 'Teleport' }, 'recoveryType'],
  [{ recoveryPointId: 20982486783671 }, 'recoveryPointId'],
  [{ sourceResourceId: undefined }, 'sourceResourceId'],
  [{ objectType: 'X' }, 'objectType'],
  [{ zones: '1' }, 'zones'],
  [{ restoreDiskLunList: [0, '1'] }, 'restoreDiskLunList.1'],
  [{ createNewCloudService: 'no' }, 'createNewCloudService'],
  [{ encryptionDetails: { encryptionEnabled: 1 } }, 'encryptionDetails.encryptionEnabled'],
  [{ identityInfo: 'system' }, 'identityInfo'],
  [
    { targetDiskNetworkAccessSettings: { targetDiskAccessId: 1 } },
    'targetDiskNetworkAccessSettings.targetDiskAccessId',
  ],
];

describe.each(changes)('a restore with %o names %s', (change, field) => {
  const wrong = restoreOf(change);

  test('at the request', async () => {
    const [status, text] = await answerTo(`${point}/restore`, { properties: wrong });
    expect(status).toBe(400);
    expect(text).toContain('BMSUserErrorInvalidInput');
    expect(text).toContain(`: properties.${field}.`);
  });

  test('when it is validated', async () => {
    const properties = { ...validation.properties, restoreRequest: wrong };
    const body = { ...validation, properties };
    const [status, text] = await answerTo(`${exampleVault}/backupValidateOperation`, body);
    expect(status).toBe(400);
    expect(text).toContain(`: properties.restoreRequest.${field}.`);
  });

  test('at the request in the secondary region', async () => {
    const token = { objectType: 'CrrAccessToken', accessTokenString: 'x' };
    const body = { crossRegionRestoreAccessDetails: token, restoreRequest: wrong };
    const [status, text] = await answerTo(`${region}/backupCrossRegionRestore`, body, '2023-01-15');
    expect(status).toBe(400);
    expect(text).toContain(`: restoreRequest.${field}.`);
  });
});

test.each([
  ['text', 'not a restore request.'],
  [null, 'not a restore request.'],
  [{}, 'not a restore request: properties.'],
  // Document 004's example in the client-side envelope is no body (azure-contract §5).
  [{ parameters: exampleRestore }, 'not a restore request: properties.'],
])('%j is no restore', async (body, words) => {
  const [status, text] = await answerTo(`${point}/restore`, body);
  expect(status).toBe(400);
  expect(text).toContain(words);
});
