import { expect, test } from 'vitest';

import { judged, onePassed, summary, type Tally } from '../test/tally.ts';
import { browserTally, withoutFirefox } from './parts.ts';
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

test('describes a part in a line with its numbers and its time', () => {
  expect(lines(onePassed, 'chatter')).toEqual([
    'ok   browser tests          12.3 s   1 passed, 0 failed, 0 skipped',
  ]);
  expect(browserTally(spec('expected'))).toMatchObject({ passed: 1, failed: 0, problems: [] });
});

test('a test that failed is named, and what the program printed is left out', () => {
  const output = lines(browserTally(spec('unexpected')), 'chatter').join('\n');
  expect(output).toContain('FAIL browser tests');
  expect(output).toContain('a.spec.ts:1 one');
  expect(output).not.toContain('chatter');
});

test('reports that no browser test is a matrix, without a failure', () => {
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

const machine = (files: readonly string[], named = '') => ({
  env: { PATH: '/opt/bin', FIREFOX_PATH: named },
  starts: (file: string) => files.includes(file),
});

test('without a Firefox its tests are a line that says so, and count as nothing', () => {
  const tally = withoutFirefox(machine([]));
  expect(tally).toBeDefined();
  const results = [tally ?? onePassed].map((one) => ({
    name: 'tests in Firefox',
    tally: one,
    seconds: 0,
    output: '',
  }));
  expect(results.flatMap(reportLines)).toEqual([
    '--   tests in Firefox      not run   This machine has no Firefox: apt-get install firefox-esr, or set FIREFOX_PATH.',
  ]);
  expect(results.filter(({ tally: one }) => !isEmpty(one))).toEqual([]);
  // Alone it would be no success, either.
  expect(summary(results)).toEqual({ line: '0 passed, 0 failed, 0 skipped', code: 1 });
});

test('with a Firefox its tests run, and one that was named must start', () => {
  expect(withoutFirefox(machine(['/opt/bin/firefox-esr']))).toBeUndefined();
  expect(withoutFirefox(machine(['/mine'], '/mine'))).toBeUndefined();
  expect(withoutFirefox(machine(['/opt/bin/firefox'], '/mine'))).toMatchObject({
    failed: 1,
    problems: ['FIREFOX_PATH names /mine, which is not a browser that starts.'],
  });
});
