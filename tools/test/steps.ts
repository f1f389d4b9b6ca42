import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { commandFile, exists, root, runNode } from '../program.ts';
import { ensureBrowser } from './browser.ts';
import { playHere, playTwice } from './browser-tests.ts';
import { browserStep } from './durations.ts';
import { readReport } from './json.ts';
import { playwrightTally } from './playwright-report.ts';
import type { Step } from './schedule.ts';
import { judged, oneFailed, onePassed, type Tally } from './tally.ts';
import { vitestTally } from './vitest-report.ts';

/** A program that is good when it ends with 0; counts as one test. */
function check(
  name: string,
  file: () => string,
  args: readonly string[] = [],
  rest: Pick<Step, 'needs' | 'alone'> = {},
): Step {
  return {
    name,
    ...rest,
    async run() {
      const { code, output } = await runNode(file(), args);
      return { tally: code === 0 ? onePassed : oneFailed(`It ended with code ${code}.`), output };
    },
  };
}

interface Suite {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly report: string;
  readonly count: (report: unknown) => Tally;
}

/** A program that runs tests and writes a report; the report of an earlier run never counts. */
function suite(
  { name, file, args, report, count }: Suite,
  rest: Pick<Step, 'needs' | 'alone'> = {},
): Step {
  return {
    name,
    ...rest,
    async run() {
      rmSync(join(root, report), { force: true });
      const { code, output } = await runNode(file, args);
      return { tally: judged(count(readReport(join(root, report))), code), output };
    },
  };
}

function filesBelow(folder: string, ending: string): string[] {
  if (!exists(folder)) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending));
}

function unitTests(): Step {
  const files = (): string[] =>
    ['src', 'tools'].flatMap((folder) =>
      filesBelow(folder, '.test.ts')
        .map((file) => `${folder}/${file}`)
        // The matrix runs them, where there is a Firefox.
        .filter((file) => !file.startsWith('tools/firefox/')),
    );
  return suite({
    name: 'unit tests',
    file: commandFile('vitest'),
    args: ['run', '--reporter=default', '--reporter=json'],
    report: '.cache/vitest.json',
    count: (report) => vitestTally(report, files()),
  });
}

function browserTests(): Step {
  return {
    name: browserStep,
    needs: ['browser', 'build demo'],
    alone: true,
    run: async () => {
      const files = filesBelow('e2e', '.spec.ts').filter((file) => !file.startsWith('live/'));
      return playTwice(await playHere(), files);
    },
  };
}

/** The specs of the live build. */
function liveTests(): Step {
  return {
    name: 'live browser tests',
    needs: ['browser', 'build demo'],
    alone: true,
    run: async () => {
      const { report, code, output } = await (await playHere('live'))();
      const counted = playwrightTally(report, filesBelow('e2e/live', '.spec.ts'));
      return { tally: judged(counted, code), output };
    },
  };
}

const lintArgs = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'];

const builds = { needs: ['build demo', 'build live'] };

/** Everything `npm test` does, longest first: they are started in this order. */
export function allSteps(): Step[] {
  return [
    unitTests(),
    check('build demo', () => commandFile('vite'), ['build', '--mode', 'demo']),
    check('build live', () => commandFile('vite'), ['build']),
    check('lint', () => commandFile('oxlint'), lintArgs),
    check('types', () => commandFile('typescript', 'tsc')),
    check('format', () => commandFile('oxfmt'), ['--check']),
    check('dead code', () => commandFile('knip')),
    check('dead code of the product', () => commandFile('knip'), ['--production']),
    { name: 'browser', run: ensureBrowser },
    check('sizes', () => join(root, 'tools/size.ts'), [], builds),
    check('what is shipped', () => join(root, 'tools/shipped.ts'), [], builds),
    check('speed of the rules', () => join(root, 'tools/rules-speed.ts'), [], { alone: true }),
    browserTests(),
    liveTests(),
  ];
}
