import { describe, expect, test } from 'vitest';

import { percentile, spreadText } from './stats.ts';

describe('statistics of runs', () => {
  test('a percentile is one of the numbers, the nearest above its share', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.5)).toBe(7);
  });

  test('no numbers have no percentile', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('runs are told as smallest, middle and largest', () => {
    expect(spreadText([3, 1, 2, 5, 4], 'ms')).toBe('1.0 / 3.0 / 5.0 ms');
  });
});
