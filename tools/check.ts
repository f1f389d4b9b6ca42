/**
 * `npm run check`: format, lint, types, and the unit tests that import what has changed since main, in
 * less than a minute. The first failure ends it and is printed at once; `npm test` is the proof.
 */
import { spawnSync } from 'node:child_process';

import { createVitest, type Reporter } from 'vitest/node';

import { commandFile, endWith, root, runNode, stopOnSignal } from './program.ts';

/** Unit tests end here, whatever is left: a change of the foundation is for `npm test`. */
const LIMIT_MS = 55_000;

const isCommit = (name: string): boolean =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd: root })
    .status === 0;

function seconds(): string {
  return `${(performance.now() / 1000).toFixed(0)} s`;
}

async function check(name: string, file: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runNode(file, args);
  if (code !== 0) endWith(`${output.trimEnd()}\n\nFAIL ${name} (${seconds()})`);
  console.log(`ok   ${name} (${seconds()})`);
}

/** Runs the tests of what has changed, as far as the time goes. */
async function unitTests(base: string | undefined): Promise<void> {
  let files = 0;
  let done = 0;
  let isOver = false;
  const counted: Reporter = {
    onTestRunStart: (specifications) => {
      files = specifications.length;
    },
    onTestModuleEnd: () => {
      if (!isOver) done += 1;
    },
  };
  const vitest = await createVitest({
    root,
    watch: false,
    // Without a main branch: what isn't committed.
    changed: base ?? true,
    bail: 1,
    passWithNoTests: true,
    reporters: ['dot', counted],
  });
  const timer = setTimeout(() => {
    isOver = true;
    void vitest.cancelCurrentRun('keyboard-input');
  }, LIMIT_MS - performance.now());
  const { unhandledErrors } = await vitest.start();
  clearTimeout(timer);
  const isGood = vitest.state.getCountOfFailedTests() === 0 && unhandledErrors.length === 0;
  await vitest.close();
  const what = `unit tests of what changed since ${base ?? 'the last commit'}`;
  if (!isGood) endWith(`FAIL ${what} (${seconds()})`);
  console.log(`ok   ${what}: ${done} of ${files} files (${seconds()})`);
  if (done < files)
    console.log(
      `     The time was over; npm run unit -- --changed ${base ?? ''} runs all of them.`,
    );
}

stopOnSignal();
await Promise.all([
  check('format', commandFile('oxfmt'), ['--check']),
  check('lint', commandFile('oxlint'), [
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
  ]),
  check('types', commandFile('typescript', 'tsc'), []),
]);
await unitTests(['origin/main', 'main'].find(isCommit));
process.exit(0);
