import { describe, expect, test } from 'vitest';

import { playwrightReport } from '../test/testing-reports.ts';
import { roundOf } from './play.ts';

const stage = { number: 3, seed: '77', isLoaded: false };
const ended = { code: 0, isOverdue: false, seconds: 12 };
const good = { title: 'good' };

describe('a round', () => {
  test('in which all passed has nothing to say', () => {
    const round = roundOf(stage, playwrightReport([good]), ended);
    expect(round).toEqual({ ...stage, seconds: 12, passed: 1, failures: [], problems: [] });
  });

  test('does not miss what its sample leaves out', () => {
    const leftOut = { title: 'b', status: 'skipped', mark: 'not-in-sample' } as const;
    expect(roundOf(stage, playwrightReport([good, leftOut]), ended).problems).toEqual([]);
  });

  test('names each test that failed with the first line of what it said', () => {
    const message = '\u001B[31mError\u001B[39m: late\nat step';
    const report = playwrightReport([good, { title: 'list', status: 'unexpected', message }]);
    expect(roundOf(stage, report, { ...ended, code: 1 })).toMatchObject({
      failures: [{ name: 'a.spec.ts:7 list', message: 'Error: late' }],
      problems: [],
    });
  });

  const broken: [string, unknown, Partial<typeof ended>, string][] = [
    ['was ended', undefined, { code: 1, isOverdue: true }, 'It took too long and was ended.'],
    ['crashed', playwrightReport([good]), { code: 3 }, 'It ended with code 3, but no test failed.'],
    [
      'broke off',
      playwrightReport([good], ['Error: no port\n at x']),
      { code: 1 },
      'Error: no port',
    ],
    [
      'left tests out',
      playwrightReport([good, { title: 'b', status: 'skipped' }]),
      {},
      '1 tests were not run.',
    ],
  ];
  test.each(broken)('that %s has a problem', (_how, report, more, problem) => {
    expect(roundOf(stage, report, { ...ended, ...more }).problems).toEqual([problem]);
  });
});
