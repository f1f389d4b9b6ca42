import { beforeEach, expect, test, vi } from 'vitest';
import { diskView } from '#src/datasources/azure-disk/model.ts';
import { canRestore, DISK_SUGGESTIONS } from '#src/datasources/azure-disk/suggest.ts';
import {
  draftWith,
  HOUR_MS,
  known,
  NOON,
  reads,
  SUB,
} from '#src/datasources/azure-disk/testing.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { suggestionsIn } from '#src/wizard/fields/Suggestions.tsx';

const storage = fakeStorage();
beforeEach(() => {
  resetPageState();
  storage.entries.clear();
  vi.stubGlobal('localStorage', storage.area);
  return () => vi.unstubAllGlobals();
});

function restoredTo(rg: string): void {
  const submission = { state: 'job', jobId: '/j', isAdopted: false };
  storage.entries.set(
    ownName('draft.sent'),
    JSON.stringify({ ...draftWith({ rg }), id: 'sent', submission }),
  );
}

const OPEN = { subscription: null, rg: null, diskName: null } as const;
const view = (change: Partial<ReturnType<typeof draftWith>['choices']>, read = reads) =>
  diskView({ ...draftWith({ ...OPEN, ...change }), suggested: {} }, read, 'none');
const suggested = (...given: Parameters<typeof view>) =>
  suggestionsIn(view(...given), DISK_SUGGESTIONS);

test('a new disk goes beside its source, under a name of its own', () => {
  const { diskName, ...place } = suggested({});
  expect(place).toEqual({ subscription: SUB, rg: 'rg-app' });
  expect(diskName).toMatch(/^data-0-restored-\d{4}$/);
  expect(DISK_SUGGESTIONS.whyOf('rg', view({ rg: 'rg-app' }))).toBe('The disk’s resource group');
});

test('or to the group of the latest restore', () => {
  restoredTo('rg-dr');
  expect(suggested({})).toMatchObject({ rg: 'rg-dr' });
  expect(DISK_SUGGESTIONS.whyOf('rg', view({ rg: 'rg-dr' }))).toBe('Last used for a restore');
});

test('a name that is taken is left out, and none comes before it is known which are', () => {
  const { diskName } = suggested({});
  const taken = { ...reads, diskNames: known([String(diskName)]) };
  expect(suggested({}, taken)).toMatchObject({ diskName: `${String(diskName)}-2` });
  expect(suggested({}, { ...reads, diskNames: { state: 'not asked' } })).not.toHaveProperty(
    'diskName',
  );
});

test('a place that isn’t there is not suggested', () => {
  expect(
    suggested({}, { ...reads, subscriptions: known([]), groups: known([]) }),
  ).not.toMatchObject({ subscription: SUB });
});

test('a point can be restored until it expires, once it is complete', () => {
  const [point] = reads.points.state === 'known' ? reads.points.value : [];
  if (point === undefined) throw new Error('the example has one');
  expect(canRestore(point, NOON)).toBe(true);
  expect(canRestore(point, instant(NOON + 2 * HOUR_MS))).toBe(false);
  expect(canRestore({ ...point, isComplete: false }, NOON)).toBe(false);
});
