import { describe, expect, test } from 'vitest';
import {
  acceptedOperation,
  type AcceptedOperation,
  pollOperation,
} from '#src/api/arm/operation.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { readBody, send, sendFor } from '#src/api/arm/send.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { pageOf } from '#src/api/arm/wire.ts';
import {
  endFileRecovery,
  pollFileRecovery,
  startFileRecovery,
} from '#src/api/recovery-services/files.ts';
import { getJob, jobsExportWire } from '#src/api/recovery-services/jobs.ts';
import {
  guardProxyWire,
  operationPageWire,
  type UnlockDeleteRequestWire,
  unlockDeleteWire,
} from '#src/api/recovery-services/requests.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { azureClient } from '#src/api/queries/testing.ts';
import { parseInstant } from '#src/lib/time.ts';
import {
  type BackupRequestWire,
  type BackupStatusRequestWire,
  backupStatusWire,
} from '#src/mocks/recovery-services/protected-items.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleDisks, exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { SESSION_MS } from '#src/model/file-recovery.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Other requests of the client about items, points and vaults, against the simulated Azure. */
const vault = resourceId(exampleVault);
const item = resourceId(exampleItem);
const pointId = exampleDisks.recoveryPointResourceId;
const machineId = exampleDisks.sourceResourceId;

const version = '?api-version=2024-04-01';

/** Asks for what the product never asks for, and follows it. */
async function started(arm: ArmPipelines, url: string, body?: unknown) {
  const request = { method: 'POST', url: `${url}${version}`, starts: true, body } as const;
  return followed(acceptedOperation(await send(arm, request)));
}

function followed(operation: AcceptedOperation | null): AcceptedOperation {
  if (operation === null) throw new Error('There is no address to follow');
  return operation;
}

const mounting = (start: Awaited<ReturnType<typeof startFileRecovery>>): AcceptedOperation =>
  followed(start?.operation ?? null);

describe('files of a point', () => {
  test('can be read once the operation is over, and no longer when that is ended', async () => {
    const { arm, clock, get, azure } = azureClient();
    const { jobs } = await azure.state();
    const isMounted = async () => {
      const body = await (await get(`${pointId}?api-version=2024-04-01`)).text();
      return body.includes('"isInstantIlrSessionActive":true');
    };
    const operation = mounting(await startFileRecovery(arm, { pointId, machineId }, 'mine'));
    expect(await pollFileRecovery(arm, operation)).toMatchObject({ status: 'running' });
    clock.add(60);
    const mounted = await pollFileRecovery(arm, operation);
    if (mounted.status !== 'mounted' || mounted.outcome.kind !== 'mount') {
      throw new Error('not mounted');
    }
    const { program, password, expiresAt, geo } = mounted.outcome.mount;
    expect([program.os, program.content.kind, geo]).toEqual(['Windows', 'download', 'wus']);
    expect(program.fileName).toMatch(/^testVM_wus_\d{19}_\d{12}_[0-9a-f]{46}\.exe$/);
    expect(password).toMatch(/^[0-9a-f]{15}$/);
    // A session is counted from its request on, in whole seconds.
    expect(expiresAt).toBe(Math.floor((clock.now() - 60_000) / 1000) * 1000 + SESSION_MS);
    expect(await isMounted()).toBe(true);

    await expect(startFileRecovery(arm, { pointId, machineId }, 'mine')).rejects.toThrow(
      'is mounted',
    );
    mounting(await startFileRecovery(arm, { pointId, machineId, isRenewal: true }, 'mine'));
    const end = followed(await endFileRecovery(arm, pointId));
    clock.add(60);
    expect(await pollOperation(arm, end)).toEqual({ status: 'succeeded', jobId: null });
    expect(await isMounted()).toBe(false);
    expect((await azure.state()).jobs).toEqual(jobs);
  });

  test('of a point that is not there cannot be read', async () => {
    const { arm } = azureClient();
    const gone = resourceId(`${exampleItem}/recoveryPoints/1`);
    const start = startFileRecovery(arm, { pointId: gone, machineId }, 'mine');
    await expect(start).rejects.toThrow('was not found');
  });
});

