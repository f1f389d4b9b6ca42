import { expect, test } from 'vitest';
import {
  diskPlanLine,
  diskPlanSentence,
  diskTargetText,
  lostWrites,
} from '#src/wizard/azure-disks/plan.ts';
import { draftWith, reads } from '#src/wizard/azure-disks/testing.ts';
import { diskView } from '#src/wizard/azure-disks/view.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

const viewWith = (change: Partial<DraftChoices> = {}) => diskView(draftWith(change), reads, 'none');

test('the plan says what is made of what, and what stays', () => {
  expect(diskPlanSentence(viewWith())).toBe(
    'A new disk data-0-restored will be made from data-0 as of 5 Jun 2025 00:00, in rg-dr. data-0 is not touched.',
  );
  expect(diskPlanLine(viewWith())).toBe('New disk data-0-restored · 12 h of changes lost');
  expect(lostWrites(viewWith())).toEqual(['Writes after 5 Jun 2025 00:00: 12 h until now']);
});

test('the target is the new disk and the place where it goes', () => {
  expect(diskTargetText(viewWith())).toMatch(/^data-0-restored, rg-dr/);
});

test('a source disk that is gone is said to be', () => {
  const view = viewWith();
  const gone = { ...view, reads: { ...reads, disk: { state: 'known', value: null } as const } };
  expect(diskPlanSentence(gone)).toMatch(/, in rg-dr\. data-0 no longer exists\.$/);
});

test('what is not chosen yet is said to be', () => {
  const open = viewWith({ point: null, rg: null, diskName: null });
  expect(diskPlanSentence(open)).toBe(
    'A new disk with a name still to choose will be made from data-0 as of a restore point still to choose, in a resource group still to choose. data-0 is not touched.',
  );
  expect(diskPlanLine(open)).toBe('New disk');
  expect(lostWrites(open)).toEqual([]);
});

test('before a disk is read there is no plan', () => {
  const view = viewWith();
  const unread = { ...view, reads: { ...reads, instance: { state: 'loading' } as const } };
  expect(diskPlanSentence(unread)).toMatch(/^Choose a disk/);
  expect(diskPlanLine(unread)).toMatch(/^Nothing chosen yet/);
});
