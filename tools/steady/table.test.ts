import { expect, test } from 'vitest';

import type { Round, RoundFailure } from './rounds.ts';
import { isSteady, steadyTable } from './table.ts';

function round(number: number, failures: RoundFailure[] = [], problems: string[] = []): Round {
  const isLoaded = number % 2 === 0;
  return { number, seed: `9${number}`, isLoaded, seconds: 61.25, passed: 5, failures, problems };
}

const list = (message: string): RoundFailure => ({ name: 'a.spec.ts:7 list', message });
const jobs: RoundFailure = { name: 'b.spec.ts:3 jobs', message: 'Error: none' };

test('the table says which test failed in which rounds, and what it said first', () => {
  const rounds = [
    round(1),
    round(2, [jobs, list('Error: late')]),
    round(3, [list('Error: other')]),
    round(4, [list('Error: late')], ['1 tests were not run.']),
  ];
  expect(steadyTable(rounds).split('\n')).toEqual([
    'round  load  duration  passed  failed  seed',
    '1      no    61.3 s    5       0       91',
    '2      yes   61.3 s    5       2       92',
    '3      no    61.3 s    5       1       93',
    '4      yes   61.3 s    5       1       94',
    '',
    'without load  with load  test that failed in these rounds  first line of what it said',
    '3             2, 4       a.spec.ts:7 list                  Error: late',
    '-             2          b.spec.ts:3 jobs                  Error: none',
    'round 4: 1 tests were not run.',
  ]);
});

test('rounds are steady when nothing failed in any', () => {
  expect(steadyTable([round(1)])).toContain('No test failed.');
  expect(isSteady([round(1), round(2)])).toBe(true);
  expect(isSteady([round(1), round(2, [jobs])])).toBe(false);
  expect(isSteady([round(1, [], ['It took too long and was ended.'])])).toBe(false);
});
