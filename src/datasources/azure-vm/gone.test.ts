import { expect, test } from 'vitest';
import { goneChoices, goneHint } from '#src/datasources/azure-vm/not-used.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';

/** Selections that were deleted since. */

const all: Pick<Reads, 'groups' | 'networks' | 'accounts'> = {
  groups: { state: 'known', value: [] },
  networks: { state: 'known', value: [] },
  accounts: { state: 'known', value: [] },
};
const textsOf = (choices: Partial<VmChoices>, reads: Partial<Reads>): string[] =>
  goneChoices(exampleView(choices, { ...exampleReads(), ...reads })).map(({ text }) => text);

test('each is named, with where it was', () => {
  expect(textsOf(AS_NEW_VM, all)).toEqual([
    'Resource group targetRG: no longer in Documents example. Select another one.',
    'Virtual network testNet: no longer in Documents example. Select another one.',
    'Staging Location testAccount: no longer in Documents example. Select another one.',
  ]);
});

test('only what the restore would use', () => {
  expect(textsOf(AS_REPLACEMENT, all)).toEqual([
    'Staging Location testAccount: no longer in Documents example. Select another one.',
  ]);
});

test.each(['loading', 'forbidden', 'failed', 'not asked'] as const)(
  'nothing of lists that are %s',
  (state) => {
    const unread = { state };
    expect(textsOf(AS_NEW_VM, { groups: unread, networks: unread, accounts: unread })).toEqual([]);
  },
);

test('nothing of what is there, in whatever letter case, nor of a group to be made', () => {
  expect(textsOf({ ...AS_NEW_VM, rg: 'TARGETRG' }, {})).toEqual([]);
  expect(textsOf({ ...AS_NEW_VM, rg: 'rg-new', rgIsNew: true }, {})).toEqual([]);
});

test('a point that has expired', () => {
  expect(textsOf({}, { points: { state: 'known', value: [] } })).toEqual([
    'Restore point: no longer in the vault. Select another one.',
  ]);
  expect(textsOf({ point: null }, { points: { state: 'known', value: [] } })).toEqual([]);
});

test('its field says it', () => {
  const view = exampleView({}, { ...exampleReads(), ...all });
  expect(goneHint(view, 'rg')).toMatch(/^Resource group targetRG: no longer in /);
  expect(goneHint(view, 'vnet')).toBeUndefined();
});
