import { describe, expect, test } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { type AcceptedOperation, pollOperation } from '#src/api/arm/operation.ts';
import { answer, failureOf, testArm } from '#src/api/arm/testing.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import {
  findRestoreJobs,
  recentRestores,
  type RestoreSearch,
} from '#src/api/recovery-services/lost-jobs.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { azureClient, breaks, intoMachine, targetGroup } from '#src/api/queries/testing.ts';
import { instant, parseInstant } from '#src/lib/time.ts';
import { type OtherPersonsRestore, restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import {
  exampleDisks,
  exampleItem,
  exampleMachine,
  exampleReplace,
  exampleRestore,
  exampleVault,
} from '#src/mocks/testing-example.ts';
import type { Origin } from '#src/mocks/world/fold.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Document 004's own example, asked for by the client: list of points, restore, operation, job. */
const host = 'https://management.azure.com';
const pointName = exampleDisks.recoveryPointId;
const exampleJobId = '3021262a-fb3a-4538-9b37-e3e97a386093';
const printed: Restore = { ...exampleDisks, targetResourceGroupId: null };

function world(effect?: FaultEffect) {
  const it = azureClient('document');
  const ready = async () => {
    if (effect !== undefined) await breaks(it, 'restores.trigger', effect);
  };
  return { ...it, ready };
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
    expect(await sentBody(printed)).toBe(JSON.stringify(exampleRestore));
  });

  test('with the target group as its last key where one is given', async () => {
    const properties = { ...exampleRestore.properties, targetResourceGroupId: targetGroup };
    expect(await sentBody(exampleDisks)).toBe(JSON.stringify({ properties }));
  });

  const access = resourceId(`${targetGroup}/providers/Microsoft.Compute/diskAccesses/da-1`);
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
        targetResourceGroupId: targetGroup,
        targetDiskNetworkAccessSettings: expected,
      };
      expect(await sentBody({ ...exampleDisks, networkAccess })).toBe(
        JSON.stringify({ properties }),
      );
    },
  );
});

test('the accepted restore is followed to its job, and the job to its end', async () => {
  const { arm, clock, sent } = world();
  const accepted = await startRestore(arm, exampleDisks, 'mine');
  expect(accepted?.operation).toMatchObject({ pollKind: 'status', retryAfterMs: 60_000 });
  const operation: AcceptedOperation = accepted?.operation ?? {
    pollUrl: '',
    pollKind: 'status',
    retryAfterMs: 0,
  };
  expect(operation.pollUrl).toContain('/operationsStatus/781a0f18-e250-4d73-b059-5e9ffed4069e?');

  expect(await pollOperation(arm, operation)).toEqual({ status: 'running', next: operation });
  clock.add(90);
  expect(await pollOperation(arm, operation)).toEqual({ status: 'succeeded', jobId: exampleJobId });
  expect(sent.slice(1).map(({ url }) => url)).toEqual([operation.pollUrl, operation.pollUrl]);

  const id = resourceId(`${exampleVault}/backupJobs/${exampleJobId}`);
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
  expect(await pollOperation(it.arm, onLocation)).toEqual({
    status: 'succeeded',
    jobId: exampleJobId,
  });
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
      const { arm, clock, sent, ready } = world(effect);
      await ready();
      const search = pressedAt(clock.now(), idsOf(await recentRestores(arm, pressedAt(0))));
      expect(await findRestoreJobs(arm, search)).toEqual([]);
      await expect(startRestore(arm, exampleDisks, 'mine')).rejects.toThrow(ArmError);
      expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
      clock.add(1);
      const found = await findRestoreJobs(arm, search);
      expect(found.map(({ name, isNamed }) => [name, isNamed])).toEqual([[exampleJobId, true]]);
    },
  );

  test('is not found when Azure never received it', async () => {
    const { arm, clock, ready } = world({ kind: 'drop' });
    await ready();
    await expect(startRestore(arm, exampleDisks, 'mine')).rejects.toThrow(ArmError);
    expect(await findRestoreJobs(arm, pressedAt(clock.now()))).toEqual([]);
  });

  test('differs from others: another group, another machine, one that was there before Restore', async () => {
    const { arm, clock } = world();
    const sentAt = clock.now();
    await startRestore(arm, exampleDisks, 'mine');
    clock.add(1);
    const search = pressedAt(sentAt, []);
    expect(await findRestoreJobs(arm, search)).toHaveLength(1);
    expect(await findRestoreJobs(arm, { ...search, targetGroup: 'testRG' })).toEqual([]);
    expect(await findRestoreJobs(arm, { ...search, itemName: 'otherVM' })).toEqual([]);
    const before = idsOf(await recentRestores(arm, search));
    expect(before).toHaveLength(1);
    expect(await findRestoreJobs(arm, { ...search, before })).toEqual([]);
  });

  test('counts from a minute before Restore by Azure’s clock; by this computer’s no time rules it out', async () => {
    const { arm, clock } = world();
    const sentAt = clock.now();
    await startRestore(arm, exampleDisks, 'mine');
    clock.add(1);
    const found = async (laterMs: number, isByService: boolean): Promise<number> => {
      const search = { ...pressedAt(sentAt + laterMs), isByService };
      return (await findRestoreJobs(arm, search)).length;
    };
    expect(await found(59_000, true)).toBe(1);
    expect(await found(62_000, true)).toBe(0);
    expect(await found(2 * 3_600_000, false)).toBe(1);
  });

  test('that was requested twice is found twice, and the person decides', async () => {
    const { arm, clock } = world();
    const sentAt = clock.now();
    await startRestore(arm, exampleDisks, 'mine');
    await startRestore(arm, exampleDisks, 'another operator');
    clock.add(1);
    expect(await findRestoreJobs(arm, pressedAt(sentAt, []))).toHaveLength(2);
  });
});

