import { describe, expect, test } from 'vitest';

import { playwrightTally } from './playwright-report.ts';
import { judged, onePassed, oneFailed, type StepResult, summary, type Tally } from './tally.ts';
import { vitestTally } from './vitest-report.ts';

const step = (tally: Tally): StepResult => ({ name: 'step', tally, seconds: 0, output: '' });
const codeOf = (...tallies: Tally[]): number => summary(tallies.map(step)).code;

const vitestReport = (...states: string[]) => ({
  testResults: [
    { name: '/home/src/a.test.ts', assertionResults: states.map((status) => ({ status })) },
  ],
});

const playwrightReport = (...states: string[]) => ({
  config: { projects: [{ name: 'chromium' }] },
  errors: [],
  suites: [
    {
      specs: [],
      suites: [
        {
          specs: states.map((status) => ({
            file: 'a.spec.ts',
            tests: [{ projectName: 'chromium', status }],
          })),
        },
      ],
    },
  ],
});

describe('the last line of npm test', () => {
  test('adds up all steps and is good when every test passed', () => {
    const suites = [
      judged(vitestTally(vitestReport('passed', 'passed'), ['src/a.test.ts']), 0),
      judged(playwrightTally(playwrightReport('expected'), ['a.spec.ts']), 0),
      onePassed,
    ];
    expect(summary(suites.map(step))).toEqual({ line: '4 passed, 0 failed, 0 skipped', code: 0 });
  });

  test('is bad when a check failed, and when there was no step', () => {
    expect(codeOf(onePassed, oneFailed('lint'))).toBe(1);
    expect(codeOf()).toBe(1);
  });
});

describe('a unit test report', () => {
  const bad: [string, unknown][] = [
    ['with a failed test', vitestReport('passed', 'failed')],
    ['with a skipped test', vitestReport('passed', 'pending')],
    ['with a test to be written', vitestReport('passed', 'todo')],
    ['with a file without tests', vitestReport()],
    ['without any file', { testResults: [] }],
    ['that is missing', undefined],
    ['of another shape', { anything: 1 }],
  ];
  test.each(bad)('%s ends with code 1', (_name, report) => {
    expect(codeOf(onePassed, judged(vitestTally(report, []), 0))).toBe(1);
  });

  test('that lacks a test file of the disk ends with code 1', () => {
    const tally = vitestTally(vitestReport('passed'), ['src/a.test.ts', 'src/b.test.ts']);
    expect(tally.problems).toEqual(['src/b.test.ts is not in the report.']);
    expect(codeOf(judged(tally, 0))).toBe(1);
  });

  test('in which all passed does not excuse a program that failed', () => {
    expect(codeOf(judged(vitestTally(vitestReport('passed'), []), 1))).toBe(1);
  });
});

describe('a browser test report', () => {
  const bad: [string, unknown][] = [
    ['with a failed test', playwrightReport('expected', 'unexpected')],
    ['with a flaky test', playwrightReport('expected', 'flaky')],
    ['with a skipped test', playwrightReport('expected', 'skipped')],
    ['without tests', playwrightReport()],
    ['that is missing', undefined],
    ['of another shape', []],
    [
      'with an error outside of tests',
      { ...playwrightReport('expected'), errors: [{ message: 'x' }] },
    ],
  ];
  test.each(bad)('%s ends with code 1', (_name, report) => {
    expect(codeOf(onePassed, judged(playwrightTally(report, []), 0))).toBe(1);
  });

  test('does not count what this commit leaves out', () => {
    const marked = (mark: string) => ({
      config: { projects: [] },
      suites: [
        {
          specs: [
            planned('taken', 'expected', []),
            planned('left out', 'skipped', [{ type: mark }]),
          ],
        },
      ],
    });
    expect(playwrightTally(marked('not-in-sample'), [])).toMatchObject({ passed: 1, skipped: 0 });
    expect(playwrightTally(marked('skip'), [])).toMatchObject({ passed: 1, skipped: 1 });
  });

  test('in which a spec file or a project has no test ends with code 1', () => {
    const report = {
      ...playwrightReport('expected'),
      config: { projects: [{ name: 'chromium' }, { name: 'dark' }] },
    };
    const tally = playwrightTally(report, ['a.spec.ts', 'b.spec.ts']);
    expect(tally.problems).toEqual(['b.spec.ts has no test.', 'Project dark has no test.']);
    expect(codeOf(judged(tally, 0))).toBe(1);
  });
});

test('describes a failed test by its name and the first lines of its output', () => {
  const spec = {
    file: 'a.spec.ts',
    line: 7,
    title: 'the list',
    tests: [
      {
        projectName: 'chromium',
        status: 'unexpected',
        results: [{ errors: [{ message: '\u001B[31mError\u001B[39m: not seen\n\n  at step' }] }],
      },
    ],
  };
  const report = { config: {}, errors: [], suites: [{ specs: [spec], suites: [] }] };
  expect(playwrightTally(report, []).failures).toEqual([
    'a.spec.ts:7 the list\n  Error: not seen\n    at step',
  ]);
});

test('describes a failed unit test with its whole name', () => {
  const failed = { status: 'failed', fullName: 'sizes are read', failureMessages: ['1 is not 2'] };
  const report = { testResults: [{ name: '/a.test.ts', assertionResults: [failed] }] };
  expect(vitestTally(report, []).failures).toEqual(['sizes are read\n  1 is not 2']);
});

function planned(title: string, status: string, annotations: readonly { readonly type: string }[]) {
  const results = [{ errors: [], annotations }];
  return { file: 'a.spec.ts', line: 7, title, tests: [{ projectName: '', status, results }] };
}
