import { describe, expect, test } from 'vitest';
import { acceptedOperation, pollOperation } from '#src/api/arm/operation.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { readBody, send } from '#src/api/arm/send.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listSecondaryItems } from '#src/api/recovery-services/items.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { listRecoveryPoints, recoveryPointPageWire } from '#src/api/recovery-services/points.ts';
import type { RestoreDisks } from '#src/api/recovery-services/restore.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import {
  type MoveWire,
  type RecommendedForMoveWire,
  type TieringCostRequestWire,
  tieringCostWire,
} from '#src/mocks/recovery-services/archive.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { inGroup, production, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** Points in the archive by the client, against the simulated Azure. */

const HOUR = 3600;
const costs = `${prodVault}/backupTieringCost/default`;
const group = resourceId(inGroup(production, 'rg-restore-weu'));

const version = '?api-version=2024-04-01';
const post = (url: string, body: unknown) =>
  ({ method: 'POST', url: `${url}${version}`, body }) as const;

/** The points of an item that Azure would move to the archive. */
function recommended(arm: ArmPipelines, itemId: ResourceId, without: string[] = []) {
  const body: RecommendedForMoveWire = {
    objectType: 'ListRecoveryPointsRecommendedForMoveRequest',
    excludedRPList: without,
  };
  const question = post(`${itemId}/recoveryPointsRecommendedForMove`, body);
  return wholeList(arm, recoveryPointPageWire, question);
}

async function movedToArchive(arm: ArmPipelines, pointId: string) {
  const body: MoveWire = {
    objectType: 'MoveRPAcrossTiersRequest',
    sourceTierType: 'HardenedRP',
    targetTierType: 'ArchivedRP',
  };
  return acceptedOperation(await send(arm, post(`${pointId}/move`, body)));
}

/** Asks what it costs to bring a point back. */
async function requestCost(arm: ArmPipelines, pointId: ResourceId) {
  const [, containerName = '', protectedItemName = ''] =
    /\/protectionContainers\/([^/]+)\/protectedItems\/([^/]+)\//i.exec(pointId) ?? [];
  const body: TieringCostRequestWire = {
    objectType: 'FetchTieringCostInfoForRehydrationRequest',
    containerName,
    protectedItemName,
    recoveryPointId: nameOf(pointId),
    rehydrationPriority: 'High',
    sourceTierType: 'ArchivedRP',
    targetTierType: 'HardenedRP',
  };
  return acceptedOperation(await send(arm, post(`${costs}/fetchTieringCost`, body)));
}

async function world() {
  const it = testAzure('default');
  const { arm } = testArm(it.azure.fetch);
  const items = await listSecondaryItems(arm, resourceId(prodVault));
  const item = items.find(({ friendlyName }) => friendlyName === 'app01');
  const itemId = item?.id ?? resourceId('');
  const points = await listRecoveryPoints(arm, itemId);
  const archived = points.find(({ tier }) => tier === 'Archive')?.id ?? resourceId('');
  const restore: RestoreDisks = {
    kind: 'restoreDisks',
    recoveryPointResourceId: archived,
    recoveryPointId: nameOf(archived),
    sourceResourceId: item?.sourceResourceId ?? resourceId(''),
    stagingAccountId: resourceId(
      `${group}/providers/Microsoft.Storage/storageAccounts/stprodweu01`,
    ),
    region: 'westeurope',
    targetResourceGroupId: group,
    networkAccess: null,
  };
  const tierOf = async (id: string) =>
    (await listRecoveryPoints(arm, itemId)).find((point) => point.id === id)?.tier;
  return { ...it, arm, itemId, points, archived, restore, tierOf };
}

