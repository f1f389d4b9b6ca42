import { describe, expect, test } from 'vitest';

import { freeAddresses, regionName, sameRegion, zonePeer } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

const subnet = (addressPrefixes: readonly string[], usedAddresses = 0) => ({
  id: resourceId('/s'),
  name: 's',
  isDelegated: false,
  addressPrefixes,
  usedAddresses,
});

test.each([
  [['10.0.0.0/24'], 0, { all: 251, free: 251 }],
  [['10.0.0.0/24'], 251, { all: 251, free: 0 }],
  [['10.0.0.0/29'], 1, { all: 3, free: 2 }],
  [['10.0.0.0/30'], 0, { all: 0, free: 0 }],
  [['10.0.0.0/29', '10.0.1.0/29'], 4, { all: 6, free: 2 }],
  [['10.0.0.0/29', 'fd00::/64'], 0, { all: 3, free: 3 }],
  [['10.0.0.0/29'], 9, { all: 3, free: 0 }],
  [['fd00::/64'], 0, null],
  [['10.0.0.0/33'], 0, null],
  [['rubbish'], 0, null],
  [[], 0, null],
])('addresses of %j with %i in use: %j', (prefixes, used, expected) => {
  expect(freeAddresses(subnet(prefixes, used))).toEqual(expected);
});

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

describe('a region', () => {
  test.each(['West Europe', 'westeurope', 'WestEurope', ' west europe '])(
    'is known as %s',
    (text) => {
      expect(regionName(text)).toBe('westeurope');
      expect(sameRegion(text, 'westeurope')).toBe(true);
    },
  );

  test('is no other, and nothing is no region', () => {
    expect(sameRegion('westeurope', 'westeurope2')).toBe(false);
    expect(sameRegion(null, 'westeurope')).toBe(false);
    expect(sameRegion(null, undefined)).toBe(true);
  });
});
