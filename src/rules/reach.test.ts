import { expect, test } from 'vitest';
import { type Reach, reachOf, VAULT_KINDS, type VaultKind } from '#src/rules/reach.ts';

/** What is down × a place × the kinds of vaults. */
const TABLE: readonly (readonly [
  down: 'zone' | 'region',
  place: 'zone' | 'pair',
  Readonly<Record<VaultKind, Reach>>,
])[] = [
  [
    'zone',
    'zone',
    {
      secondary: 'refused',
      declared: 'refused',
      zones: 'depends',
      one: 'refused',
      unknown: 'notChecked',
    },
  ],
  [
    'zone',
    'pair',
    {
      secondary: 'depends',
      declared: 'refused',
      zones: 'refused',
      one: 'refused',
      unknown: 'notChecked',
    },
  ],
  [
    'region',
    'pair',
    {
      secondary: 'depends',
      declared: 'declared',
      zones: 'refused',
      one: 'refused',
      unknown: 'notChecked',
    },
  ],
];

test.each(TABLE)('a %s is down, to the %s: by the vault alone', (down, place, expected) => {
  const found = VAULT_KINDS.map((kind) => [kind, reachOf(kind, place, down === 'zone')]);
  expect(Object.fromEntries(found)).toEqual(expected);
});
