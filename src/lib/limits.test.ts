import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthened } from '#src/lib/limits.ts';

test('a pause is never shortened, and lengthened by its share at most', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (ms, share) => {
      const got = lengthened(ms, share);
      expect(got).toBeGreaterThanOrEqual(ms);
      expect(got).toBeLessThanOrEqual(ms * (1 + share));
    }),
  );
});

test('two pauses of one length end at different moments', () => {
  const all = Array.from({ length: 20 }, () => lengthened(60_000, 0.1));
  expect(new Set(all).size).toBeGreaterThan(1);
});
