import { existsSync } from 'node:fs';

import { chromium } from 'playwright/test';

import { chromiumPath } from '../chromium.ts';
import { commandFile, run, runNode } from '../program.ts';
import type { Outcome } from './schedule.ts';
import { oneFailed, onePassed } from './tally.ts';

/** Looks for the system's browser, or Playwright's own download; the steps after use what it found. */
function isPresent(): boolean {
  const found = chromiumPath();
  if (found !== undefined) process.env['CHROMIUM_PATH'] = found;
  return found !== undefined || existsSync(chromium.executablePath());
}

/** Installs Chromium with the system's package manager; needs Debian's, and root or sudo. */
async function installFromSystem(): Promise<string> {
  if (process.platform !== 'linux') return 'No package manager is known for this system.';
  const isRoot = process.getuid?.() === 0;
  const asRoot = async (...command: string[]): Promise<string> => {
    const [program = '', ...args] = isRoot ? command : ['sudo', '-n', ...command];
    return (await run(program, args, { DEBIAN_FRONTEND: 'noninteractive' })).output;
  };
  const updated = await asRoot('apt-get', 'update');
  return updated + (await asRoot('apt-get', 'install', '-y', 'chromium'));
}

/**
 * Makes sure that there is a Chromium: the system's, else Playwright's own download, else the
 * system's package manager. Downloads nothing when there is one.
 */
export async function ensureBrowser(): Promise<Outcome> {
  if (isPresent()) return { tally: onePassed, output: '' };
  const downloaded = await runNode(commandFile('playwright'), ['install', 'chromium']);
  if (isPresent()) return { tally: onePassed, output: downloaded.output };
  const output = `${downloaded.output}\n${await installFromSystem()}`;
  if (isPresent()) return { tally: onePassed, output };
  return { tally: oneFailed('No Chromium was found or could be installed.'), output };
}
