import { expect, test } from 'vitest';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { job } from '#src/progress/testing.ts';
import { jobTitle } from '#src/pages/job/verdict.ts';

const properties = [
  { name: 'Target VM Name', value: 'app01-night' },
  { name: 'Target resource group', value: 'rg-night' },
];

test.each([
  ['a new VM', { properties }, 'Restore of vm to app01-night'],
  ['disks', { restoreKind: 'restoreDisks', properties }, 'Restore of vm to disks in rg-night'],
  ['disks as files', { restoreKind: 'restoreDisks' }, 'Restore of vm'],
  [
    'a replacement, which names its source',
    { restoreKind: 'replaceDisks', properties },
    'Restore of vm',
  ],
  ['a VM by Commvault', { restoreKind: null, properties }, 'Restore of vm to app01-night'],
  ['a restore that names nothing', {}, 'Restore of vm'],
  ['a backup', { operation: 'Backup', restoreKind: null }, 'Backup of vm'],
] as const)('%s', (_, more, title) => {
  expect(jobTitle(job(more), null)).toBe(title);
});

test.each([
  ['/disks/data-restored', 'Restore of vm to data-restored'],
  [null, 'Restore of vm'],
])('a disk %s', (id, title) => {
  const disk = {
    ...job({ restoreKind: null }),
    restoredDiskId: id === null ? null : resourceId(id),
  } satisfies Pick<DiskJobDetails, 'restoredDiskId'>;
  expect(jobTitle(disk, null)).toBe(title);
});

test('what this browser sent names the target that a job does not report, and no other', () => {
  const sent = { kind: 'createVm', name: 'app01-sent', group: null } as const;
  const nothing = job({ restoreKind: null });
  expect(jobTitle(nothing, sent)).toBe('Restore of vm to app01-sent');
  expect(jobTitle(job({ restoreKind: 'replaceDisks' }), sent)).toBe('Restore of vm');
});
