import { describe, expect, test } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { type AcceptedOperation, pollOperation } from '#src/api/arm/operation.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import {
  findRestoreJobs,
  recentRestores,
  type RestoreSearch,
} from '#src/api/recovery-services/lost-jobs.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { instant, parseInstant } from '#src/lib/time.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { propertyOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';

/** Document 004's own example, asked for by the client: list of points, restore, operation, job. */

const host = 'https://management.azure.com';
const pointName = '20982486783671';
const jobId = '3021262a-fb3a-4538-9b37-e3e97a386093';
const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/targetRG';

const restore: Restore = {
  kind: 'restoreDisks',
  recoveryPointResourceId: resourceId(`${exampleItem}/recoveryPoints/${pointName}`),
  recoveryPointId: pointName,
  sourceResourceId: resourceId(exampleRestore.properties.sourceResourceId),
  stagingAccountId: resourceId(exampleRestore.properties.storageAccountId),
  region: 'westus',
  targetResourceGroupId: null,
  networkAccess: null,
  encryption: { isOn: false },
};
const intoGroup: Restore = { ...restore, targetResourceGroupId: resourceId(group) };

function world(effect?: FaultEffect) {
  const it = testAzure('document');
  const { arm, sent } = testArm(it.azure.fetch);
  const breaks = async () => {
    if (effect === undefined) return;
    const fault = { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  };
  return { ...it, arm, sent, breaks };
}

test('requests and reads the list of points as printed', async () => {
  const { arm, sent } = world();
  const points = await listRecoveryPoints(arm, resourceId(exampleItem));
  expect(sent.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
    {
      method: 'GET',
      // Ours besides: points that are deleted softly are left out of the printed list.
      url: `${host}${exampleItem}/recoveryPoints?api-version=2024-04-01&$filter=${encodeURIComponent("includeSoftDeletedRP eq 'True'")}`,
      body: null,
    },
  ]);
  expect(points).toMatchObject([
    {
      name: pointName,
      time: parseInstant('2018-06-04T06:06:00.512Z'),
      consistency: 'AppConsistent',
      tier: 'SnapshotAndVault',
      isManaged: true,
      isEncrypted: false,
      isPremium: false,
      vmSize: 'Standard_A1_v2',
      originalStorageAccountOption: false,
    },
    { name: '23358112038108', consistency: 'CrashConsistent', tier: 'SnapshotAndVault' },
  ]);
});