const idsOf = (jobs: readonly { readonly id: string }[]): string[] => jobs.map(({ id }) => id);

/** What a draft knows of its restore, whose answer was lost. */
const knownOf = {
  disks: { kind: 'restoreDisks', targetMachine: null, targetGroup: 'TargetRG' },
  machine: { kind: 'createVm', targetMachine: 'COPY', targetGroup: 'targetRG' },
  replacement: { kind: 'replaceDisks', targetMachine: null, targetGroup: '' },
} as const satisfies Readonly<Record<string, Partial<RestoreSearch>>>;
const ours = {
  disks: exampleDisks,
  machine: {
    ...exampleMachine,
    targetVirtualMachineId: resourceId(intoMachine('copy').targetVirtualMachineId),
  },
  replacement: exampleReplace,
} as const;

function pressed() {
  const it = azureClient('document');
  const { arm, azure, clock } = it;
  const sentAt = clock.now();
  return {
    arm,
    clock,
    fails: (effect: FaultEffect) => breaks(it, 'restores.trigger', effect),
    other: (order: Omit<OtherPersonsRestore, 'instance'>) =>
      azure.change((state, now) => [
        restoreOfOtherPerson(state, now, { instance: 'testVM', ...order }),
      ]),
    find: async (what: keyof typeof ours) => {
      clock.add(1);
      const found = await findRestoreJobs(arm, {
        vaultId: resourceId(exampleVault),
        itemName: 'testVM',
        sentAt: instant(sentAt),
        before: [],
        notOurs: [],
        requestIds: [],
        ...knownOf[what],
      });
      return found.map(({ name }) => name);
    },
    jobs: async () => (await azure.state()).restores.map(({ jobId }) => jobId),
  };
}

const LOST: readonly FaultEffect[] = [{ kind: 'answer-lost' }, { kind: 'accepted-but-500' }];
const KINDS = ['disks', 'machine', 'replacement'] as const;

