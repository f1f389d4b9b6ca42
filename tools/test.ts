/**
 * `npm test`: every check, then the unit tests and the fixed set of browser tests. Its last line is the
 * sum over all of them; a check counts as one test.
 */
import { join } from 'node:path';

import { commandFile, root, runNode, stopOnSignal } from './program.ts';
import { ensureBrowser } from './test/browser.ts';
import { freePort } from './test/server.ts';
import { type Check, Run, type Suite } from './test/steps.ts';

/** Two cores without other load should need no more. Machines differ, so it fails nothing. */
const BUDGET_MINUTES = 12;

const check = (name: string, file: () => string, args: readonly string[] = []): Check => ({
  name,
  run: () => runNode(file(), args),
});

const unitReporter = ['--reporter', join(root, 'tools/test/unit-reporter.ts')];
const playwright = ['test', '--grep-invert', '@matrix', '--reporter'];
const suites: readonly Suite[] = [
  {
    name: 'unit tests',
    file: commandFile('vitest'),
    args: ['run', '--project', 'unit', ...unitReporter],
    limitMinutes: 10,
  },
  {
    name: 'component tests',
    file: commandFile('vitest'),
    args: ['run', '--project', 'components', ...unitReporter],
    limitMinutes: 5,
    needs: ['browser'],
  },
  {
    name: 'browser tests',
    file: commandFile('playwright'),
    args: [...playwright, join(root, 'tools/test/browser-reporter.ts')],
    limitMinutes: 20,
    needs: ['browser', 'build demo'],
  },
  {
    name: 'live browser tests',
    file: commandFile('playwright'),
    args: [
      ...playwright,
      join(root, 'tools/test/browser-reporter.ts'),
      '--output',
      'test-results/live',
    ],
    env: { E2E_MODE: 'live' },
    limitMinutes: 10,
    needs: ['browser', 'build live'],
  },
];

/** How many browser tests `npm run matrix` has. */
let matrixTests = 0;
async function countMatrix(): Promise<{ code: number; output: string }> {
  for (const mode of ['demo', 'live']) {
    const args = ['test', '--grep', '@matrix', '--list', '--pass-with-no-tests'];
    const { code, output } = await runNode(commandFile('playwright'), args, { E2E_MODE: mode });
    if (code !== 0) return { code, output };
    matrixTests += Number(/^Total: (\d+) tests?/m.exec(output)?.[1] ?? '0');
  }
  return { code: 0, output: '' };
}

stopOnSignal();
const run = new Run();
await run.checks([
  check('build demo', () => commandFile('vite'), ['build', '--mode', 'demo']),
  check('build live', () => commandFile('vite'), ['build']),
  check('lint', () => commandFile('oxlint'), [
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
  ]),
  check('types', () => commandFile('typescript', 'tsc')),
  check('format', () => commandFile('oxfmt'), ['--check']),
  check('dead code', () => commandFile('knip')),
  check('dead code of the product', () => commandFile('knip'), ['--production']),
  { name: 'browser', run: ensureBrowser },
  { name: 'list of the matrix', run: countMatrix },
]);
// Of the builds that are there now; and the rules' speed is measured alone.
await run.checks([
  check('sizes', () => join(root, 'tools/size.ts')),
  check('what is shipped', () => join(root, 'tools/shipped.ts')),
]);
await run.checks([check('speed of the rules', () => join(root, 'tools/rules-speed.ts'))]);
for (const suite of suites)
  await run.suite({ ...suite, env: { ...suite.env, ...(await freePort()) } });
run.end(`Not in this run: ${matrixTests} browser tests of npm run matrix`, BUDGET_MINUTES);
