import { QueryClient } from '@tanstack/react-query';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedOperation, pollOperation } from '#src/api/arm/operation.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import { type ArmPipelines, startSession } from '#src/api/arm/pipeline.ts';
import { readBody, send } from '#src/api/arm/send.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { backupOfPointQuery } from '#src/api/queries/running-restores.ts';
import { listSecondaryItems } from '#src/api/recovery-services/items.ts';
import { cancelJob, getJob } from '#src/api/recovery-services/jobs.ts';
import {
  listRecoveryPoints,
  recoveryPointPageWire,
  recoveryPointsQuery,
  recoveryPointWire,
  type RecoveryPointWire,
  toRecoveryPoint,
} from '#src/api/recovery-services/points.ts';
import type { RestoreDisks } from '#src/api/recovery-services/restore.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { instant } from '#src/lib/time.ts';
import {
  type MoveWire,
  type RecommendedForMoveWire,
  type TieringCostRequestWire,
  tieringCostWire,
} from '#src/mocks/recovery-services/archive.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { inGroup, production, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { transferTask } from '#src/model/points.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';

type Properties = Partial<RecoveryPointWire['properties']>;

const pointOf = (properties: Properties) =>
  toRecoveryPoint(
    recoveryPointWire.parse({
      id: '/x/recoveryPoints/20982486783671',
      name: '20982486783671',
      properties: { objectType: 'IaasVMRecoveryPoint', ...properties },
    }),
  );

type Pair = readonly [string | number, string | number];
const tierBy = (...pairs: readonly Pair[]) =>
  pointOf({ recoveryPointTierDetails: pairs.map(([type, status]) => ({ type, status })) }).tier;

describe('the tier of a point', () => {
  const cases: readonly [what: string, tiers: string, expected: string][] = [
    ['both copies', 'InstantRP Valid, HardenedRP Valid', 'SnapshotAndVault'],
    ['a snapshot alone', 'InstantRP Valid', 'Snapshot'],
    ['the vault alone', 'HardenedRP Valid', 'Vault'],
    ['the archive alone', 'ArchivedRP Valid', 'Archive'],
    ['a deleted snapshot, which is gone', 'InstantRP Deleted, HardenedRP Valid', 'Vault'],
    ['a disabled snapshot', 'InstantRP Disabled, HardenedRP Valid', 'Vault'],
    ['an archived copy brought back', 'ArchivedRP Rehydrated', 'Vault'],
    ['snapshot and archive', 'InstantRP Valid, ArchivedRP Valid', 'Snapshot'],
    ['vault and archive', 'HardenedRP Valid, ArchivedRP Valid', 'Vault'],
    ['nothing left', 'InstantRP Deleted, HardenedRP Deleted', 'unknown'],
    ['a tier nobody knows', 'ColdRP Valid', 'unknown'],
  ];
  const types = ['Invalid', 'InstantRP', 'HardenedRP', 'ArchivedRP'];
  const states = ['Invalid', 'Valid', 'Disabled', 'Deleted', 'Rehydrated'];
  const numbered = ([type, status]: Pair): [number, number] | null => {
    const pair: [number, number] = [types.indexOf(String(type)), states.indexOf(String(status))];
    return pair.includes(-1) ? null : pair;
  };

  test.each(cases)('%s', (_, tiers, expected) => {
    const pairs = tiers.split(', ').map((tier): Pair => {
      const [type = '', status = ''] = tier.split(' ');
      return [type, status];
    });
    expect(tierBy(...pairs)).toBe(expected);
    const numbers = pairs.map(numbered).filter((pair) => pair !== null);
    if (numbers.length < pairs.length) return;
    // Old api-versions write numbers, and old clients saw them as text.
    expect(tierBy(...numbers)).toBe(expected);
    expect(tierBy(...numbers.map(([type, status]): Pair => [String(type), String(status)]))).toBe(
      expected,
    );
  });

  test.each([
    ['missing', undefined],
    ['null', null],
    ['empty', []],
    ['without type and state', [{}]],
  ])('is unknown where the details are %s', (_, recoveryPointTierDetails) => {
    expect(pointOf({ recoveryPointTierDetails }).tier).toBe('unknown');
  });

  test('does not depend on the order of the copies', () => {
    const pair = fc.tuple(fc.constantFrom(...types), fc.constantFrom(...states));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 4 }), (pairs) => {
        expect(tierBy(...pairs.toReversed())).toBe(tierBy(...pairs));
      }),
    );
  });
});

test('a point keeps its name as text, however many digits it has', () => {
  const page = recoveryPointPageWire.parse({
    value: [{ id: '/x', name: '932895704780058094', properties: { objectType: 'x' } }],
  });
  expect(page.value?.map(toRecoveryPoint)).toMatchObject([{ name: '932895704780058094' }]);
});

test.each([
  ['AppConsistent', 'AppConsistent'],
  ['FileSystemConsistent', 'FileSystemConsistent'],
  ['CrashConsistent', 'CrashConsistent'],
  ['crashconsistent', 'CrashConsistent'],
  ['MagicConsistent', 'unknown'],
  [undefined, 'unknown'],
])('consistency %s is %s', (recoveryPointType, expected) => {
  expect(pointOf({ recoveryPointType }).consistency).toBe(expected);
});