describe('a point that is only in the archive', () => {
  test('is refused without rehydration, and brought back with it for its days', async () => {
    const { arm, clock, archived, restore, azure, tierOf } = await world();
    await expect(startRestore(arm, restore, 'mine')).rejects.toThrow('must be rehydrated');
    const rehydration = { priority: 'High', days: 10 } as const;
    await startRestore(arm, { ...restore, rehydration }, 'mine');
    const tier = () => tierOf(archived);
    clock.add(HOUR - 1);
    expect(await tier()).toBe('Archive');
    const [accepted] = (await azure.state()).restores;
    const job = await getJob(arm, resourceId(`${prodVault}/backupJobs/${accepted?.jobId ?? ''}`));
    expect(job.tasks[0]).toMatchObject({ name: 'Rehydrate recovery point', status: 'inProgress' });
    clock.add(1);
    expect(await tier()).toBe('Vault');
    await startRestore(arm, restore, 'another');
    clock.add(10 * 24 * HOUR);
    expect(await tier()).toBe('Archive');
  });

  test('is back after fifteen hours with standard priority, and says until when', async () => {
    const { arm, clock, archived, restore, get, tierOf } = await world();
    const rehydration = { priority: 'Standard', days: 7 } as const;
    await startRestore(arm, { ...restore, rehydration }, 'mine');
    clock.add(15 * HOUR - 1);
    expect(await tierOf(archived)).toBe('Archive');
    clock.add(1);
    const body = await (await get(`${archived}${version}`)).text();
    expect(body).toContain(
      '"status":"Rehydrated","extendedInfo":{"RehydratedRPExpiryTime":"2025-06-12',
    );
  });

  test('of other points and without days there is nothing to bring back', async () => {
    const { arm, points, restore } = await world();
    const none = { ...restore, rehydration: { priority: 'High', days: 0 } as const };
    await expect(startRestore(arm, none, 'mine')).rejects.toThrow('number of days');
    const point = points.find(({ tier }) => tier === 'Vault')?.id ?? resourceId('');
    const here = { recoveryPointResourceId: point, recoveryPointId: nameOf(point) };
    const needless = { ...restore, ...here, rehydration: { priority: 'High', days: 5 } as const };
    await expect(startRestore(arm, needless, 'mine')).rejects.toThrow(
      'not in the archive tier alone',
    );
  });

  test('has a price for rehydration, which Azure returns after a while', async () => {
    const { arm, clock, archived, points } = await world();
    const operation = await requestCost(arm, archived);
    if (operation === null) throw new Error('no address');
    const id = /operationsStatus\/([^?]+)/.exec(operation.pollUrl)?.[1] ?? '';
    const polled = () =>
      send(arm, { method: 'GET', url: `${costs}/operationResults/${id}${version}` });
    expect((await polled()).status).toBe(202);
    clock.add(60);
    expect(await pollOperation(arm, operation)).toMatchObject({ status: 'succeeded' });
    const cost = readBody(tieringCostWire, await polled());
    expect(cost.retailRehydrationCostPerGBPerMonth).toBe(0.04);
    expect(cost.rehydrationSizeInBytes).toBeGreaterThan(0);
    await expect(requestCost(arm, points[0]?.id ?? archived)).rejects.toThrow('was not found');
  });
});

describe('points that are moved to the archive', () => {
  test('are those that are old enough, without the excluded ones', async () => {
    const { arm, clock, itemId } = await world();
    expect(await recommended(arm, itemId)).toEqual([]);
    clock.add(80 * 24 * HOUR);
    const ready = await recommended(arm, itemId);
    expect(ready.length).toBeGreaterThan(1);
    const [first] = ready;
    const rest = await recommended(arm, itemId, [first?.name ?? '']);
    expect(rest).toEqual(ready.slice(1));
  });

  test('are in the archive alone when the operation is over', async () => {
    const { arm, clock, itemId, points, tierOf } = await world();
    await expect(movedToArchive(arm, points[0]?.id ?? itemId)).rejects.toThrow('not ready');
    clock.add(80 * 24 * HOUR);
    const [ready] = await recommended(arm, itemId);
    const id = ready?.id ?? itemId;
    const operation = await movedToArchive(arm, id);
    expect(await tierOf(id)).not.toBe('Archive');
    clock.add(60);
    if (operation === null) throw new Error('no address');
    expect(await pollOperation(arm, operation)).toEqual({ status: 'succeeded', jobId: null });
    expect(await tierOf(id)).toBe('Archive');
  });
});