describe('a machine', () => {
  test('is found by its id in the region of its vault, and nowhere else', async () => {
    const { arm } = azureClient();
    const found = (id: string, region: string) => {
      const body: BackupStatusRequestWire = { resourceType: 'VM', resourceId: id };
      const [subscription = ''] = /^\/subscriptions\/[^/]+/.exec(id) ?? [];
      const url = `${subscription}/providers/Microsoft.RecoveryServices/locations/${region}/backupStatus${version}`;
      return sendFor(arm, backupStatusWire, { method: 'POST', url, body });
    };
    const there = await found(machineId, 'westus');
    expect(there.vaultId?.toLowerCase()).toBe(exampleVault.toLowerCase());
    const { containerName = '', protectedItemName = '' } = there;
    const path = `/protectionContainers/${containerName}/protectedItems/${protectedItemName}`;
    expect(exampleItem.toLowerCase()).toContain(path.toLowerCase());
    expect((await found(machineId, 'eastus')).vaultId ?? '').toBe('');
    expect((await found(`${machineId}x`, 'westus')).vaultId ?? '').toBe('');
  });

  test('is backed up by a job that can be followed, one at a time', async () => {
    const { arm, clock } = azureClient();
    const body: BackupRequestWire = { properties: { objectType: 'IaasVMBackupRequest' } };
    const backup = () => started(arm, `${item}/backup`, body);
    const operation = await backup();
    await expect(backup()).rejects.toThrow('is running');
    clock.add(60);
    const state = await pollOperation(arm, operation);
    const name = state.status === 'succeeded' ? (state.jobId ?? '') : '';
    const read = () => getJob(arm, resourceId(`${exampleVault}/backupJobs/${name}`));
    expect(await read()).toMatchObject({
      operation: 'Backup',
      status: 'inProgress',
      itemName: 'testVM',
    });
    clock.add(3600);
    expect(await read()).toMatchObject({ status: 'completed' });
    await backup();
  });
});

describe('a resource guard', () => {
  const guard =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/resourceGuards/one';
  const proxies = `${vault}/backupResourceGuardProxies`;
  const listed = (arm: ArmPipelines, url: string = proxies) =>
    wholeList(arm, pageOf(guardProxyWire), `${url}${version}`);
  const guarded = () => {
    const { seed, ...origin } = originOf('default');
    const vaults = seed.vaults.map((one) => ({ ...one, resourceGuard: guard }));
    return azureClient({ ...origin, seed: { ...seed, vaults } });
  };

  test('is reported by its vault, and a restore needs what it grants', async () => {
    const { arm } = guarded();
    const [proxy] = await listed(arm);
    expect(proxy?.properties?.resourceGuardResourceId).toBe(guard);
    const url = `${proxies}/${proxy?.name ?? ''}${version}`;
    expect(await sendFor(arm, guardProxyWire, { method: 'GET', url })).toEqual(proxy);
    await expect(startRestore(arm, exampleDisks, 'mine')).rejects.toThrow('resource guard');
    const request = proxy?.properties?.resourceGuardOperationDetails?.find(
      ({ vaultCriticalOperation }) => vaultCriticalOperation?.endsWith('/triggerRestoreRequests'),
    );
    const guardRequests = [resourceId(request?.defaultResourceRequest ?? '')];
    expect(await startRestore(arm, { ...exampleDisks, guardRequests }, 'mine')).not.toBeNull();
  });

  test('gives the right to delete for an hour, when it has granted it', async () => {
    const { arm, clock } = guarded();
    const [proxy] = await listed(arm);
    const url = `${proxies}/${proxy?.name ?? ''}/unlockDelete${version}`;
    const unlocked = (requests: string[]) => {
      const body: UnlockDeleteRequestWire = {
        resourceGuardOperationRequests: requests,
        resourceToBeDeleted: item,
      };
      return sendFor(arm, unlockDeleteWire, { method: 'POST', url, body });
    };
    await expect(unlocked([])).rejects.toThrow('granted');
    const { unlockDeleteExpiryTime } = await unlocked([
      `${guard}/deleteProtectedItemRequests/default`,
    ]);
    expect(parseInstant(unlockDeleteExpiryTime)).toBeGreaterThanOrEqual(clock.now() + 3_600_000);
  });

  test('watches over no vault of the default world', async () => {
    const { arm } = azureClient();
    expect(await listed(arm, `${prodVault}/backupResourceGuardProxies`)).toEqual([]);
    const url = `${proxies}/VaultProxy${version}`;
    await expect(send(arm, { method: 'GET', url })).rejects.toThrow('was not found');
  });
});

