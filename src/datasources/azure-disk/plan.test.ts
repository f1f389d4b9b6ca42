import { diskSumOf } from '#src/datasources/azure-disk/steps/DiskReviewPanel.tsx';
import { afterEach, describe, expect, test } from 'vitest';
import type { DiskChoices } from '#src/datasources/azure-disk/fields.ts';
import { diskView } from '#src/datasources/azure-disk/model.ts';
import { diskOutcomeOf, diskPlanOf } from '#src/datasources/azure-disk/plan.ts';
import { draftWith, reads } from '#src/datasources/azure-disk/testing.ts';
import { installClock, machineClock, noteServiceClock } from '#src/lib/clock.ts';

const viewWith = (change: Partial<DiskChoices> = {}) => diskView(draftWith(change), reads, 'none');

afterEach(() => installClock(machineClock));

test('the plan says what is made of what, and what stays', () => {
  noteServiceClock('answers', 0, 0);
  expect(diskPlanOf(viewWith()).sentence).toBe(
    'A new disk data-0-restored is created from data-0 as of 5 Jun 2025, 00:00, in rg-dr. data-0 isn’t changed.',
  );
  expect(diskPlanOf(viewWith()).line).toBe('New disk data-0-restored · 12 h of changes lost');
  expect(diskPlanOf(viewWith()).lost).toEqual([
    'Changes made in the last 12 h (since 5 Jun 2025, 00:00)',
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

afterEach(() => installClock(machineClock));

test('what is created, changed, left alone and lost', () => {
  noteServiceClock('answers', 0, 0);
  expect(diskOutcomeOf(viewWith())).toEqual({
    created: [expect.stringMatching(/^Disk data-0-restored in rg-dr, in /)],
    changed: ['No existing resource'],
    untouched: ['Disk data-0 and its restore points'],
    lost: ['Changes made in the last 12 h (since 5 Jun 2025, 00:00)'],
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
