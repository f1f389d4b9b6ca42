import { existsSync } from 'node:fs';

import { chromium } from 'playwright/test';

import { chromiumPath, headlessShellPath, namedBrowserProblem, NO_CHROMIUM } from '../chromium.ts';
import { commandFile, type Ended, run, runNode } from '../program.ts';
import type { Outcome } from './schedule.ts';
import { oneFailed, onePassed } from './tally.ts';

/** What is done to a machine until it has a browser; each installing gives what it printed. */
export interface Installing {
  /** What is wrong with the browser that was named by hand. */
  namedProblem(): string | undefined;
  isNamed(): boolean;
  hasShell(): boolean;
  hasFull(): boolean;
  hasDownload(): boolean;
  fromSystem(packageName: string): Promise<string>;
  download(): Promise<string>;
}

/** An installer that waits for a network that is not there must not hold everything up. */
const installLimitMs = 5 * 60_000;

/** Installs a package with Debian's package manager; needs root, or sudo without a password. */
async function fromSystem(packageName: string): Promise<string> {
  if (process.platform !== 'linux') return 'No package manager is known for this system.';
  const aptGet = async (...args: string[]): Promise<Ended> => {
    const command = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
    const [program = '', ...rest] = [...command, ...args];
    return run(program, rest, { DEBIAN_FRONTEND: 'noninteractive' }, installLimitMs);
  };
  const install = async (): Promise<Ended> => aptGet('install', '-y', packageName);
  const first = await install();
  if (first.code === 0) return first.output;
  // A fresh machine has no list of packages yet.
  const updated = await aptGet('update');
  return `${first.output}\n${updated.output}\n${(await install()).output}`;
}

const here: Installing = {
  namedProblem: namedBrowserProblem,
  isNamed: () => (process.env['CHROMIUM_PATH'] ?? '') !== '',
  hasShell: () => headlessShellPath() !== undefined,
  hasFull: () => chromiumPath() !== undefined,
  hasDownload: () => existsSync(chromium.executablePath()),
  fromSystem,
  async download() {
    const args = ['install', 'chromium'];
    return (await runNode(commandFile('playwright'), args, {}, installLimitMs)).output;
  },
};

const slower =
  "Chromium's headless shell is missing and could not be installed: the tests use the full browser, which is slower.";

/**
 * Makes sure that there is a browser to test with: the one that was named, else the system's headless
 * shell, installed where that is possible, else its full Chromium, else Playwright's own download.
 */
export async function ensureBrowser(machine: Installing = here): Promise<Outcome> {
  if (machine.isNamed()) {
    const problem = machine.namedProblem();
    return { tally: problem === undefined ? onePassed : oneFailed(problem), output: '' };
  }
  if (machine.hasShell()) return { tally: onePassed, output: '' };
  let output = await machine.fromSystem('chromium-headless-shell');
  if (machine.hasShell()) return { tally: onePassed, output };
  if (machine.hasFull()) return { tally: { ...onePassed, notes: [slower] }, output };
  // Playwright's own includes a headless shell.
  if (!machine.hasDownload()) output += `\n${await machine.download()}`;
  if (machine.hasDownload()) return { tally: onePassed, output };
  output += `\n${await machine.fromSystem('chromium')}`;
  if (machine.hasFull()) return { tally: { ...onePassed, notes: [slower] }, output };
  return { tally: oneFailed(NO_CHROMIUM), output };
}
