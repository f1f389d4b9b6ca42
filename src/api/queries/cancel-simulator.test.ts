import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { pollOperation } from '#src/api/arm/operation.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { cancelJob, getJob } from '#src/api/recovery-services/jobs.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { cancelJobMutation } from '#src/api/queries/jobs.ts';
import { cancelDeploymentMutation } from '#src/api/queries/deployments.ts';
import type { Write } from '#src/api/queries/use-write.ts';
import { createDeployment, deploymentId, getDeployment } from '#src/api/resources/deployments.ts';
import { blobPlace, listServiceSas } from '#src/api/storage/blobs.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import { exampleMachine, exampleVault } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The client cancels jobs of the simulated Azure. */

async function restoring() {
  const it = testAzure('default');
  const { arm, sent } = testArm(it.azure.fetch);
  await startRestore(arm, exampleMachine, 'mine');
  const [restore] = (await it.azure.state()).restores;
  const jobId = resourceId(`${exampleVault}/backupJobs/${restore?.jobId ?? ''}`);
  const statusOf = async () => (await getJob(arm, jobId)).status;
  return { ...it, arm, sent, jobId, statusOf };
}

test('a running restore is first canceling, then canceled', async () => {
  const { arm, clock, jobId, statusOf } = await restoring();
  clock.add(120);
  const operation = await cancelJob(arm, jobId);
  expect(operation).toMatchObject({ pollKind: 'location', retryAfterMs: 60_000 });
  if (operation === null) return;
  expect(await statusOf()).toBe('cancelling');
  expect(await pollOperation(arm, operation)).toMatchObject({ status: 'running' });
  clock.add(20);
  expect(await pollOperation(arm, operation)).toEqual({ status: 'succeeded', jobId: null });
  expect(await statusOf()).toBe('cancelled');
  clock.add(24 * 3600);
  expect(await statusOf()).toBe('cancelled');
  expect(await getMachine(arm, exampleMachine.targetVirtualMachineId)).toBeNull();
});

test('refuses a job that cannot be canceled, after a single request', async () => {
  const { arm, clock, jobId, sent, statusOf } = await restoring();
  await cancelJob(arm, jobId);
  await expect(cancelJob(arm, jobId)).rejects.toThrow('not in a state that can be cancelled');
  await expect(cancelJob(arm, resourceId(`${jobId}x`))).rejects.toThrow('was not found');
  expect(sent.filter(({ url }) => url.includes('/cancel'))).toHaveLength(3);
  clock.add(3600);
  expect(await statusOf()).toBe('cancelled');
});

test('when the machine is being made it is too late, although Azure goes on to offer it', async () => {
  const { arm, clock, jobId, statusOf } = await restoring();
  clock.add(450);
  const job = await getJob(arm, jobId);
  expect(job.tasks.map(({ status }) => status)).toEqual(['completed', 'inProgress']);
  expect(job.isCancellable).toBe(true);
  await expect(cancelJob(arm, jobId)).rejects.toThrow('InProgress in “Create the restored');
  clock.add(3600);
  expect(await statusOf()).toBe('completed');
});

test('a restore that ended in time stays as it ended', async () => {
  const { arm, clock, jobId, statusOf } = await restoring();
  clock.add(3600);
  expect(await statusOf()).toBe('completed');
  await expect(cancelJob(arm, jobId)).rejects.toThrow('It is Completed');
  expect(await statusOf()).toBe('completed');
});

describe('a cancel that the browser sends twice by itself', () => {
  /** The client of a browser in which each request that cancels arrives twice, and the second is answered. */
  const twice = ({ azure }: Pick<TestAzure, 'azure'>) => {
    const { arm } = testArm(async (request) => {
      if (/\/cancel\?/.test(request.url)) await azure.fetch(request.clone());
      return azure.fetch(request);
    });
    startSession(arm);
    return arm;
  };
  const run = async (mutation: Write<void, void>): Promise<void> => {
    const client = new QueryClient();
    await client.getMutationCache().build(client, mutation).execute();
  };

  test('is no refusal of a job, which is canceling', async () => {
    const it = await restoring();
    it.clock.add(120);
    twice(it);
    await run(cancelJobMutation(it.jobId));
    expect(await it.statusOf()).toBe('cancelling');
  });

  test('is a refusal of a job that goes on, or can’t be read', async () => {
    const it = await restoring();
    it.clock.add(24 * 3600);
    twice(it);
    await expect(run(cancelJobMutation(it.jobId))).rejects.toThrow(/not in a state/);
  });

  test('is no refusal of a deployment, which is canceled', async () => {
    const it = await stagedWorld();
    const arm = twice(it);
    const id = deploymentId(resourceId(stagedGroup), 'rc-1-1');
    const place = blobPlace(stagedTemplate);
    if (place === null) throw new Error('no blob');
    const signature = await listServiceSas(arm, resourceId(stagedAccount), place, it.clock.now());
    await createDeployment(arm, id, {
      source: { kind: 'link', uri: stagedTemplate, signature },
      values: { virtualMachineName: 'vmNew' },
    });
    it.clock.add(3);
    await run(cancelDeploymentMutation(id));
    expect((await getDeployment(arm, id)).status.kind).toBe('canceled');
    await expect(
      run(cancelDeploymentMutation(deploymentId(resourceId(stagedGroup), 'no'))),
    ).rejects.toThrow(/./);
  });
});
