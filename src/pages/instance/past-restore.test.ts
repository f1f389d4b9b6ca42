import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { pastRestore, startedBy, tookMs } from '#src/pages/instance/InstanceHistory.tsx';
import { job } from '#src/progress/testing.ts';
import { type FoundBy, newDraft } from '#src/wizard/draft/schema.ts';

const properties = [
  { name: 'Recovery point time', value: '5/8/2025 8:38:46 AM' },
  { name: 'Target VM Name', value: 'app01-r' },
  { name: 'Target resource group', value: 'rg-dr' },
];

test.each([
  ['a new VM', 'createVm', 'Create new virtual machine', 'app01-r'],
  ['disks', 'restoreDisks', 'Restore disks', 'Resource group rg-dr'],
  ['a replacement', 'replaceDisks', 'Replace disk/s', 'vm (original)'],
  ['a restore of another kind', null, null, 'app01-r'],
] as const)('%s has the target that its job reports', (_, restoreKind, kind, target) => {
  const pointTime = Date.UTC(2025, 4, 8, 8, 38, 46);
  expect(pastRestore(job({ restoreKind, properties }))).toEqual({ pointTime, kind, target });
});

test('what a job does not report is not guessed', () => {
  const nothing = { pointTime: null, kind: null, target: null };
  expect(pastRestore(job({ restoreKind: null }))).toEqual(nothing);
  const disks = { restoreKind: 'restoreDisks', properties: properties.slice(1, 2) } as const;
  expect(pastRestore(job(disks))).toMatchObject({ target: null, pointTime: null });
});

test('a disk job reports its restore point and the disk that it created', () => {
  const disk = {
    ...job({ restoreKind: null }),
    recoveryPointTime: instant(7),
    restoredDiskId: resourceId('/disks/data-2'),
  } satisfies Pick<DiskJobDetails, 'restoredDiskId' | 'recoveryPointTime'>;
  expect(pastRestore(disk)).toEqual({ pointTime: 7, kind: 'New disk', target: 'data-2' });
  const none = { ...disk, restoredDiskId: null };
  expect(pastRestore(none).target).toBeNull();
});

test('a restore took the time from its start to its end, and a running one has no duration', () => {
  const ended = { startedAt: instant(10), endedAt: instant(90), durationMs: 5 };
  expect(tookMs(job({ ...ended, status: 'completed' }))).toBe(80);
  expect(tookMs(job({ ...ended, status: 'failed', endedAt: null }))).toBe(5);
  expect(tookMs(job({ status: 'completed' }))).toBeNull();
  expect(tookMs(job({ ...ended, status: 'inProgress' }))).toBeNull();
});

test('only a restore of this browser says who started it', () => {
  const draft = (isAdopted: boolean, foundBy?: FoundBy) => ({
    ...newDraft('d', 1, { datasource: 'azure-vm', instance: null }),
    submission: { state: 'job', jobId: '/j', isAdopted, foundBy } as const,
  });
  expect(startedBy(draft(false))).toBe('You, in this browser');
  expect(startedBy(draft(true, 'id'))).toBe('You, in this browser');
  expect(startedBy(draft(true, 'earlierId'))).toBe('You, in this browser');
  expect(startedBy(draft(true, 'target'))).toContain('Probably you');
  expect(startedBy(draft(true, 'answer'))).toBe(
    'Not reported: returned for a request from this browser',
  );
  expect(startedBy(draft(true, 'hand'))).toContain('found by search');
  expect(startedBy(draft(true))).toContain('Not reported');
  expect(startedBy(newDraft('d', 1, { datasource: null, instance: null }))).toBeNull();
  expect(startedBy(null)).toBeNull();
});
