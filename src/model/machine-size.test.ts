import { expect, test } from 'vitest';
import { canBeMade } from '#src/model/machines.ts';

const unreported = { family: null, cores: null };
const sizes = [
  { name: 'Standard_D2s_v5', isOffered: true, zones: ['1', '2'], ...unreported },
  { name: 'Standard_NC6s_v3', isOffered: false, zones: ['1'], ...unreported },
];

test.each([
  ['Standard_D2s_v5', null, true],
  ['standard_d2S_v5', '2', true],
  ['Standard_D2s_v5', '3', false],
  ['Standard_NC6s_v3', null, false],
  ['Standard_NC6s_v3', '1', false],
  ['Standard_A2', null, false],
])('a machine of %s in zone %s can be made: %s', (size, zone, expected) => {
  expect(canBeMade(sizes, { size, zone })).toBe(expected);
});
