import { expect, test } from 'vitest';
import type { DiskChoices } from '#src/datasources/azure-disk/fields.ts';
import { diskView } from '#src/datasources/azure-disk/model.ts';
import { diskPictureOf } from '#src/datasources/azure-disk/picture.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { draftWith, reads } from '#src/datasources/azure-disk/testing.ts';
import { unreadFact } from '#src/ui/picture/model.ts';
import { pictureLines } from '#src/wizard/testing-picture.ts';

const linesOf = (change: Partial<DiskChoices> = {}, different: Partial<DiskReads> = {}) => {
  const view = diskView(draftWith(change), { ...reads, ...different }, 'none');
  const given = { duration: unreadFact('Expected duration'), goToField: () => undefined };
  return pictureLines(diskPictureOf(view, given).model);
};

test('one disk becomes another one in the target group', () => {
  expect(linesOf()).toEqual([
    'state configured',
    'source disk, data-0, rg-app: unchanged (instance)',
    'source disk data-0 32GiB: unchanged',
    'point Snapshot: unchanged (point)',
    'moves 32GiB, 43200000 ms notInCopy',
    'under Snapshot resource group rg-backup: unchanged',
    'result group, rg-dr, Production: new (rg)',
    'result disk data-0-restored 32GiB: new (diskName)',
  ]);
});

test('what is empty is dotted, by the label of its field', () => {
  expect(linesOf({ point: null, rg: null, diskName: null, subscription: null })).toEqual([
    'state choosing',
    'source disk, data-0, rg-app: unchanged (instance)',
    'source disk data-0 32GiB: unchanged',
    'point Snapshot: unknown (point)',
    'moves 32GiB, ?Time',
    'under Snapshot resource group rg-backup: unchanged',
    'result group, ?Target resource group, ?Target subscription: unknown (rg)',
    'result disk Restored disk name 32GiB: unknown (diskName)',
  ]);
});

test('a source disk that is gone, or isn’t read', () => {
  expect(linesOf({}, { disk: { state: 'known', value: null } }).slice(1, 4)).toEqual([
    'source disk, none, rg-app: unknown (instance)',
    'point Snapshot: unchanged (point)',
    'moves ?Disk size, 43200000 ms notInCopy',
  ]);
  expect(linesOf({}, { disk: { state: 'forbidden' } })).toContain(
    'source disk data-0 ?Disk size: unknown',
  );
});

test('in another subscription it stands in a frame', () => {
  const lines = linesOf(
    { subscription: 'other' },
    { subscriptions: { state: 'known', value: [{ id: 'other', name: 'Other', tenantId: 't' }] } },
  );
  expect(lines).toContain('result group, rg-dr, Other, in subscription Other: new (rg)');
});
