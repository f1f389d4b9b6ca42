import { expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import { freeAddresses } from '#src/model/places.ts';

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
])('of %j with %i in use: %j', (prefixes, used, expected) => {
  expect(freeAddresses(subnet(prefixes, used))).toEqual(expected);
});
