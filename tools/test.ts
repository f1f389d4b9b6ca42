/**
 * `npm test`: every check, then the unit tests and the fixed set of browser tests. `npm run matrix`: the cross
 * products that this set leaves out, of unit tests every combination, and a smoke in the system's Firefox where
 * there is one. The last line is the sum over all of them; a check counts as one test.
 */
import { join } from 'node:path';

import { firefoxPath, namedFirefoxProblem } from './chromium.ts';
import { git } from './git.ts';
import { answerHelp, commandFile, endWith, root, runNode, stopOnSignal } from './program.ts';
import { RACES } from './test/browser-reporter.ts';
import { ensureBrowser } from './test/browser.ts';
import { freePort } from './test/server.ts';
import { type ListedTest, listedTests, setProblems, setRows } from './test/set-list.ts';
import { type Check, Run, type Suite } from './test/steps.ts';
import type { TestedBuild } from './test/tested-build.ts';

/** Two cores without other load should need no more. Machines differ, so it fails nothing. */
const BUDGET_MINUTES = { set: 8, matrix: 37 } as const;

const check = (name: string, file: () => string, args: readonly string[] = []): Check => ({
  name,
  run: () => runNode(file(), args),
});

const browser: Check = { name: 'browser', run: ensureBrowser };

const reporter = (name: 'unit' | 'browser'): readonly string[] => [
  '--reporter',
  join(root, 'tools/test', `${name}-reporter.ts`),
];

const vitest = (
  name: string,
  project: string,
  limitMinutes: number,
  tests: readonly string[] = ['run'],
): Suite => ({
  name,
  file: commandFile('vitest'),
  args: [...tests, '--project', project, ...reporter('unit')],
  limitMinutes,
});

/** Those that run every so-manieth combination in `npm test`. */
const SPREAD = ['related', '--run', 'src/lib/testing-spread.ts'];

/** Browser tests of a build; `output` is where screenshots of failures lie. */
async function playwright(
  mode: TestedBuild['mode'],
  tests: '--grep' | '--grep-invert',
  limitMinutes: number,
  output: string,
): Promise<Suite> {
  return {
    name: mode === 'demo' ? 'browser tests' : 'live browser tests',
    file: commandFile('playwright'),
    args: ['test', tests, '@set', ...reporter('browser'), '--output', output],
    env: { E2E_MODE: mode, E2E_RETRIES: '1', ...(await freePort()) },
    limitMinutes,
    needs: ['browser'],
  };
}

/** The browser tests of the matrix run in so many parts, so that each says early what it came to. */
const PARTS = 8;

/** The parts in an order that depends on the commit: where time is short, it is not always the same ones that are left out. */
function matrixParts(all: Suite): readonly Suite[] {
  const [head = '0'] = git('rev-parse', '--short=8', 'HEAD').lines;
  const first = Number.parseInt(head, 16) % PARTS;
  return Array.from({ length: PARTS }, (_, index) => {
    const part = ((first + index) % PARTS) + 1;
    return {
      ...all,
      name: `${all.name}, part ${part}`,
      args: [...all.args, `--shard=${part}/${PARTS}`],
    };
  });
}

/** What `npm test` runs; gives the line that says what it doesn't. */
async function runSet(run: Run): Promise<string> {
  let matrixTests = 0;
  async function listSet(): Promise<{ code: number; output: string }> {
    const listed: ListedTest[] = [];
    let rows: readonly string[] = [];
    for (const mode of ['demo', 'live']) {
      const args = ['test', '--list', '--reporter', 'json'];
      const { code, output } = await runNode(commandFile('playwright'), args, { E2E_MODE: mode });
      if (code !== 0) return { code, output };
      const list: unknown = JSON.parse(output);
      rows = setRows(list);
      listed.push(...listedTests(list));
    }
    matrixTests = listed.filter(({ tags }) => !tags.includes('set')).length;
    const problems = setProblems(rows, listed, RACES);
    return { code: problems.length, output: problems.join('\n') };
  }
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
    browser,
    { name: 'list of the set', run: listSet },
  ]);
  // Of the builds that are there now; and the rules' speed is measured alone.
  await run.checks([
    check('sizes', () => join(root, 'tools/size.ts')),
    check('what is shipped', () => join(root, 'tools/shipped.ts')),
  ]);
  await run.checks([check('speed of the rules', () => join(root, 'tools/rules-speed.ts'))]);
  await run.suite(vitest('unit tests', 'unit', 10));
  await run.suite({ ...vitest('component tests', 'components', 5), needs: ['browser'] });
  const demo = await playwright('demo', '--grep', 30, 'test-results');
  await run.suite({ ...demo, needs: ['browser', 'build demo'] });
  const live = await playwright('live', '--grep', 10, 'test-results/live');
  await run.suite({ ...live, needs: ['browser', 'build live'] });
  return `Not in this run: ${matrixTests} browser tests of npm run matrix`;
}

/** What `npm run matrix` runs. No part of the browser tests starts after `minutes`; the line that it gives names those. */
async function runMatrix(run: Run, minutes: number): Promise<string> {
  const until = Date.now() + minutes * 60_000;
  await run.checks([browser]);
  const units = vitest('unit tests of tables', 'unit', 15, SPREAD);
  await run.suite({ ...units, env: { MATRIX: 'all' } });
  await run.suite(await playwright('live', '--grep-invert', 10, 'test-results/live'));
  const problem = namedFirefoxProblem();
  if (problem !== undefined)
    await run.checks([{ name: 'Firefox', run: async () => ({ code: 1, output: problem }) }]);
  else if (firefoxPath() === undefined)
    console.log(
      '--   tests in Firefox: not run. This machine has no Firefox: apt-get install firefox-esr, or set FIREFOX_PATH.',
    );
  else await run.suite({ ...vitest('tests in Firefox', 'firefox', 5), env: await freePort() });
  // Screenshots of `npm test` before it stay.
  const demo = await playwright('demo', '--grep-invert', 25, 'test-results/demo');
  const late: string[] = [];
  for (const part of matrixParts(demo)) {
    if (Date.now() < until) await run.suite(part);
    else late.push(part.name);
  }
  const left = ['what npm test runs', ...late.map((name) => `${name} (no time was left)`)];
  return `Not in this run: ${left.join(', ')}`;
}

/** As many as `--minutes` says; without it all parts run. */
function minutesWanted(): number {
  const at = process.argv.indexOf('--minutes');
  if (at === -1) return Number.POSITIVE_INFINITY;
  const minutes = Number(process.argv[at + 1]);
  if (!Number.isFinite(minutes)) endWith('--minutes needs a number.', 2);
  return minutes;
}

answerHelp(`Usage: npm test
       npm run matrix [-- --minutes N]

npm test: every check, then the unit tests and the fixed set of browser tests. npm run matrix: the
browser tests that this set leaves out, all rows of long tables of unit tests, and a few tests in
Firefox where the machine has one. After N minutes no further part of its browser tests starts; those
that were left out are named. The last line is the sum.`);
stopOnSignal();
const run = new Run();
const kind = process.argv[2] === 'matrix' ? 'matrix' : 'set';
const leftOut = await (kind === 'matrix' ? runMatrix(run, minutesWanted()) : runSet(run));
run.end(leftOut, BUDGET_MINUTES[kind]);
