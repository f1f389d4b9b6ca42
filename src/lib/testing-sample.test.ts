import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isSampled, isWholeMatrix, sampled, sampleOf } from '#src/lib/testing-sample.ts';

afterEach(() => void vi.unstubAllEnvs());

const hundred = Array.from({ length: 100 }, (_, index) => index);

describe('a sample of a matrix', () => {
  test('has the requested number of items, in their order, and never none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat()),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.string(),
        (all, share, key) => {
          const positions = all.map((_, index) => index);
          const sample = sampleOf(positions, share, key);
          const wanted = Math.max(1, Math.round(share * all.length));
          expect(sample).toHaveLength(Math.min(all.length, wanted));
          expect(sample).toEqual(sample.toSorted((one, other) => one - other));
          expect(new Set(sample).size).toBe(sample.length);
        },
      ),
    );
    expect(sampleOf(hundred, 1, 'key')).toHaveLength(1);
    expect(sampleOf(hundred, 7, 'key')).toHaveLength(7);
    expect(sampleOf(hundred, 700, 'key')).toHaveLength(100);
  });

  test('is the same for one key, another for another, and reaches everything in time', () => {
    const samples = hundred.map((commit) => sampleOf(hundred, 0.2, `${String(commit)} name`));
    expect(sampleOf(hundred, 0.2, '0 name')).toEqual(samples[0]);
    expect(samples[1]).not.toEqual(samples[0]);
    expect(new Set(samples.flat()).size).toBe(100);
    // No item is drawn much more often than chance has it: 20 of 100 times.
    const times = hundred.map((item) => samples.filter((one) => one.includes(item)).length);
    expect(Math.min(...times)).toBeGreaterThan(5);
    expect(Math.max(...times)).toBeLessThan(40);
  });

  test('depends on the seed and on the name, and is everything on request', () => {
    vi.stubEnv('MATRIX', '');
    vi.stubEnv('SAMPLE_SEED', 'one');
    const one = sampled(hundred, 0.2, 'name');
    expect([one.length, isWholeMatrix()]).toEqual([20, false]);
    expect(sampled(hundred, 0.2, 'other')).not.toEqual(one);
    vi.stubEnv('SAMPLE_SEED', 'two');
    expect(sampled(hundred, 0.2, 'name')).not.toEqual(one);
    vi.stubEnv('MATRIX', 'all');
    expect([sampled(hundred, 0.2, 'name'), isWholeMatrix()]).toEqual([hundred, true]);
  });

  test('has one combination alone by its share, the same for one seed, and always in the whole', () => {
    vi.stubEnv('MATRIX', '');
    vi.stubEnv('SAMPLE_SEED', 'one');
    const drawn = (): number[] =>
      hundred.filter((item) => isSampled(`item ${String(item)}`, 1 / 3));
    const first = drawn();
    expect(first.length).toBeGreaterThan(20);
    expect(first.length).toBeLessThan(47);
    expect(drawn()).toEqual(first);
    vi.stubEnv('SAMPLE_SEED', 'two');
    expect(drawn()).not.toEqual(first);
    vi.stubEnv('MATRIX', 'all');
    expect(drawn()).toEqual(hundred);
  });
});
