import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  forgetRounds,
  isLoaded,
  openRounds,
  type Round,
  storedRounds,
  storeRound,
} from './rounds.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'steady-')), 'key');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

const round = (number: number): Round => ({
  number,
  seed: '12',
  isLoaded: isLoaded(number),
  seconds: 300.5,
  passed: 500,
  failures: [{ name: 'a.spec.ts:7 list', message: 'Error: not seen' }],
  problems: ['It took too long and was ended.'],
});

describe('rounds', () => {
  test('are kept until a second call, which goes on after them', () => {
    expect(openRounds(4, storedRounds(folder))).toEqual([1, 2, 3, 4]);
    for (const number of [10, 2, 1]) storeRound(folder, round(number));
    expect(storedRounds(folder)).toEqual([round(1), round(2), round(10)]);
    expect(openRounds(4, storedRounds(folder))).toEqual([3, 4]);
  });

  test('that were written half are played again', () => {
    storeRound(folder, round(1));
    writeFileSync(join(folder, 'round-2.json'), '{ "number": 2, "se');
    expect(openRounds(2, storedRounds(folder))).toEqual([2]);
  });

  test('are forgotten on demand', () => {
    storeRound(folder, round(1));
    forgetRounds(folder);
    expect(storedRounds(folder)).toEqual([]);
  });

  test('are played beside a load half of the time', () => {
    expect(openRounds(10, []).filter(isLoaded)).toHaveLength(5);
  });
});
