/**
 * `npm run check`: format, lint, types, and the unit tests that import what has changed since main, in
 * less than a minute. The first failure ends it and is printed at once; `npm test` is the proof.
 */
import { spawnSync } from 'node:child_process';

import { createVitest, type Reporter } from 'vitest/node';

import { answerHelp, commandFile, endWith, root, runNode, stopOnSignal } from './program.ts';

/** Unit tests end here, whatever is left: a change of the foundation is for `npm test`. */
const LIMIT_MS = 55_000;
/** What they have where the rest took long, on a machine that does something else. */
const LEAST_MS = 20_000;

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
  const name = `unit tests of what changed since ${base ?? 'the last commit'}`;
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
    // Without a main branch: what isn't committed.
    changed: base ?? true,
    bail: 1,
    reporters: ['dot', counted],
  });
  const tests = await vitest.getRelevantTestSpecifications();
  const end = (): void => {
    // On a machine that is busy none may have ended: that proves nothing.
    const mark = done > 0 || tests.length === 0 ? 'ok  ' : '--  ';
    console.log(`\n${mark} ${name}: ${done} of ${tests.length} files (${seconds()})`);
    if (done < tests.length)
      console.log(
        `     Not in this run: the others, by npx vitest run --project unit --changed ${base ?? ''}`,
      );
    process.exit(0);
  };
  if (tests.length === 0) return end();
  // A failure before the end of the time is still printed: it ends the run by itself.
  const isGood = (): boolean => vitest.state.getCountOfFailedTests() === 0;
  const endInTime = (): void => (isGood() ? end() : undefined);
  setTimeout(endInTime, Math.max(LEAST_MS, LIMIT_MS - performance.now()));
  const { unhandledErrors } = await vitest.start();
  if (isGood() && unhandledErrors.length === 0) return end();
  return endWith(`FAIL ${name} (${seconds()})`);
}

answerHelp(`Usage: npm run check

Checks format, lint, types, and the unit tests that import what has changed since main, in less
than a minute. The first failure ends it.`);
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
