import { freshness } from '../freshness.ts';
import { commandFile, runNode } from '../program.ts';

/** What browser tests are run against, and where it is served. */
export interface TestedDemo {
  /** Which build: the demo, or the demo with the toy datasource. */
  readonly mode: 'demo' | 'toy';
  readonly folder: string;
  readonly port: number;
  /** Whether the folder was named by hand: then it is never written to. */
  readonly isNamed: boolean;
}

/**
 * `E2E_BUILD` and `E2E_PORT`: two runs beside each other need two of each. `E2E_MODE=toy` tests the toy
 * build, by the specs in `e2e/toy` alone.
 */
export function testedDemo(env: Readonly<Record<string, string | undefined>>): TestedDemo {
  const named = env['E2E_BUILD'] ?? '';
  const mode = env['E2E_MODE'] === 'toy' ? 'toy' : 'demo';
  return {
    mode,
    folder: named === '' ? `dist-${mode}` : named,
    port: Number(env['E2E_PORT'] ?? '4199'),
    isNamed: named !== '',
  };
}

/** What `bringUpToDate` needs of the machine. */
export interface Workshop {
  freshness: typeof freshness;
  /** Builds the demo; gives what it printed when that failed. */
  build(folder: string, mode: TestedDemo['mode']): Promise<string | undefined>;
  say(line: string): void;
}

/** Builds the demo into a folder; gives what was printed when that failed. */
export async function buildDemo(
  folder: string,
  mode: TestedDemo['mode'] = 'demo',
): Promise<string | undefined> {
  const args = ['build', '--mode', mode, '--outDir', folder, '--emptyOutDir'];
  const { code, output } = await runNode(commandFile('vite'), args);
  return code === 0 ? undefined : output;
}

const here: Workshop = { freshness, build: buildDemo, say: console.log };

/**
 * Builds the demo when it is missing or older than its sources. A folder that was named by hand is
 * tested as it is: refused when it is missing, and said to be old when it is.
 */
export async function bringUpToDate(demo: TestedDemo, workshop: Workshop = here): Promise<void> {
  const { folder, isNamed, mode } = demo;
  const state = workshop.freshness(folder);
  if (isNamed && state === 'missing')
    throw new Error(`E2E_BUILD names ${folder}, where there is no build.`);
  if (isNamed && state === 'stale')
    workshop.say(`The build in ${folder} is older than its sources; it is tested as it is.`);
  if (isNamed || state === 'fresh') return;
  workshop.say(`Building the demo, because ${folder} is ${state} ...`);
  const problem = await workshop.build(folder, mode);
  if (problem !== undefined) throw new Error(`The demo could not be built.\n${problem}`);
}
