import { expect, test } from 'vitest';
import { diskFactsOf } from '#src/datasources/azure-disk/facts.ts';
import { diskChoices, isDiskName, isPointGone } from '#src/datasources/azure-disk/fields.ts';
import { draftWith, known, NOON, reads } from '#src/datasources/azure-disk/testing.ts';
import { cutList } from '#src/lib/list.ts';

test.each(['a', '0', 'a_', 'App01_DataDisk-0.old', 'a'.repeat(80)])('Azure takes %s', (name) => {
  expect(isDiskName(name)).toBe(true);
});

test.each(['', '_a', '-a', '.a', 'a-', 'a.', 'a b', 'ä', 'a/b', 'a'.repeat(81)])(
  'Azure refuses “%s”',
  (name) => {
    expect(isDiskName(name)).toBe(false);
  },
);

test('of a cut list it is never concluded that something is not there', () => {
  const { choices: disk } = draftWith({ diskName: 'data-9', rg: 'rg-9' });
  const cut = {
    ...reads,
    diskNames: known(cutList(['data-1'])),
    groups: known(cutList<never>([])),
  };
  expect(diskFactsOf(cut, disk, 'none').target?.diskNames).toBeUndefined();
  expect(diskFactsOf(cut, { ...disk, diskName: 'data-1' }, 'none').target?.diskNames).toEqual(
    cutList(['data-1']),
  );
  expect(diskChoices(disk, cut).rg).toBe('rg-9');
  expect(diskChoices(disk, { ...cut, groups: known([]) }).rg).toBeNull();
  const point = 'p-9';
  expect(isPointGone({ at: NOON, points: known([]) }, { point })).toBe(true);
  expect(isPointGone({ at: NOON, points: known(cutList<never>([])) }, { point })).toBe(false);
});