describe('a restore whose answer was lost, while another operator restores the same machine', () => {
  const others: readonly [string, (typeof KINDS)[number], Omit<OtherPersonsRestore, 'instance'>][] =
    [
      ['our disks, another group', 'disks', { group: 'testRG' }],
      ['our disks, a new machine in our group', 'disks', { group: 'targetRG', vmName: 'other' }],
      ['our machine, disks into its group', 'machine', { group: 'targetRG' }],
      ['our machine, one of another name', 'machine', { group: 'targetRG', vmName: 'other' }],
      [
        'our machine, one of another name elsewhere',
        'machine',
        { group: 'testRG', vmName: 'other' },
      ],
      ['our replacement, disks', 'replacement', { group: 'targetRG' }],
      ['our replacement, a new machine', 'replacement', { group: 'targetRG', vmName: 'other' }],
    ];
  test.each(others)('is the only one that fits: %s', async (_, what, order) => {
    for (const effect of LOST) {
      for (const isFirst of [true, false]) {
        const { arm, fails, other, find, jobs } = pressed();
        await fails(effect);
        if (!isFirst) await other(order);
        await expect(startRestore(arm, ours[what], 'mine')).rejects.toThrow(ArmError);
        if (isFirst) await other(order);
        const all = await jobs();
        expect(all).toHaveLength(2);
        expect(await find(what)).toEqual([all[isFirst ? 0 : 1]]);
      }
    }
  });

  test('into the same group fits as well: there are two, and the person decides', async () => {
    const { arm, fails, other, find, jobs } = pressed();
    await fails({ kind: 'answer-lost' });
    await expect(startRestore(arm, ours.disks, 'mine')).rejects.toThrow(ArmError);
    await other({ group: 'targetRG' });
    expect((await find('disks')).toSorted()).toEqual((await jobs()).toSorted());
  });

  test.each(KINDS)(
    'that never arrived is not theirs, unless it is just the same: %s',
    async (what) => {
      const { arm, fails, other, find } = pressed();
      await fails({ kind: 'drop' });
      await expect(startRestore(arm, ours[what], 'mine')).rejects.toThrow(ArmError);
      await other({ group: 'testRG' });
      await other({ group: 'testRG', vmName: 'other' });
      expect(await find(what)).toEqual([]);
    },
  );
});

test.each(KINDS)('of our own three restores each finds itself: %s', async (what) => {
  const { arm, find, jobs } = pressed();
  for (const kind of KINDS) await startRestore(arm, ours[kind], kind);
  expect(await find(what)).toEqual([(await jobs())[KINDS.indexOf(what)]]);
});

/** The three restores by the client, and the jobs that the simulated Azure makes of them. */
function jobsOf(scenario: 'default' | 'recorded' | Origin) {
  const it = azureClient(scenario);
  const { arm } = it;
  const jobOf = async (restore: Restore): Promise<() => Promise<JobDetails>> => {
    await startRestore(arm, restore, 'mine');
    const { restores } = await it.azure.state();
    const id = resourceId(`${exampleVault}/backupJobs/${restores.at(-1)?.jobId ?? ''}`);
    return () => getJob(arm, id);
  };
  return { ...it, jobOf };
}

describe.each([
  ['disks', exampleDisks, 'restoreDisks'],
  ['a new machine', exampleMachine, 'createVm'],
  ['a replace', exampleReplace, 'replaceDisks'],
] as const)('%s', (_, restore, kind) => {
  test.each(['default', 'recorded'] as const)('is reported by its job, in %s', async (scenario) => {
    const { clock, jobOf } = jobsOf(scenario);
    const job = await jobOf(restore);
    clock.add(60);
    expect(await job()).toMatchObject({ restoreKind: kind, status: 'inProgress' });
    clock.add(3600);
    expect(await job()).toMatchObject({ restoreKind: kind, status: 'completed' });
  });
});