test.each([
  ['NormalStorage', false],
  ['PremiumVMOnPartialPremiumStorage', true],
  ['PremiumVMOnPremiumStorage', true],
  [null, null],
])('storage %s: premium %s', (sourceVMStorageType, expected) => {
  expect(pointOf({ sourceVMStorageType }).isPremium).toBe(expected);
});

test('what a point does not say is null and never a guess', () => {
  expect(pointOf({})).toEqual({
    id: '/x/recoveryPoints/20982486783671',
    name: '20982486783671',
    time: null,
    consistency: 'unknown',
    tier: 'unknown',
    isManaged: null,
    isEncrypted: null,
    isPremium: null,
    vmSize: null,
    osType: null,
    zone: null,
    diskCount: null,
    disks: null,
    excludedDisks: null,
    hasPrivateAccessDisks: null,
    originalStorageAccountOption: null,
    isMounted: null,
    expiresAt: null,
    isSoftDeleted: false,
    keyVaultIds: [],
  });
});

test('what a point says is taken over', () => {
  expect(
    pointOf({
      recoveryPointTime: '2025-05-08T08:38:46.1002122Z',
      isManagedVirtualMachine: false,
      isSourceVMEncrypted: true,
      virtualMachineSize: 'Standard_B1s',
      zones: ['2'],
      osType: 'linux',
      recoveryPointDiskConfiguration: {
        numberOfDisksIncludedInBackup: 3,
        includedDiskList: [{ lun: -1, name: 'os' }, { lun: 0 }],
        excludedDiskList: [{ lun: 1, name: 'scratch' }],
      },
      isPrivateAccessEnabledOnAnyDisk: true,
      originalStorageAccountOption: false,
      isInstantIlrSessionActive: true,
    }),
  ).toMatchObject({
    time: Date.parse('2025-05-08T08:38:46.100Z'),
    isManaged: false,
    isEncrypted: true,
    vmSize: 'Standard_B1s',
    osType: 'Linux',
    zone: '2',
    diskCount: 3,
    disks: [
      { lun: -1, name: 'os' },
      { lun: 0, name: null },
    ],
    excludedDisks: [{ lun: 1, name: 'scratch' }],
    hasPrivateAccessDisks: true,
    originalStorageAccountOption: false,
    isMounted: true,
  });
});

test.each([
  [{ bekDetails: { secretVaultId: '/kv' }, kekDetails: { keyVaultId: '/kv' } }, ['/kv']],
  [{ bekDetails: { secretVaultId: '/a' }, kekDetails: { keyVaultId: '/b' } }, ['/a', '/b']],
  [{ bekDetails: { secretVaultId: '/a' }, kekDetails: null }, ['/a']],
  [null, []],
])('secrets and keys of %j are in %j', (keyAndSecret, expected) => {
  expect(pointOf({ keyAndSecret }).keyVaultIds).toEqual(expected);
});

type Keys = RecoveryPointWire['properties']['keyAndSecret'];

test('secret and key are read as a request names them, each where it is reported', () => {
  const bekDetails = { secretUrl: 'https://kv/secrets/os', secretVaultId: '/kv' };
  const keysOf = (keyAndSecret: Keys) => pointOf({ keyAndSecret }).keys;
  expect(keysOf({ bekDetails, kekDetails: { keyUrl: 'https://kv/keys/os' } })).toEqual({
    ...bekDetails,
    keyUrl: 'https://kv/keys/os',
  });
  expect(keysOf({ bekDetails: {} })).toBeUndefined();
  expect(keysOf(null)).toBeUndefined();
});

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

async function filesHq() {
  const { azure, clock } = testAzure('default');
  const { arm } = testArm(azure.fetch);
  startSession(arm);
  const found = defaultWorld.instances.find(({ friendlyName }) => friendlyName === 'files-hq');
  const item = resourceId(found?.id ?? '');
  const newest = async () => {
    const [point] = await new QueryClient().query(recoveryPointsQuery(item));
    return point;
  };
  const backup = async () => {
    const time = (await newest())?.time ?? instant(0);
    return new QueryClient().query(backupOfPointQuery(item, time));
  };
  return { arm, clock, newest, backup };
}

test('the point is in the vault, too, once its backup has ended', async () => {
  const { clock, newest, backup } = await filesHq();
  expect((await newest())?.tier).toBe('Snapshot');
  const running = await backup();
  expect(running).toMatchObject({ operation: 'Backup', status: 'inProgress' });
  expect(running && transferTask(running)?.status).toBe('inProgress');
  clock.add(HOUR);
  expect((await newest())?.tier).toBe('SnapshotAndVault');
  const ended = await backup();
  expect(ended && transferTask(ended)?.status).toBe('completed');
});

test('it stays a snapshot where its backup was canceled', async () => {
  const { arm, clock, newest, backup } = await filesHq();
  await cancelJob(arm, (await backup())?.id ?? resourceId(''));
  clock.add(2 * HOUR);
  expect((await newest())?.tier).toBe('Snapshot');
});
