import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { CLIENT_ID, HOME_TENANT } from '../entra/directory.ts';
import { commandFile, root, runNode } from '../program.ts';
import { baseOf } from '../vite/deployment.ts';

/** What browser tests are run against, and where it is served. */
export interface TestedBuild {
  /** Which build: the demo, or the live one, signed in by a faked Entra. */
  readonly mode: 'demo' | 'live';
  readonly folder: string;
  /** Of the live build's tests each has a port of its own. */
  readonly port: number;
  /** Where on its host it is served; the root where it isn't named. */
  readonly base?: string;
  /** Whether the folder was named by hand: then it is never written to. */
  readonly isNamed: boolean;
}

/** The live build that `npm run build` makes is registered nowhere, or with a real Entra. */
const folders = { demo: 'dist-demo', live: 'dist-live' } as const;

/**
 * `E2E_BUILD` and `E2E_PORT`: two runs beside each other need two of each. `E2E_MODE`: `live` tests
 * that build, by the specs in `e2e/live` alone.
 */
export function testedBuild(env: Readonly<Record<string, string | undefined>>): TestedBuild {
  const named = env['E2E_BUILD'] ?? '';
  const mode = modeIn(env['E2E_MODE']);
  return {
    mode,
    folder: named === '' ? folders[mode] : named,
    port: Number(env['E2E_PORT'] ?? '4199'),
    isNamed: named !== '',
  };
}

const modeIn = (text: string | undefined): TestedBuild['mode'] => (text === 'live' ? text : 'demo');

/** What a build is made from, tests and what they share aside. */
const sources = [
  'src',
  'public',
  'index.html',
  'redirect.html',
  'vite.config.ts',
  'package-lock.json',
  'tools/csp.ts',
  'tools/vite',
];

/** A file of tests alone is no source: a build has nothing of it. */
const TEST_FILE = /(?:\.(?:test|type-test)\.tsx?|(?:^|[\\/])testing[^\\/]*\.tsx?)$/;

/**
 * Latest change below a path, in epoch milliseconds; 0 when there is nothing. Folders count with
 * their own time, so that a deleted file is a change too.
 */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: false })
    .filter((name) => !TEST_FILE.test(name))
    .reduce(
      (latest, name) =>
        Math.max(latest, statSync(join(path, name), { throwIfNoEntry: false })?.mtimeMs ?? 0),
      found.mtimeMs,
    );
}

type Freshness = 'fresh' | 'stale' | 'missing';

/** Whether the build in `folder` is there, for its place on a host, and whether a source of the project changed since. */
export function freshness(folder: string, project: string = root, base = '/'): Freshness {
  const page = join(resolve(project, folder), 'index.html');
  const built = changedAt(page);
  if (built === 0) return 'missing';
  if (baseOf(readFileSync(page, 'utf8')) !== base) return 'stale';
  const isOlder = (source: string): boolean => changedAt(join(project, source)) < built;
  return sources.every(isOlder) ? 'fresh' : 'stale';
}

/** Why a build is made. */
const REASONS = {
  missing: 'there is none yet',
  stale: 'its sources, or its path, have changed',
} as const;

/** What `bringUpToDate` needs of the machine. */
export interface Workshop {
  freshness: typeof freshness;
  /** Makes a build; gives what was printed when that failed. */
  build(folder: string, mode: TestedBuild['mode'], base?: string): Promise<string | undefined>;
  say(line: string): void;
}

/** The faked Entra knows the live build by this registration. */
const registration = { VITE_CLIENT_ID: CLIENT_ID, VITE_TENANT_ID: HOME_TENANT };

/** Builds into a folder; gives what was printed when that failed. */
async function makeBuild(
  folder: string,
  mode: TestedBuild['mode'] = 'demo',
  base = '/',
): Promise<string | undefined> {
  const isLive = mode === 'live';
  const kind = isLive ? [] : ['--mode', mode];
  const args = ['build', ...kind, '--base', base, '--outDir', folder, '--emptyOutDir'];
  // A test that builds would hand on its own mode, which draws for developers.
  const env = { NODE_ENV: 'production', ...(isLive && registration) };
  const { code, output } = await runNode(commandFile('vite'), args, env);
  return code === 0 ? undefined : output;
}

const here: Workshop = { freshness, build: makeBuild, say: console.log };

/**
 * Builds what is tested when it is missing or older than its sources. A folder that was named by hand is
 * tested as it is: refused when it is missing, and said to be old when it is.
 */
export async function bringUpToDate(demo: TestedBuild, workshop: Workshop = here): Promise<void> {
  const { folder, isNamed, mode, base } = demo;
  const state = workshop.freshness(folder, root, base);
  if (isNamed && state === 'missing')
    throw new Error(`E2E_BUILD names ${folder}, where there is no build.`);
  if (isNamed && state === 'stale')
    workshop.say(`The build in ${folder} is older than its sources; it is tested as it is.`);
  if (isNamed || state === 'fresh') return;
  workshop.say(`Building ${folder} (${REASONS[state]}) ...`);
  const problem = await workshop.build(folder, mode, base);
  if (problem !== undefined) throw new Error(`The ${mode} build could not be made.\n${problem}`);
}
