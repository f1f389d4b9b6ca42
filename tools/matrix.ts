/**
 * `npm run matrix`: the cross products that `npm test` leaves out, of unit tests every combination, and a
 * smoke in the system's Firefox where there is one. Its last line is the sum, like that of `npm test`.
 */
import { join } from 'node:path';

import { firefoxPath, namedFirefoxProblem } from './chromium.ts';
import { commandFile, root, stopOnSignal } from './program.ts';
import { ensureBrowser } from './test/browser.ts';
import { freePort } from './test/server.ts';
import { Run } from './test/steps.ts';

const BUDGET_MINUTES = 40;
const reporter = (name: string): readonly string[] => [
  '--reporter',
  join(root, 'tools/test', `${name}-reporter.ts`),
];

stopOnSignal();
const run = new Run();
await run.checks([{ name: 'browser', run: ensureBrowser }]);
await run.suite({
  name: 'unit tests',
  file: commandFile('vitest'),
  args: ['run', '--project', 'unit', ...reporter('unit')],
  env: { MATRIX: 'all' },
  limitMinutes: 8,
});
for (const mode of ['demo', 'live'])
  await run.suite({
    name: `${mode} browser tests`,
    file: commandFile('playwright'),
    // Screenshots of `npm test` before it stay.
    args: ['test', '--grep', '@matrix', ...reporter('browser'), '--output', `test-results/${mode}`],
    env: { E2E_MODE: mode, ...(await freePort()) },
    limitMinutes: 35,
    needs: ['browser'],
  });
const problem = namedFirefoxProblem();
if (problem !== undefined)
  await run.checks([{ name: 'Firefox', run: async () => ({ code: 1, output: problem }) }]);
else if (firefoxPath() === undefined)
  console.log(
    '--   tests in Firefox: not run. This machine has no Firefox: apt-get install firefox-esr, or set FIREFOX_PATH.',
  );
else
  await run.suite({
    name: 'tests in Firefox',
    file: commandFile('vitest'),
    args: ['run', '--project', 'firefox', ...reporter('unit')],
    env: await freePort(),
    limitMinutes: 5,
  });
run.end('Not in this run: what npm test runs', BUDGET_MINUTES);
