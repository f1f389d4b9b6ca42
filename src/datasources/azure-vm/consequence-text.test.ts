import { expect, test } from 'vitest';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { consequenceText } from '#src/datasources/azure-vm/consequences.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';

const TEN = instant(Date.UTC(2026, 0, 2, 10));
const textFor = (choices: Partial<VmChoices>, time: typeof TEN | null = TEN) =>
  consequenceText(
    exampleView(
      choices,
      exampleReads({
        point: { time },
        vault: { redundancy: 'GRS', crossRegionRestore: true },
        secondaryPoints: [{ time }],
      }),
    ),
  );

test('a replacement names its machine and what is lost on it', () => {
  expect(textFor(AS_REPLACEMENT)).toBe(
    `testVM loses all changes made to its disks after ${dateTimeText(TEN)}.`,
  );
  expect(textFor(AS_REPLACEMENT, null)).toMatch(/^testVM loses .* after .+\.$/);
});

test('a VM that no longer exists loses nothing by its replacement', () => {
  const view = exampleView(AS_REPLACEMENT, exampleReads({ machine: null }));
  expect(consequenceText(view)).toBeNull();
});

test.each<[string, Partial<VmChoices>, RegExp]>([
  ['disks', { regionView: 'secondary' }, /^The restore of the disks of testVM in /],
  [
    'a machine',
    { ...AS_NEW_VM, regionView: 'secondary' },
    /^The restore of testVM to a new VM in /,
  ],
])('in the secondary region %s: it cannot be stopped', (_, choices, start) => {
  expect(textFor(choices)).toMatch(start);
  expect(textFor(choices)).toMatch(/can’t be canceled after it starts\.$/);
});

test.each<[string, Partial<VmChoices>]>([
  ['disks', {}],
  ['a machine', AS_NEW_VM],
  ['no type yet', { option: null }],
  ['no type yet, there', { option: null, regionView: 'secondary' }],
])('there is no question beside an existing group: %s', (_, choices) => {
  expect(textFor(choices)).toBeNull();
});