describe('bytes', () => {
  const GIB = 1024 ** 3;

  test('of a new machine grow to all there are, and stay', async () => {
    const { clock, jobOf } = jobsOf('default');
    const job = await jobOf(exampleMachine);
    const seen: number[] = [];
    for (let minute = 0; minute < 15; minute += 1) {
      const { bytes } = await job();
      expect(bytes?.total).toBe(64 * GIB);
      seen.push(bytes?.transferred ?? -1);
      clock.add(60);
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([seen[0], seen.at(-1)]).toEqual([0, 64 * GIB]);
  });

  test.each([
    ['default', 'disks', exampleDisks, 64 * GIB],
    ['default', 'a replacement', exampleReplace, 64 * GIB],
    ['recorded', 'disks', exampleDisks, 64 * GIB],
    ['recorded', 'a new machine', exampleMachine, undefined],
  ] as const)('in the profile %s, of %s', async (scenario, _, restore, total) => {
    const { clock, jobOf } = jobsOf(scenario);
    const job = await jobOf(restore);
    clock.add(260);
    expect((await job()).bytes?.total).toBe(total);
  });
});

test('a name is taken from acceptance on: the same request again makes no second machine', async () => {
  const { azure, arm } = jobsOf('default');
  await startRestore(arm, exampleMachine, 'mine');
  expect(await failureOf(startRestore(arm, exampleMachine, 'mine'))).toMatchObject({
    status: 400,
    code: 'CloudInvalidInputError',
  });
  expect((await azure.state()).restores).toHaveLength(1);
});

describe('an identity in place of the key', () => {
  const withIdentity = { ...exampleDisks, identity: { kind: 'system' } } as const;

  test('is refused where the vault has none', async () => {
    await expect(jobsOf('default').jobOf(withIdentity)).rejects.toThrow(
      'no system-assigned identity',
    );
  });

  test('is used where it has one with permissions, and the job still names the account', async () => {
    const vaults = defaultWorld.vaults.map((vault) => ({
      ...vault,
      identityType: 'SystemAssigned' as const,
    }));
    const role = 'VM Restore Operator' as const;
    const scope = exampleVault.slice(0, exampleVault.indexOf('/resourceGroups/'));
    const without = { ...defaultWorld, vaults, roleAssignments: [] };
    await expect(
      jobsOf({ seed: without, faults: [], profile: 'documented' }).jobOf(withIdentity),
    ).rejects.toThrow('lacks the rights');
    const seed = { ...without, roleAssignments: [{ holder: exampleVault, role, scope }] };
    const job = await jobsOf({ seed, faults: [], profile: 'documented' }).jobOf(withIdentity);
    expect(propertyOf(await job(), 'Target Storage Account Name')).toBe('testAccount');
  });
});

describe('a restore with unknown outcome is distinguished from others of the same machine', () => {
  const lookedFor = async (restore: Restore, search: Partial<RestoreSearch>) => {
    const { arm, clock } = jobsOf('default');
    const sentAt = instant(clock.now());
    await startRestore(arm, restore, 'somebody');
    clock.add(1);
    const known: RestoreSearch = {
      vaultId: resourceId(exampleVault),
      itemName: 'testVM',
      kind: 'restoreDisks',
      targetGroup: 'targetRG',
      targetMachine: null,
      sentAt,
      before: [],
      notOurs: [],
      requestIds: [],
    };
    return findRestoreJobs(arm, { ...known, ...search });
  };

  test.each([
    ['the same machine’s name', exampleMachine, { kind: 'createVm', targetMachine: 'TARGETvm' }, 1],
    ['another machine’s name', exampleMachine, { kind: 'createVm', targetMachine: 'other' }, 0],
    ['another kind', exampleMachine, { kind: 'restoreDisks' }, 0],
    ['the same kind', exampleDisks, { kind: 'restoreDisks', targetMachine: null }, 1],
    ['another group', exampleDisks, { targetGroup: 'testRG' }, 0],
    ['a replace, which has no group', exampleReplace, { kind: 'replaceDisks', targetGroup: '' }, 1],
    [
      'a replace, and disks were restored',
      exampleDisks,
      { kind: 'replaceDisks', targetGroup: '' },
      0,
    ],
  ] as const)('%s', async (_, restore, search, count) => {
    expect(await lookedFor(restore, search)).toHaveLength(count);
  });
});
