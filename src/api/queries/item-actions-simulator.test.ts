import { describe, expect, test } from 'vitest';
import { type AcceptedOperation, pollOperation } from '#src/api/arm/operation.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { getJobsExport, startJobsExport } from '#src/api/recovery-services/jobs/export.ts';
import { getJob } from '#src/api/recovery-services/jobs/ops.ts';
import {
  findProtection,
  startBackup,
} from '#src/api/recovery-services/protected-items/protection.ts';
import {
  endFileRecovery,
  pollFileRecovery,
  startFileRecovery,
} from '#src/api/recovery-services/recovery-points/files.ts';
import { startRestore } from '#src/api/recovery-services/restores/ops.ts';
import {
  getGuardProxy,
  listGuardProxies,
  unlockDelete,
} from '#src/api/recovery-services/vaults/guards.ts';
import { listOperationNames } from '#src/api/recovery-services/vaults/operations.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleDisks, exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What else is asked of items, points and vaults by the client, against the simulated Azure. */

const vault = resourceId(exampleVault);
const item = resourceId(exampleItem);
const pointId = exampleDisks.recoveryPointId;
const machineId = exampleDisks.sourceResourceId;

function world(origin: Parameters<typeof testAzure>[0] = 'default') {
  const it = testAzure(origin);
  return { ...it, ...testArm(it.azure.fetch) };
}

function followed(operation: AcceptedOperation | null): AcceptedOperation {
  if (operation === null) throw new Error('There is no address to follow');
  return operation;
}

describe('files of a point', () => {
  test('can be read once the operation is over, and no longer when that is ended', async () => {
    const { arm, clock, get, azure } = world();
    const { jobs } = await azure.state();
    const isMounted = async () => {
      const body = await (await get(`${pointId}?api-version=2024-04-01`)).text();
      return body.includes('"isInstantIlrSessionActive":true');
    };
    const operation = followed(await startFileRecovery(arm, { pointId, machineId }));
    expect(await pollFileRecovery(arm, operation)).toMatchObject({ status: 'running' });
    clock.add(60);
    const mounted = await pollFileRecovery(arm, operation);
    if (mounted.status !== 'mounted') throw new Error('not mounted');
    expect(
      mounted.scripts.map(({ os, source, extension }) => [os, source.kind, extension]),
    ).toEqual([
      ['Windows', 'address', '.exe'],
      ['Linux', 'text', '.py'],
    ]);
    // Microsoft's own client cuts the password out of it (C).
    expect(mounted.scripts[0]?.nameSuffix.slice(33, 48)).toMatch(/^\w{15}$/);
    expect(await isMounted()).toBe(true);

    await expect(startFileRecovery(arm, { pointId, machineId })).rejects.toThrow('is mounted');
    followed(await startFileRecovery(arm, { pointId, machineId, isRenewal: true }));
    const end = followed(await endFileRecovery(arm, pointId));
    clock.add(60);
    expect(await pollOperation(arm, end)).toEqual({ status: 'succeeded', jobId: null });
    expect(await isMounted()).toBe(false);
    expect((await azure.state()).jobs).toEqual(jobs);
  });

  test('of a point that is not there cannot be read', async () => {
    const { arm } = world();
    const gone = resourceId(`${exampleItem}/recoveryPoints/1`);
    const start = startFileRecovery(arm, { pointId: gone, machineId });
    await expect(start).rejects.toThrow('was not found');
  });
});

describe('a machine', () => {
  test('is found by its id in the region of its vault, and nowhere else', async () => {
    const { arm } = world();
    const found = await findProtection(arm, machineId, 'westus');
    expect(found?.toLowerCase()).toBe(exampleItem.toLowerCase());
    expect(await findProtection(arm, machineId, 'eastus')).toBeNull();
    expect(await findProtection(arm, resourceId(`${machineId}x`), 'westus')).toBeNull();
  });

  test('is backed up by a job that can be followed, one at a time', async () => {
    const { arm, clock } = world();
    const operation = followed(await startBackup(arm, item));
    await expect(startBackup(arm, item)).rejects.toThrow('is running');
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
    followed(await startBackup(arm, item));
  });
});

describe('a resource guard', () => {
  const guard =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/resourceGuards/one';
  const guarded = () => {
    const { seed, ...origin } = originOf('default');
    const vaults = seed.vaults.map((one) => ({ ...one, resourceGuard: guard }));
    return world({ ...origin, seed: { ...seed, vaults } });
  };

  test('is told by its vault, and a restore needs what it grants', async () => {
    const { arm } = guarded();
    const [proxy] = await listGuardProxies(arm, vault);
    expect(proxy?.guardId).toBe(guard);
    expect(await getGuardProxy(arm, vault, proxy?.name ?? '')).toEqual(proxy);
    await expect(startRestore(arm, exampleDisks, 'mine')).rejects.toThrow('resource guard');
    const request = proxy?.operations.find(({ operation }) =>
      operation.endsWith('/triggerRestoreRequests'),
    );
    const guardRequests = [request?.request ?? vault];
    expect(await startRestore(arm, { ...exampleDisks, guardRequests }, 'mine')).not.toBeNull();
  });

  test('gives the right to delete for an hour, when it has granted it', async () => {
    const { arm, clock } = guarded();
    const [proxy] = await listGuardProxies(arm, vault);
    const wish = { name: proxy?.name ?? '', resourceToBeDeleted: item };
    await expect(unlockDelete(arm, vault, { ...wish, guardRequests: [] })).rejects.toThrow(
      'granted',
    );
    const guardRequests = [resourceId(`${guard}/deleteProtectedItemRequests/default`)];
    const until = await unlockDelete(arm, vault, { ...wish, guardRequests });
    expect(until).toBeGreaterThanOrEqual(clock.now() + 3_600_000);
  });

  test('watches over no vault of the default world', async () => {
    const { arm } = world();
    expect(await listGuardProxies(arm, resourceId(prodVault))).toEqual([]);
    await expect(getGuardProxy(arm, vault, 'VaultProxy')).rejects.toThrow('was not found');
  });
});

test('jobs are written into a file, and the wait is told in the body too', async () => {
  const { arm, clock, get } = world();
  const operation = followed(await startJobsExport(arm, vault));
  expect(operation.pollKind).toBe('location');
  expect(await getJobsExport(arm, operation)).toBeNull();
  expect(await jsonOf(await get(operation.pollUrl))).toEqual({
    operation: { objectType: 'ExportJobsOperationResultInfo' },
    headers: { Location: [operation.pollUrl], 'Retry-After': ['60'] },
  });
  clock.add(20);
  expect(await getJobsExport(arm, operation)).toMatch(/^https:\/\/.+\?sv=/);
});

test('the list of operations names what roles allow, in lower case and with gaps', async () => {
  const { arm } = world();
  const names = await listOperationNames(arm);
  const points =
    'microsoft.recoveryservices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints';
  expect(names).toContain(`${points}/restore/action`);
  expect(names).toContain('microsoft.recoveryservices/vaults/backupJobs/cancel/action');
  expect(names.filter((name) => /accessToken|CrossRegion|Validate/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
