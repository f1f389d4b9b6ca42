import { existsSync } from 'node:fs';

import { chromium } from 'playwright/test';

import { chromiumPath, headlessShellPath, namedBrowserProblem, NO_CHROMIUM } from '../chromium.ts';
import { commandFile, run, runNode } from '../program.ts';
import type { Checked } from './steps.ts';

/** What is done to a machine until it has a browser; each installing gives what it printed. */
export interface Installing {
  isNamed(): boolean;
  /** What is wrong with the browser that was named by hand. */
  namedProblem(): string | undefined;
  hasShell(): boolean;
  hasFull(): boolean;
  hasDownload(): boolean;
  fromSystem(packageName: string): Promise<string>;
  download(): Promise<string>;
}

/** An installer that waits for a network that is not there must not hold everything up. */
const limitMs = 5 * 60_000;

const here: Installing = {
  namedProblem: namedBrowserProblem,
  isNamed: () => (process.env['CHROMIUM_PATH'] ?? '') !== '',
  hasShell: () => headlessShellPath() !== undefined,
  hasFull: () => chromiumPath() !== undefined,
  hasDownload: () => existsSync(chromium.executablePath()),
  // Debian's package manager; needs root, or sudo without a password. A fresh machine has no list of packages yet.
  fromSystem: async (name) => {
    const script = `apt-get install -y ${name} || { apt-get update && apt-get install -y ${name}; }`;
    const args = process.getuid?.() === 0 ? ['-c', script] : ['-c', `sudo -n sh -c '${script}'`];
    return (await run('sh', args, { DEBIAN_FRONTEND: 'noninteractive' }, { limitMs })).output;
  },
  download: async () =>
    (await runNode(commandFile('playwright'), ['install', 'chromium'], {}, { limitMs })).output,
};

const slower =
  "Chromium's headless shell is missing and could not be installed: the tests use the full browser, which is slower.";

/**
 * Makes sure that there is a browser to test with: the one that was named, else the system's headless
 * shell, installed where that is possible, else its full Chromium, else Playwright's own download.
 */
export async function ensureBrowser(machine: Installing = here): Promise<Checked> {
  if (machine.isNamed()) {
    const problem = machine.namedProblem();
    return problem === undefined ? { code: 0, output: '' } : { code: 1, output: problem };
  }
  let output = machine.hasShell() ? '' : await machine.fromSystem('chromium-headless-shell');
  if (machine.hasShell()) return { code: 0, output };
  if (machine.hasFull()) return { code: 0, output, note: slower };
  // Playwright's own includes a headless shell.
  if (!machine.hasDownload()) output += `\n${await machine.download()}`;
  if (machine.hasDownload()) return { code: 0, output };
  output += `\n${await machine.fromSystem('chromium')}`;
  if (machine.hasFull()) return { code: 0, output, note: slower };
  return { code: 1, output: `${output}\n${NO_CHROMIUM}` };
}