test('jobs are written into a file, and the body gives the wait too', async () => {
  const { arm, clock, get } = azureClient();
  const operation = await started(arm, `${vault}/backupJobsExport`);
  expect(operation.pollKind).toBe('location');
  const polled = () => send(arm, { method: 'GET', url: operation.pollUrl });
  expect((await polled()).status).toBe(202);
  expect(await jsonOf(await get(operation.pollUrl))).toEqual({
    operation: { objectType: 'ExportJobsOperationResultInfo' },
    headers: { Location: [operation.pollUrl], 'Retry-After': ['60'] },
  });
  clock.add(20);
  const file = readBody(jobsExportWire, await polled()).operation;
  expect(`${file?.blobUrl ?? ''}${file?.blobSasKey ?? ''}`).toMatch(/^https:\/\/.+\?sv=/);
});

test('the list of operations names what roles allow, in lower case and with gaps', async () => {
  const { arm } = azureClient();
  const url = `/providers/Microsoft.RecoveryServices/operations${version}`;
  const names = (await wholeList(arm, operationPageWire, url)).map(({ name }) => name);
  const points =
    'microsoft.recoveryservices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints';
  expect(names).toContain(`${points}/restore/action`);
  expect(names).toContain('microsoft.recoveryservices/vaults/backupJobs/cancel/action');
  expect(names.filter((name) => /accessToken|CrossRegion|Validate/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

/** Operations found by their id alone, against the simulated Azure. */
async function restoring() {
  const it = testAzure('default');
  const { arm } = testArm(it.azure.fetch);
  await startRestore(arm, exampleDisks, 'mine');
  const [restore] = (await it.azure.state()).restores;
  const operation = `${restore?.operationId ?? ''}?api-version=2024-04-01`;
  const statusAt = (collection: string, id: string = operation) =>
    pollOperation(arm, {
      pollUrl: `${collection}/${id}`,
      pollKind: 'status',
      retryAfterMs: 60_000,
    });
  const statuses = (): Promise<unknown[]> =>
    Promise.all([
      statusAt(`${exampleItem}/operationsStatus`),
      statusAt(`${exampleVault}/backupOperations`),
    ]);
  const results = (): Promise<Response[]> =>
    Promise.all([
      it.get(`${exampleItem}/operationResults/${operation}`),
      it.get(`${exampleVault}/backupOperationResults/${operation}`),
    ]);
  return { ...it, statusAt, statuses, results, jobId: restore?.jobId };
}

test('an item and its vault say the same of an operation, first that it runs and then its job', async () => {
  const { clock, statuses, results, jobId } = await restoring();
  const running = { status: 'running', next: { retryAfterMs: 60_000 } };
  expect(await statuses()).toMatchObject([running, running]);
  expect((await results()).map(({ status }) => status)).toEqual([202, 202]);
  clock.add(90);
  const done = { status: 'succeeded', jobId };
  expect(await statuses()).toEqual([done, done]);
  const [ofItem, ofVault] = await Promise.all((await results()).map(jsonOf));
  expect(ofItem).toMatchObject({ properties: { friendlyName: 'testVM' } });
  expect(ofVault).toEqual(ofItem);
});

test('other items do not know it, and a missing item leaves no content', async () => {
  const { azure, clock, statusAt, results } = await restoring();
  await expect(statusAt(`${prodVault}/backupOperations`)).rejects.toThrow('was not found');
  const another = 'another?api-version=2024-04-01';
  await expect(statusAt(`${exampleItem}/operationsStatus`, another)).rejects.toThrow(
    'was not found',
  );
  await azure.append([{ type: 'resource-removed', at: clock.now(), id: exampleItem }]);
  clock.add(90);
  const [, ofVault] = await results();
  expect(ofVault?.status).toBe(204);
});
