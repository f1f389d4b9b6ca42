import { afterEach, expect, test } from 'vitest';
import { installClock, machineClock, noteServiceClock } from '#src/lib/clock.ts';
import { outcomeOf } from '#src/datasources/azure-disk/steps/outcome.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { draftWith, reads } from '#src/datasources/azure-disk/testing.ts';
import { diskView } from '#src/datasources/azure-disk/view.ts';

const viewWith = (change: Partial<DiskChoices> = {}) => diskView(draftWith(change), reads, 'none');

afterEach(() => installClock(machineClock));

test('what is created, changed, left alone and lost', () => {
  noteServiceClock('answers', 0, 0);
  expect(outcomeOf(viewWith())).toEqual({
    created: [expect.stringMatching(/^Disk data-0-restored in rg-dr, in /)],
    changed: ['No existing resource'],
    untouched: ['Disk data-0 and its restore points'],
    lost: ['Changes made in the last 12 h (since 5 Jun 2025, 00:00)'],
  });
});

test('of a source disk that is gone only its backup is left alone', () => {
  const view = viewWith();
  const gone = { ...view, reads: { ...reads, disk: { state: 'known', value: null } as const } };
  expect(outcomeOf(gone).untouched).toEqual(['The backup of data-0 and its restore points']);
});

test('without a restore point nothing is known to be created or lost', () => {
  expect(outcomeOf(viewWith({ point: null }))).toMatchObject({
    created: ['not selected'],
    lost: [],
  });
});