describe('the restore request is as printed', () => {
  const sentBody = async (what: Restore) => {
    const { arm, sent } = testArm(() => answer(202));
    await startRestore(arm, what, 'a15ce064-25bd-4ac6-87e5-e3bc6ec65c0b');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: `${host}${exampleItem}/recoveryPoints/${pointName}/restore?api-version=2024-04-01`,
    });
    expect(sent[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-ms-client-request-id': 'a15ce064-25bd-4ac6-87e5-e3bc6ec65c0b',
      authorization: 'Bearer token',
    });
    return sent[0]?.body ?? '';
  };

  test('key by key and in the same order where no group is given', async () => {
    expect(await sentBody(restore)).toBe(JSON.stringify(exampleRestore));
  });

  test('with the target group as its last key where one is given', async () => {
    const properties = { ...exampleRestore.properties, targetResourceGroupId: group };
    expect(await sentBody(intoGroup)).toBe(JSON.stringify({ properties }));
  });

  const access = resourceId(`${group}/providers/Microsoft.Compute/diskAccesses/da-1`);
  test.each([
    [{ kind: 'sameAsSource' }, { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' }],
    [{ kind: 'public' }, { targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks' }],
    [
      { kind: 'private', diskAccessId: access },
      {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: access,
      },
    ],
  ] as const)(
    'with network access %j after the group, if specified',
    async (networkAccess, expected) => {
      const properties = {
        ...exampleRestore.properties,
        targetResourceGroupId: group,
        targetDiskNetworkAccessSettings: expected,
      };
      expect(await sentBody({ ...intoGroup, networkAccess })).toBe(JSON.stringify({ properties }));
    },
  );
});

test('the accepted restore is followed to its job, and the job to its end', async () => {
  const { arm, clock, sent } = world();
  const accepted = await startRestore(arm, intoGroup, 'mine');
  expect(accepted?.operation).toMatchObject({ pollKind: 'status', retryAfterMs: 60_000 });
  const operation: AcceptedOperation = accepted?.operation ?? {
    pollUrl: '',
    pollKind: 'status',
    retryAfterMs: 0,
  };
  expect(operation.pollUrl).toContain('/operationsStatus/781a0f18-e250-4d73-b059-5e9ffed4069e?');

  expect(await pollOperation(arm, operation)).toEqual({ status: 'running', next: operation });
  clock.add(90);
  expect(await pollOperation(arm, operation)).toEqual({ status: 'succeeded', jobId });
  expect(sent.slice(1).map(({ url }) => url)).toEqual([operation.pollUrl, operation.pollUrl]);

  const id = resourceId(`${exampleVault}/backupJobs/${jobId}`);
  expect(await getJob(arm, id)).toMatchObject({ operation: 'Restore', status: 'inProgress' });
  clock.add(600);
  const job = await getJob(arm, id);
  expect(job).toMatchObject({
    status: 'completed',
    percent: 100,
    isCancellable: false,
    errors: [],
  });
  expect(propertyOf(job, 'Job Type')).toBe('Recover disks');
  expect(propertyOf(job, 'Target resource group')).toBe('targetRG');
  expect(propertyOf(job, 'Recovery point time')).toBe('6/4/2018 6:06:00 AM');
});

test('the Location of document 004, its doubled prefix included, leads to the same job', async () => {
  const it = world();
  const accepted = await it.send(
    'POST',
    `${exampleItem}/recoveryPoints/${pointName}/restore?api-version=2019-05-13`,
    exampleRestore,
  );
  const location = accepted.headers.get('location') ?? '';
  expect(location).toContain('/subscriptions//subscriptions/');
  const onLocation: AcceptedOperation = {
    pollUrl: location,
    pollKind: 'location',
    retryAfterMs: 60_000,
  };
  expect(await pollOperation(it.arm, onLocation)).toEqual({ status: 'running', next: onLocation });
  it.clock.add(90);
  expect(await pollOperation(it.arm, onLocation)).toEqual({ status: 'succeeded', jobId });
});

describe('a restore whose answer was lost', () => {
  const pressedAt = (sentAt: number, before: readonly string[] | null = null): RestoreSearch => ({
    vaultId: resourceId(exampleVault),
    itemName: 'testvm',
    sentAt: instant(sentAt),
    before,
    notOurs: [],
    requestIds: [],
    kind: 'restoreDisks',
    targetMachine: null,
    targetGroup: 'TARGETRG',
  });

  test.each([{ kind: 'answer-lost' }, { kind: 'accepted-but-500' }] as const)(
    'by $kind is found exactly once, and never before it was sent',
    async (effect) => {
      const { arm, clock, sent, breaks } = world(effect);
      await breaks();
      const search = pressedAt(clock.now(), idsOf(await recentRestores(arm, pressedAt(0))));
      expect(await findRestoreJobs(arm, search)).toEqual([]);
      await expect(startRestore(arm, intoGroup, 'mine')).rejects.toThrow(ArmError);
      expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
      clock.add(1);
      const found = await findRestoreJobs(arm, search);
      expect(found.map(({ name, isNamed }) => [name, isNamed])).toEqual([[jobId, true]]);
    },
  );

  test('is not found when Azure never received it', async () => {
    const { arm, clock, breaks } = world({ kind: 'drop' });
    await breaks();
    await expect(startRestore(arm, intoGroup, 'mine')).rejects.toThrow(ArmError);
    expect(await findRestoreJobs(arm, pressedAt(clock.now()))).toEqual([]);
  });

  test('differs from others: another group, another machine, one that was there before Restore', async () => {
    const { arm, clock } = world();
    const sentAt = clock.now();
    await startRestore(arm, intoGroup, 'mine');
    clock.add(1);
    const search = pressedAt(sentAt, []);
    expect(await findRestoreJobs(arm, search)).toHaveLength(1);
    expect(await findRestoreJobs(arm, { ...search, targetGroup: 'testRG' })).toEqual([]);
    expect(await findRestoreJobs(arm, { ...search, itemName: 'otherVM' })).toEqual([]);
    const before = idsOf(await recentRestores(arm, search));
    expect(before).toHaveLength(1);
    expect(await findRestoreJobs(arm, { ...search, before })).toEqual([]);
  });

  test('counts from two hours before Restore, if earlier jobs are unknown', async () => {
    const { arm, clock } = world();
    const sentAt = clock.now();
    await startRestore(arm, intoGroup, 'mine');
    clock.add(1);
    const twoHours = 2 * 3_600_000;
    expect(await findRestoreJobs(arm, pressedAt(sentAt + twoHours - 1000))).toHaveLength(1);
    expect(await findRestoreJobs(arm, pressedAt(sentAt + twoHours + 1000))).toEqual([]);
  });

  test('that was requested twice is found twice, and the person decides', async () => {
    const { arm, clock } = world();
    const sentAt = clock.now();
    await startRestore(arm, intoGroup, 'mine');
    await startRestore(arm, intoGroup, 'another operator');
    clock.add(1);
    expect(await findRestoreJobs(arm, pressedAt(sentAt, []))).toHaveLength(2);
  });
});

const idsOf = (jobs: readonly { readonly id: string }[]): string[] => jobs.map(({ id }) => id);
