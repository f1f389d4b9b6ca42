import { expect, test } from 'vitest';

import { canBeMade, tagIn, tagText, tagValue } from '#src/model/machines.ts';

test.each([
  [{ name: 'env', value: 'prod' }, 'env:prod', 'env: prod'],
  [{ name: 'cost:center', value: 'a, b' }, 'cost%3Acenter:a%2C%20b', 'cost:center: a, b'],
  [{ name: 'backup', value: '' }, 'backup:', 'backup'],
])('a tag %j is %s in an address', (tag, value, text) => {
  expect(tagValue(tag)).toBe(value);
  expect(tagIn(value)).toEqual(tag);
  expect(tagText(tag)).toBe(text);
});

test.each(['env', ':prod', 'a:b:c', ''])('%j is no tag', (text) => {
  expect(tagIn(text)).toBeNull();
});

test('a value that was not encoded by us is taken as it is', () => {
  expect(tagIn('share:100%')).toEqual({ name: 'share', value: '100%' });
});

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
