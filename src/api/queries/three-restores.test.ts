import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { findRestoreJobs, type RestoreSearch } from '#src/api/recovery-services/lost-jobs.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { instant } from '#src/lib/time.ts';
import {
  exampleDisks as disks,
  exampleMachine as machine,
  exampleReplace as replace,
  exampleVault,
} from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import type { Origin } from '#src/mocks/world/fold.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';

/** The three restores by the client, and the jobs that the simulated Azure makes of them. */

function world(scenario: 'default' | 'recorded' | Origin) {
  const it = testAzure(scenario);
  const { arm } = testArm(it.azure.fetch);
  const jobOf = async (restore: Restore): Promise<() => Promise<JobDetails>> => {
    await startRestore(arm, restore, 'mine');
    const { restores } = await it.azure.state();
    const id = resourceId(`${exampleVault}/backupJobs/${restores.at(-1)?.jobId ?? ''}`);
    return () => getJob(arm, id);
  };
  return { ...it, arm, jobOf };
}

describe.each([
  ['disks', disks, 'restoreDisks'],
  ['a new machine', machine, 'createVm'],
  ['a replace', replace, 'replaceDisks'],
] as const)('%s', (_, restore, kind) => {
  test.each(['default', 'recorded'] as const)('is reported by its job, in %s', async (scenario) => {
    const { clock, jobOf } = world(scenario);
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
    const { clock, jobOf } = world('default');
    const job = await jobOf(machine);
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
    ['default', 'disks', disks, 64 * GIB],
    ['default', 'a replacement', replace, 64 * GIB],
    ['recorded', 'disks', disks, 64 * GIB],
    ['recorded', 'a new machine', machine, undefined],
  ] as const)('in the profile %s, of %s', async (scenario, _, restore, total) => {
    const { clock, jobOf } = world(scenario);
    const job = await jobOf(restore);
    clock.add(260);
    expect((await job()).bytes?.total).toBe(total);
  });
});

test('a name is taken from acceptance on: the same request again makes no second machine', async () => {
  const { azure, arm } = world('default');
  await startRestore(arm, machine, 'mine');
  const error: unknown = await startRestore(arm, machine, 'mine').catch(
    (caught: unknown) => caught,
  );
  expect(armFacts(error)).toMatchObject({ status: 400, code: 'CloudInvalidInputError' });
  expect((await azure.state()).restores).toHaveLength(1);
});

describe('an identity in place of the key', () => {
  const withIdentity = { ...disks, identity: { kind: 'system' } } as const;

  test('is refused where the vault has none', async () => {
    await expect(world('default').jobOf(withIdentity)).rejects.toThrow(
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
      world({ seed: without, faults: [], profile: 'documented' }).jobOf(withIdentity),
    ).rejects.toThrow('lacks the rights');
    const seed = { ...without, roleAssignments: [{ holder: exampleVault, role, scope }] };
    const job = await world({ seed, faults: [], profile: 'documented' }).jobOf(withIdentity);
    expect(propertyOf(await job(), 'Target Storage Account Name')).toBe('testAccount');
  });
});

describe('a restore with unknown outcome is distinguished from others of the same machine', () => {
  const lookedFor = async (restore: Restore, search: Partial<RestoreSearch>) => {
    const { arm, clock } = world('default');
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
    ['the same machine’s name', machine, { kind: 'createVm', targetMachine: 'TARGETvm' }, 1],
    ['another machine’s name', machine, { kind: 'createVm', targetMachine: 'other' }, 0],
    ['another kind', machine, { kind: 'restoreDisks' }, 0],
    ['the same kind', disks, { kind: 'restoreDisks', targetMachine: null }, 1],
    ['another group', disks, { targetGroup: 'testRG' }, 0],
    ['a replace, which has no group', replace, { kind: 'replaceDisks', targetGroup: '' }, 1],
    ['a replace, and disks were restored', disks, { kind: 'replaceDisks', targetGroup: '' }, 0],
  ] as const)('%s', async (_, restore, search, count) => {
    expect(await lookedFor(restore, search)).toHaveLength(count);
  });
});
