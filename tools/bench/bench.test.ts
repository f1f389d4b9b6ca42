import { spawnSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { root } from '../program.ts';
import { chosenParts } from './choice.ts';
import { besideBudget, percentile, spreadText, timeLines, timesAsLong } from './figures.ts';

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

  test('how many times as long one takes is the median of the pairs', () => {
    expect(timesAsLong([10, 30, 20], [10, 10, 10])).toBe(2);
    expect(timesAsLong([10], [])).toBeNaN();
  });

  test('describes runs as smallest, middle and largest', () => {
    expect(spreadText([3, 1, 2, 5, 4], 'ms')).toBe('1.0 / 3.0 / 5.0 ms');
  });
});

describe('a figure beside its budget', () => {
  test('meets it up to the budget itself', () => {
    expect(besideBudget(32, 32, 'ms')).toBe('budget 32 ms: met');
    expect(besideBudget(32.1, 32, 'ms')).toBe('budget 32 ms: NOT MET');
  });

  test('that was not measured has not met it', () => {
    expect(besideBudget(Number.NaN, 32, 'ms')).toBe('budget 32 ms: NOT MET');
  });
});

describe('times of keys', () => {
  const keys = [...Array.from({ length: 97 }, () => 20), 60, 70, 400];

  test('are described by their median, 95th percentile and slowest, which differ', () => {
    expect(timeLines(keys, { median: 32, p95: 50 })).toEqual([
      '  median       20.0 ms   budget 32 ms: met',
      '  p95          20.0 ms   budget 50 ms: met',
      '  slowest     400.0 ms',
    ]);
    const slower = timeLines([...keys, 80, 90, 100], { median: 32, p95: 50 });
    expect(slower[1]).toBe('  p95          60.0 ms   budget 50 ms: NOT MET');
  });

  test('have no 95th percentile where that is the slowest of all', () => {
    expect(timeLines(keys.slice(-19), { p95: 50 })).toHaveLength(2);
    expect(timeLines(keys.slice(-20), { p95: 50 })[1]).toContain('p95          70.0 ms');
  });

  test('of nothing measured meet no budget', () => {
    expect(timeLines([], { median: 32 })[0]).toContain('NOT MET');
  });
});

const all = ['pages', 'wizard', 'list'] as const;

test('without a name all parts are run', () => {
  expect(chosenParts([], all)).toEqual({ names: all, problem: null });
});

test('named parts are run once each, in their own order', () => {
  expect(chosenParts(['list', 'pages', 'list'], all).names).toEqual(['pages', 'list']);
});

test('an unknown name is a sentence with the names that there are', () => {
  expect(chosenParts(['pages', 'wizzard'], all)).toEqual({
    names: null,
    problem: 'There is no part "wizzard" of the benchmark: use pages, wizard or list.',
  });
});

test('the command refuses an unknown name with that sentence and code 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bench.ts', 'wizzard'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'There is no part "wizzard" of the benchmark: use pages, memory, sizes, rules, first, steps, wizard, list or soak.\n',
  });
});
