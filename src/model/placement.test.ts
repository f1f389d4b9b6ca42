import { expect, test } from 'vitest';
import { zonePeer } from '#src/model/places.ts';

const region = (zones: readonly string[], places: readonly (string | null)[]) => [
  { name: 'westeurope', displayName: 'West Europe', pairedRegion: null, zones, places },
];
const own = region(['1', '2', '3'], ['az1', 'az2', 'az3']);
const target = region(['1', '2', '3'], ['az3', 'az1', null]);

test.each([
  ['1', '3'],
  ['2', '1'],
  ['3', null],
  ['4', null],
])('zone %s there is zone %s here', (there, here) => {
  expect(zonePeer(there, { from: target, to: own, region: 'West Europe' })).toBe(here);
});

test('of a region that is not in the list nothing is known', () => {
  expect(zonePeer('1', { from: target, to: own, region: 'eastus' })).toBeNull();
  expect(zonePeer('1', { from: target, to: [], region: 'westeurope' })).toBeNull();
});
