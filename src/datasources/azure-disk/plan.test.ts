import { afterEach, describe, expect, test } from 'vitest';
import type { DiskChoices } from '#src/datasources/azure-disk/fields.ts';
import { diskView } from '#src/datasources/azure-disk/model.ts';
import { diskPictureOf } from '#src/datasources/azure-disk/picture.ts';
import { diskOutcomeOf, diskPlanOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskSumOf } from '#src/datasources/azure-disk/steps/DiskReviewPanel.tsx';
import { draftWith, reads } from '#src/datasources/azure-disk/testing.ts';
import { installClock, machineClock, noteServiceClock } from '#src/lib/clock.ts';
import { unreadFact } from '#src/ui/picture/model.ts';
import { pictureLines } from '#src/wizard/testing-picture.ts';

const viewWith = (change: Partial<DiskChoices> = {}) => diskView(draftWith(change), reads, 'none');

afterEach(() => installClock(machineClock));

test('the plan says what is made of what, and what stays', () => {
  noteServiceClock('answers', 0, 0);
  expect(diskPlanOf(viewWith()).sentence).toBe(
    'A new disk data-0-restored is created from data-0 as of 5 Jun 2025, 00:00, in rg-dr. data-0 isn’t changed.',
  );
  expect(diskPlanOf(viewWith()).line).toBe(
    'New disk data-0-restored · at least 12 h of changes lost',
  );
  expect(diskPlanOf(viewWith()).lost).toEqual([
    'Changes made since 5 Jun 2025, 00:00 (at least 12 h)',
  ]);
});

test('the target is the new disk and the place where it goes', () => {
  expect(diskPlanOf(viewWith()).target).toMatch(/^data-0-restored, rg-dr/);
});

test('reports that a source disk no longer exists', () => {
  const view = viewWith();
  const gone = { ...view, reads: { ...reads, disk: { state: 'known', value: null } as const } };
  expect(diskPlanOf(gone).sentence).toMatch(/, in rg-dr\. data-0 no longer exists\.$/);
});

test('names each selection that is missing', () => {
  const open = viewWith({ point: null, rg: null, diskName: null });
  expect(diskPlanOf(open).sentence).toBe(
    'A new disk (no name yet) is created from data-0 as of a restore point (not selected yet), in a resource group (not selected yet). data-0 isn’t changed.',
  );
  expect(diskPlanOf(open).line).toBe('New disk');
  expect(diskPlanOf(open).lost).toEqual([]);
});

test('before a disk is read there is no plan', () => {
  const view = viewWith();
  const unread = { ...view, reads: { ...reads, instance: { state: 'loading' } as const } };
  expect(diskPlanOf(unread).sentence).toMatch(/^Select a disk/);
  expect(diskPlanOf(unread).line).toMatch(/^Nothing selected/);
  expect(diskPlanOf(unread).expected).toBeNull();
  expect(diskPlanOf(view).expected).toBeTruthy();
});

test('what is created, changed, left alone and lost', () => {
  noteServiceClock('answers', 0, 0);
  expect(diskOutcomeOf(viewWith())).toEqual({
    created: [expect.stringMatching(/^Disk data-0-restored in rg-dr, in /)],
    changed: ['No existing resource'],
    untouched: ['Disk data-0 and its restore points'],
    lost: ['Changes made since 5 Jun 2025, 00:00 (at least 12 h)'],
  });
});

test('of a source disk that is gone only its backup is left alone', () => {
  const view = viewWith();
  const gone = { ...view, reads: { ...reads, disk: { state: 'known', value: null } as const } };
  expect(diskOutcomeOf(gone).untouched).toEqual(['The backup of data-0 and its restore points']);
});

test('without a restore point nothing is known to be created or lost', () => {
  expect(diskOutcomeOf(viewWith({ point: null }))).toMatchObject({
    created: ['not selected'],
    lost: [],
  });
});

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

describe('what checks and validation come to', () => {
  const passed = [{ state: 'passed' }] as const;

  test.each([
    ['none', 'toDo'],
    ['running', 'checking'],
    ['succeeded', 'ready'],
    ['failed', 'notPossible'],
    ['stale', 'toDo'],
    ['lost', 'toDo'],
    ['overtaken', 'toDo'],
  ] as const)('with a validation that is %s: %s', (state, verdict) => {
    expect(diskSumOf([], passed, { state }).verdict).toBe(verdict);
  });

  test('a role that takes effect soon is waited for, a rule refuses', () => {
    const done = { state: 'succeeded' } as const;
    expect(diskSumOf([], [{ state: 'pending' }], done).verdict).toBe('checking');
    expect(diskSumOf([{ kind: 'block' }], passed, done)).toMatchObject({
      verdict: 'notPossible',
      failed: 1,
    });
  });
});
