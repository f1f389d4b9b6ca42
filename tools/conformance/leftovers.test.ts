import { describe, expect, test } from 'vitest';

import {
  itemAddress,
  itemBody,
  judge,
  operationsOf,
  restoreBody,
  vaultAddress,
} from './testing.ts';

/** What official samples leave out or have otherwise than Azure, and which says nothing of our answers. */

const conforms = { kind: 'conforms' };
const accepted = { 202: { headers: { 'Retry-After': 60 } } };

describe('a sample conforms', () => {
  test('whose body has the part of the address that it leaves out', () => {
    const { recoveryPointId } = restoreBody.properties;
    const properties = {
      objectType: 'IaasVMILRRegistrationRequest',
      recoveryPointId,
      initiatorName: 'plum',
      virtualMachineId: restoreBody.properties.sourceResourceId,
    };
    const sample = {
      parameters: { ...itemAddress, parameters: { properties } },
      responses: accepted,
    };
    expect(operationsOf(sample)).toEqual(['ItemLevelRecoveryConnections_Provision']);
    expect(judge(sample)).toMatchObject(conforms);
  });

  test('that names its own operation, and one that names another than it can be of', () => {
    const sample = { parameters: itemAddress, responses: { 200: { body: itemBody } } };
    for (const operationId of ['ProtectedItems_Get', 'Vaults_Update', 'Fruit_Peel']) {
      const outcome = judge({ operationId, ...sample });
      expect(outcome).toMatchObject({ ...conforms, operation: 'ProtectedItems_Get' });
    }
  });

  test('with a page token that another service gave', () => {
    const parameters = {
      ...vaultAddress,
      $filter: "backupManagementType eq 'AzureIaasVM'",
      $skipToken: 'cGx1bQ==',
    };
    const responses = { 200: { body: { value: [itemBody] } } };
    expect(judge({ parameters, responses })).toMatchObject(conforms);
  });

  test('whose list has no envelope', () => {
    const region = { name: 'plumland', regionalDisplayName: 'Plumland', metadata: {} };
    const parameters = { subscriptionId: vaultAddress.subscriptionId, 'api-version': '2022-12-01' };
    const outcome = judge({ parameters, responses: { 200: { body: [region] } } });
    expect(outcome).toMatchObject({ ...conforms, operation: 'Subscriptions_ListLocations' });
  });

  test('that tells an empty body where nothing is sent', () => {
    for (const body of [null, {}]) {
      const responses = { 202: { ...accepted[202], body } };
      const parameters = { ...itemAddress, recoveryPointId: '1', parameters: restoreBody };
      expect(judge({ parameters, responses })).not.toMatchObject({
        simulator: ['202 is answered without a body'],
      });
    }
  });
});

describe('a restore in the secondary region', () => {
  const { properties } = restoreBody;
  const right = {
    accessTokenString: 'sealed by another service',
    subscriptionId: vaultAddress.subscriptionId,
    resourceGroupName: vaultAddress.resourceGroupName,
    resourceName: vaultAddress.vaultName,
  };
  const sampleOf = (restoreRequest: object) => ({
    parameters: {
      subscriptionId: vaultAddress.subscriptionId,
      azureRegion: 'plumland',
      'api-version': '2023-01-15',
      parameters: {
        crossRegionRestoreAccessDetails: { objectType: 'WorkloadCrrAccessToken', ...right },
        restoreRequest,
      },
    },
    responses: { 200: {}, ...accepted },
  });

  test('is requested with a token of the simulated Azure and followed to its end', () => {
    const outcome = judge(sampleOf({ ...properties, region: 'figland', zones: ['2'] }));
    expect(outcome).toMatchObject({ ...conforms, operation: 'CrossRegionRestore_Trigger' });
  });

  test('still fails for what is wrong in it', () => {
    const replace = { ...properties, region: 'figland', recoveryType: 'OriginalLocation' };
    expect(judge(sampleOf(replace))).toMatchObject({ kind: 'fails' });
  });
});
