import { describe, expect, test } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findRestoreJobs, type RestoreSearch } from '#src/api/recovery-services/lost-jobs.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { instant } from '#src/lib/time.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { restoreOfOtherPerson, type OtherPersonsRestore } from '#src/mocks/another-user.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';

const root = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';
const common = {
  recoveryPointResourceId: resourceId(`${exampleItem}/recoveryPoints/20982486783671`),
  recoveryPointId: '20982486783671',
  sourceResourceId: resourceId(exampleRestore.properties.sourceResourceId),
  stagingAccountId: resourceId(exampleRestore.properties.storageAccountId),
  region: 'westus',
};
const network = `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`;
const disksInto = (group: string): Restore => ({
  ...common,
  kind: 'restoreDisks',
  targetResourceGroupId: resourceId(`${root}/${group}`),
  networkAccess: null,
});
const machineNamed = (name: string): Restore => ({
  ...common,
  kind: 'createVm',
  targetResourceGroupId: resourceId(`${root}/targetRG`),
  targetVirtualMachineId: resourceId(
    `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/${name}`,
  ),
  virtualNetworkId: resourceId(network),
  subnetId: resourceId(`${network}/subnets/default`),
  networkAccess: null,
});
const replacement: Restore = { ...common, kind: 'replaceDisks' };

/** What a draft knows of its restore, whose answer was lost. */
const knownOf = {
  disks: { kind: 'restoreDisks', targetMachine: null, targetGroup: 'TargetRG' },
  machine: { kind: 'createVm', targetMachine: 'COPY', targetGroup: 'targetRG' },
  replacement: { kind: 'replaceDisks', targetMachine: null, targetGroup: '' },
} as const satisfies Readonly<Record<string, Partial<RestoreSearch>>>;
const ours = { disks: disksInto('targetRG'), machine: machineNamed('copy'), replacement } as const;

function world() {
  const { azure, clock } = testAzure('document');
  const { arm } = testArm((request) => azure.fetch(request));
  const sentAt = clock.now();
  return {
    arm,
    clock,
    breaks: (effect: FaultEffect) =>
      azure.append([
        {
          type: 'fault-added',
          at: 0,
          fault: { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect },
        },
      ]),
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
        const { arm, breaks, other, find, jobs } = world();
        await breaks(effect);
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
    const { arm, breaks, other, find, jobs } = world();
    await breaks({ kind: 'answer-lost' });
    await expect(startRestore(arm, ours.disks, 'mine')).rejects.toThrow(ArmError);
    await other({ group: 'targetRG' });
    expect((await find('disks')).toSorted()).toEqual((await jobs()).toSorted());
  });

  test.each(KINDS)(
    'that never arrived is not theirs, unless it is just the same: %s',
    async (what) => {
      const { arm, breaks, other, find } = world();
      await breaks({ kind: 'drop' });
      await expect(startRestore(arm, ours[what], 'mine')).rejects.toThrow(ArmError);
      await other({ group: 'testRG' });
      await other({ group: 'testRG', vmName: 'other' });
      expect(await find(what)).toEqual([]);
    },
  );
});

test.each(KINDS)('of our own three restores each finds itself: %s', async (what) => {
  const { arm, find, jobs } = world();
  for (const kind of KINDS) await startRestore(arm, ours[kind], kind);
  expect(await find(what)).toEqual([(await jobs())[KINDS.indexOf(what)]]);
});
