import { DeploymentsClient } from '@azure/arm-resourcesdeployments';
import { createDefaultHttpClient, createPipelineRequest } from '@azure/core-rest-pipeline';
import { expect, onTestFinished, test } from 'vitest';

import { originOf } from '#src/mocks/scenarios.ts';
import { serveSimulatedAzure } from '#src/mocks/serve.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { stagedAccount, stagedGroup, stagedTemplate } from '#src/mocks/testing-staged.ts';

import { makeCertificate } from './certificate.ts';

/** A deployment of a restored template by Azure's own client, unchanged: its own poller, its own api-version. */

const subscription = '00000000-0000-0000-0000-000000000000';

/** The example's world an hour after its disks were restored, with a client at it. */
async function connected() {
  const tls = await makeCertificate();
  const options = { scenario: originOf('document'), port: 0, speed: 1000 };
  const served = await serveSimulatedAzure({ ...options, tls });
  onTestFinished(() => served.close());
  const client = new DeploymentsClient(
    { getToken: async () => ({ token: 'any', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) },
    subscription,
    { endpoint: served.address, tlsOptions: { ca: tls.cert } },
  );
  const post = async (path: string, body: object): Promise<string> => {
    const request = createPipelineRequest({
      url: `${served.address}${path}`,
      method: 'POST',
      body: JSON.stringify(body),
    });
    // The client's own pipeline brings the token, and trusts the certificate.
    return (await client.pipeline.sendRequest(createDefaultHttpClient(), request)).bodyAsText ?? '';
  };
  const { properties } = exampleRestore;
  await post(`${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`, {
    properties: { ...properties, targetResourceGroupId: stagedGroup },
  });
  await served.step(3_600_000);
  const { pathname } = new URL(stagedTemplate);
  const sas = await post(`${stagedAccount}/ListServiceSas?api-version=2023-05-01`, {
    canonicalizedResource: `/blob/testAccount${pathname}`,
    signedResource: 'b',
    signedPermission: 'r',
    signedExpiry: '2018-06-05T00:00:00Z',
  });
  const parsed: unknown = JSON.parse(sas);
  const queryString =
    typeof parsed === 'object' && parsed !== null && 'serviceSasToken' in parsed
      ? String(parsed.serviceSasToken)
      : '';
  return { client, queryString };
}

test('validates, predicts, deploys and lists what was done', async () => {
  const { client, queryString } = await connected();
  const properties = {
    mode: 'Incremental' as const,
    templateLink: { uri: stagedTemplate, queryString },
    parameters: { virtualMachineName: { value: 'sdkVM' } },
  };
  const { deployments, deploymentOperations } = client;
  const place = ['targetRG', 'sdk-1'] as const;
  const validated = await deployments.validate(...place, { properties });
  expect(validated.properties?.validatedResources).toHaveLength(3);
  const predicted = await deployments.whatIf(...place, { properties });
  expect(predicted.changes?.filter(({ changeType }) => changeType === 'Create')).toHaveLength(3);
  expect((await deployments.checkExistence(...place)).body).toBe(false);
  const done = await deployments.createOrUpdate(...place, { properties });
  expect(done.properties?.provisioningState).toBe('Succeeded');
  expect(done.properties?.outputResources).toHaveLength(3);
  const operations = [];
  for await (const one of deploymentOperations.list(...place)) operations.push(one);
  expect(operations.map((one) => one.properties?.provisioningOperation)).toEqual([
    'EvaluateDeploymentOutput',
    'Create',
    'Create',
    'Create',
  ]);
  await deployments.delete(...place);
  await expect(deployments.get(...place)).rejects.toThrow('could not be found');
}, 30_000);

test('reads why a template is rejected', async () => {
  const { client } = await connected();
  const properties = { mode: 'Incremental' as const, templateLink: { uri: stagedTemplate } };
  await expect(
    client.deployments.createOrUpdate('targetRG', 'sdk-2', { properties }),
  ).rejects.toThrow('Unable to download deployment content');
}, 30_000);
