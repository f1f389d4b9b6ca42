import { describe, expect, test, vi } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import type { PrerequisiteId } from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { type Asked, prerequisitesOf } from '#src/wizard/azure-disks/checks/prerequisites.ts';
import {
  asked,
  disk,
  holding,
  instance,
  is,
  KEYS,
  NOW,
  point,
  problem,
  snapshot,
  TARGET,
  vault,
} from '#src/wizard/azure-disks/checks/testing.ts';

const states = (given: Asked) =>
  Object.fromEntries(prerequisitesOf(given).map(({ id, state }) => [id, state]));
const line = (given: Asked, id: PrerequisiteId) =>
  prerequisitesOf(given).find((one) => one.id === id);
const MINUTE_MS = 60_000;

const keyed = is({
  ...disk,
  encryption: 'EncryptionAtRestWithCustomerKey',
  encryptionSetId: KEYS,
});

test('a disk with everything in order has four prerequisites, all done', () => {
  expect(states(asked())).toEqual({
    identity: 'done',
    targetRole: 'done',
    snapshotRoles: 'done',
    snapshots: 'done',
  });
});

describe('one thing that is not in order', () => {
  test.each<[string, Partial<DiskReads>, PrerequisiteId, string, string]>([
    [
      'no identity',
      { vault: is({ ...vault, principalId: null }) },
      'identity',
      'refused',
      'bv has no system-assigned identity',
    ],
    [
      'no identity to hold a role',
      { vault: is({ ...vault, principalId: null }) },
      'targetRole',
      'notChecked',
      'no identity',
    ],
    ['no role on the target', { targetRoles: is([]) }, 'targetRole', 'refused', 'does not hold'],
    [
      'another role on the target',
      { targetRoles: is([holding('reader')]) },
      'targetRole',
      'refused',
      'does not hold Disk Restore Operator on rg-target',
    ],
    [
      'roles not read',
      { targetRoles: { state: 'failed' } },
      'targetRole',
      'notChecked',
      'No answer',
    ],
    [
      'roles not allowed to read',
      { targetRoles: { state: 'forbidden', trouble: { problem, readAgain: vi.fn() } } },
      'targetRole',
      'notChecked',
      'You may not read the roles on the target resource group. Missing action: x/read.',
    ],
    ['roles being read', { targetRoles: { state: 'loading' } }, 'targetRole', 'reading', ''],
    [
      'roles revoked on the snapshots',
      { snapshotRoles: is([holding('diskRestoreOperator')]) },
      'snapshotRoles',
      'refused',
      'Disk Snapshot Contributor on rg-snapshots: it was revoked',
    ],
    [
      'no snapshot group told',
      { instance: is({ ...instance, snapshotGroupId: null }) },
      'snapshotRoles',
      'notChecked',
      'does not say where',
    ],
    [
      'no reader of the key',
      { disk: keyed, setRoles: is([]) },
      'keyReader',
      'refused',
      'Reader on keys',
    ],
    [
      'a reader of the key',
      { disk: keyed, setRoles: is([holding('reader')]) },
      'keyReader',
      'done',
      '',
    ],
    [
      'double encryption',
      {
        disk: is({
          ...disk,
          encryption: 'EncryptionAtRestWithPlatformAndCustomerKeys',
          encryptionSetId: KEYS,
        }),
        setRoles: is([]),
      },
      'keyReader',
      'refused',
      'Reader on keys',
    ],
    ['the disk gone', { disk: is(null) }, 'keyReader', 'notChecked', 'The source disk is gone'],
    ['the disk not read', { disk: { state: 'failed' } }, 'keyReader', 'notChecked', 'source disk'],
    [
      'encryption not told',
      { disk: is({ ...disk, encryption: null }) },
      'keyReader',
      'notChecked',
      'does not say how',
    ],
    ['no snapshots', { snapshots: is([]) }, 'snapshots', 'refused', 'has no incremental snapshot'],
    [
      'snapshots of another disk',
      { snapshots: is([{ ...snapshot, sourceDiskId: KEYS }]) },
      'snapshots',
      'refused',
      'no incremental snapshot of data-0',
    ],
    [
      'full snapshots',
      { snapshots: is([{ ...snapshot, isIncremental: false }]) },
      'snapshots',
      'refused',
      'no incremental snapshot',
    ],
    [
      'none from the time of the point',
      { snapshots: is([{ ...snapshot, createdAt: NOW }]) },
      'snapshots',
      'refused',
      '1 snapshot of data-0, but none',
    ],
    [
      'a point that tells no time',
      { points: is([{ ...point, time: null }]) },
      'snapshots',
      'notChecked',
      'Azure does not say',
    ],
    [
      'the snapshot group gone',
      {
        snapshots: {
          state: 'failed',
          trouble: { problem: { ...problem, kind: 'notFound' }, readAgain: vi.fn() },
        },
      },
      'snapshots',
      'refused',
      'rg-snapshots is gone',
    ],
    ['the point gone', { points: is([]) }, 'snapshots', 'notChecked', 'recovery point'],
  ])('%s', (_, reads, id, state, found) => {
    expect(line(asked(reads), id)).toMatchObject({ state });
    expect(line(asked(reads), id)?.found).toContain(found);
  });
});

test('a missing role names whom to give it, where', () => {
  expect(line(asked({ targetRoles: is([]) }), 'targetRole')?.needed).toEqual({
    role: 'diskRestoreOperator',
    scope: TARGET,
    principalId: 'p-1',
  });
});

test('a role counts about 15 minutes after it was first given', () => {
  const given = (...minutesAgo: number[]) =>
    line(
      asked({
        targetRoles: is(
          minutesAgo.map((ago) => holding('diskRestoreOperator', instant(NOW - ago * MINUTE_MS))),
        ),
      }),
      'targetRole',
    );
  expect(given(14)).toMatchObject({ state: 'warning', countsAt: NOW + MINUTE_MS });
  expect(given(15)).toMatchObject({ state: 'done', countsAt: null });
  expect(given(1, 60)).toMatchObject({ state: 'done', countsAt: null });
});

test('what was not read can be read again', () => {
  const readAgain = vi.fn<() => void>();
  const reads = { targetRoles: { state: 'failed', trouble: { problem, readAgain } } } as const;
  line(asked(reads), 'targetRole')?.again?.go();
  expect(readAgain).toHaveBeenCalledOnce();
});

test.each([
  [{ rg: null }, 'is chosen'],
  [{ subscription: null }, 'is chosen'],
  [{ rgIsNew: true }, 'is not made yet'],
])('a target that is not there yet has no role: %o', (choices, found) => {
  const told = line(asked({}, choices), 'targetRole');
  expect(told).toMatchObject({ state: 'notChecked', needed: null });
  expect(told?.found).toContain(found);
});
