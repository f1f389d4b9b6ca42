import { expect, test } from 'vitest';

import { judged, onePassed, type Tally } from '../test/tally.ts';
import { browserTally } from './parts.ts';
import { isEmpty, reportLines } from './report.ts';

const spec = (status: string) => ({
  suites: [
    {
      specs: [
        { title: 'one', file: 'a.spec.ts', line: 1, tests: [{ status, projectName: 'chromium' }] },
      ],
    },
  ],
  config: { projects: [{ name: 'chromium' }] },
});
const lines = (tally: Tally, output = '') =>
  reportLines({ name: 'browser tests', tally, seconds: 12.34, output });

test('a part is told in a line with its numbers and its time', () => {
  expect(lines(onePassed, 'chatter')).toEqual([
    'ok   browser tests          12.3 s   1 passed, 0 failed, 0 skipped',
  ]);
  expect(browserTally(spec('expected'))).toMatchObject({ passed: 1, failed: 0, problems: [] });
});

test('a test that failed is named, and what the program printed is left out', () => {
  const said = lines(browserTally(spec('unexpected')), 'chatter').join('\n');
  expect(said).toContain('FAIL browser tests');
  expect(said).toContain('a.spec.ts:1 one');
  expect(said).not.toContain('chatter');
});

test('that no browser test is a matrix is told, and no failure', () => {
  const none = browserTally({ suites: [], errors: [], config: { projects: [] } });
  expect(isEmpty(none)).toBe(true);
  expect(lines(none)).toEqual([
    'ok   browser tests          12.3 s   0 passed, 0 failed, 0 skipped',
    '       No browser test has the tag @matrix.',
  ]);
});

test('a run without a report, and one that broke off, is a failure with what was printed', () => {
  const lost = judged(browserTally(undefined), 1);
  expect(isEmpty(lost)).toBe(false);
  expect(lines(lost, 'the reason').join('\n')).toMatch(/FAIL .*\n[^]*\| the reason/);
  const broken = browserTally({ suites: [], errors: [{ message: 'no browser' }] });
  expect(judged(broken, 1)).toMatchObject({ failed: 1, problems: ['no browser'] });
});
