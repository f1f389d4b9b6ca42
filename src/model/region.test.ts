import { describe, expect, test } from 'vitest';
import { regionName, sameRegion } from '#src/model/places.ts';

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
