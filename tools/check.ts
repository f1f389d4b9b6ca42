/**
 * `npm run check`: format, lint, types, words, and as many unit tests that import what has changed since main as fit into
 * a minute. Types are checked from where the last run left them, and the lint that needs types only in changed files. The
 * first failure ends it and is printed at once. It names what it didn't run, with the commands; `npm test` is the proof.
 */
import { join } from 'node:path';

import { createVitest, type Reporter } from 'vitest/node';

import { git } from './git.ts';
import { answerHelp, commandFile, endWith, root, runNode, stopOnSignal } from './program.ts';

/** Unit tests end here, whatever is left: a change of the foundation is for `npm test`. */
const LIMIT_MS = 55_000;
/** What they have where the rest took long, on a machine that does something else. */
const LEAST_MS = 20_000;

/** How far a step came: all of it is good, a part of it is, there was nothing to do, or it ended badly. */
type Mark = 'ok' | 'part' | '--' | 'FAIL';

const COLUMN = 15;

/** One line about a step, with the time that it took itself. */
const line = (mark: Mark, name: string, began: number, more = ''): string => {
  const seconds = `${((performance.now() - began) / 1000).toFixed(0)} s`;
  return `${mark.padEnd(5)}${name.padEnd(COLUMN)}${seconds.padStart(6)}   ${more}`.trimEnd();
};

/** Files that are other ones than in a commit, or new. */
const changedFiles = (base: string): readonly string[] => [
  ...git('diff', '--name-only', '--diff-filter=d', '--relative', base).lines,
  ...git('ls-files', '--others', '--exclude-standard').lines,
];

/** What this program doesn't run: what it is, and the command that does. */
function notRun(base: string, left: number): readonly (readonly [string, string])[] {
  const specs = changedFiles(base).filter((file) => /^e2e\/[^/]+\.spec\.ts$/.test(file));
  const inBrowser = specs.length === 0 ? [] : [`npm run e2e -- ${specs.join(' ')}`];
  const inUnits = left === 0 ? [] : [`npx vitest run --project unit --changed ${base}`];
  return [
    ['lint by types, of others', 'npx oxlint --type-aware'],
    ...inUnits.map((command) => [`${left} files of unit tests`, command] as const),
    // They import nothing of what they read.
    ['tests of documents', 'npx vitest run --project unit tools/docs src/house.test.ts'],
    ['components', `npx vitest run --project components --changed ${base}`],
    ...inBrowser.map((command) => ['changed specs', command] as const),
    ['browser tests', 'npm test, or npm run e2e -- with the specs of the screens that you changed'],
  ];
}

/** Prints what ran of the unit tests and what else didn't run, and ends. */
function end(base: string, began: number, done: number, all: number): never {
  const whole = all === 0 ? '--' : 'ok';
  const mark = done === all ? whole : 'part';
  const which = `${done} of ${all} files that import what changed since ${base}`;
  const rest = notRun(base, all - done).map(([name, how]) => `  ${name.padEnd(26)}${how}`);
  console.log(`\n${line(mark, 'unit tests', began, which)}`);
  console.log(['', 'What ran is good. Not in this run:', ...rest].join('\n'));
  process.exit(0);
}

async function check(name: string, file: string, args: readonly string[]): Promise<void> {
  const began = performance.now();
  const { code, output } = await runNode(file, args);
  if (code !== 0) endWith(`${output.trimEnd()}\n\n${line('FAIL', name, began)}`);
  console.log(line('ok', name, began));
}

/** Runs the tests of what has changed, as far as the time goes. */
async function unitTests(base: string): Promise<never> {
  const began = performance.now();
  let done = 0;
  const counted: Reporter = {
    onTestModuleEnd: () => {
      done += 1;
    },
  };
  const vitest = await createVitest({
    root,
    project: ['unit'],
    watch: false,
    changed: base,
    bail: 1,
    reporters: ['dot', counted],
  });
  const { length: all } = await vitest.getRelevantTestSpecifications();
  if (all === 0) end(base, began, 0, 0);
  // A failure before the end of the time is still printed: it ends the run by itself.
  const isGood = (): boolean => vitest.state.getCountOfFailedTests() === 0;
  const endInTime = (): void => {
    if (isGood()) end(base, began, done, all);
  };
  setTimeout(endInTime, Math.max(LEAST_MS, LIMIT_MS - performance.now()));
  const { unhandledErrors } = await vitest.start();
  if (isGood() && unhandledErrors.length === 0) end(base, began, done, all);
  return endWith(line('FAIL', 'unit tests', began));
}

/** Lint without types of every file, and with them of the changed ones, which takes a minute of all. */
async function lint(base: string): Promise<void> {
  const oxlint = commandFile('oxlint');
  await check('lint', oxlint, ['--deny-warnings']);
  const changed = changedFiles(base).filter((file) => /^(?:src|e2e|tools)\/.*\.tsx?$/.test(file));
  if (changed.length === 0) return;
  await check('lint by types', oxlint, [
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
    ...changed,
  ]);
}

answerHelp(`Usage: npm run check

Checks format, lint, types, words, and the unit tests that import what has changed since main, in
about a minute. The first failure ends it; the last lines list what it leaves out.`);
if (process.argv.length > 2) endWith('npm run check has no options.', 2);
stopOnSignal();
const isCommit = (name: string): boolean =>
  git('rev-parse', '--verify', '--quiet', `${name}^{commit}`).isGood;
// Without a main branch: what isn't committed.
const base = ['origin/main', 'main'].find(isCommit) ?? 'HEAD';
await Promise.all([
  check('format', commandFile('oxfmt'), ['--check']),
  lint(base),
  check('types', commandFile('typescript', 'tsc'), [
    '--incremental',
    '--tsBuildInfoFile',
    join(root, '.cache/check.tsbuildinfo'),
  ]),
  // Of every file: their test imports nothing of what it reads, so a change doesn't choose it.
  check('words', join(root, 'tools/words.ts'), []),
]);
await unitTests(base);
