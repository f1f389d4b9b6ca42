import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where browsers are looked for: handed in, so that a test can have a machine of its own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether this file is a program that starts. */
  starts(file: string): boolean;
}

/** A browser, by the names and places that it can have. */
export interface BrowserKind {
  readonly names: readonly string[];
  /** Places outside the path where such a browser installs itself. */
  readonly places: readonly string[];
}

const full: BrowserKind = {
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** Chromium without anything that draws windows: starts sooner and answers faster. */
const headlessShell: BrowserKind = {
  names: ['chromium-headless-shell'],
  places: ['/usr/bin/chromium-headless-shell', '/usr/lib/chromium/chromium-headless-shell'],
};

/** Some systems have a stand-in of that name that only says how to install the real one. */
function startsHere(file: string): boolean {
  if (!existsSync(file)) return false;
  // On Windows `--version` would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The machine that this program runs on. */
export const thisMachine: Machine = { env: process.env, starts: startsHere };

/** The first browser of a kind that starts: on the path, else at one of its places. */
export function findBrowser(
  { names, places }: BrowserKind,
  { env, starts }: Machine,
): string | undefined {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(starts);
}

function named({ env }: Machine): string | undefined {
  return env['CHROMIUM_PATH'] === '' ? undefined : env['CHROMIUM_PATH'];
}

/**
 * The full Chromium, which the benchmark measures: `CHROMIUM_PATH`, or one of the system. Undefined
 * when the machine has none; Playwright then uses its own download.
 */
export function chromiumPath(machine: Machine = thisMachine): string | undefined {
  return named(machine) ?? findBrowser(full, machine);
}

/** The system's headless shell; undefined when the machine has none. */
export function headlessShellPath(machine: Machine = thisMachine): string | undefined {
  return findBrowser(headlessShell, machine);
}

/**
 * The browser that tests drive: `CHROMIUM_PATH`, else the system's headless shell, else its full
 * Chromium. Undefined when the machine has none; Playwright then uses its own download.
 */
export function testBrowserPath(machine: Machine = thisMachine): string | undefined {
  return named(machine) ?? headlessShellPath(machine) ?? chromiumPath(machine);
}

/** What is wrong with the browser that `CHROMIUM_PATH` names; undefined when it starts or is not set. */
export function namedBrowserProblem(machine: Machine = thisMachine): string | undefined {
  const file = named(machine);
  if (file === undefined || machine.starts(file)) return undefined;
  return `CHROMIUM_PATH names ${file}, which is not a browser that starts.`;
}

/** What to do on a machine without a browser to drive. */
export const NO_CHROMIUM =
  'There is no Chromium: install one (on Debian: apt-get install chromium), or name one with CHROMIUM_PATH.';

/** What is wrong with the browser that tests drive; undefined: nothing. `hasDownload`: Playwright has its own. */
export function testBrowserProblem(
  hasDownload: boolean,
  machine: Machine = thisMachine,
): string | undefined {
  if (testBrowserPath(machine) === undefined && !hasDownload) return NO_CHROMIUM;
  return namedBrowserProblem(machine);
}

/** Only this machine answers: whatever else a page asks for is an error, never a request. */
const noOtherHost = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** What the browser that tests drive is started with. */
export const testBrowserArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  `--host-resolver-rules=${noOtherHost}`,
];

const firefox = {
  names: ['firefox', 'firefox-esr'],
  places: [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const namedFirefox = ({ env }: Machine): string | undefined =>
  env['FIREFOX_PATH'] === '' ? undefined : env['FIREFOX_PATH'];

/** The Firefox that tests drive: `FIREFOX_PATH`, or the system's. Undefined when there is none. */
export function firefoxPath(machine: Machine = thisMachine): string | undefined {
  return namedFirefox(machine) ?? findBrowser(firefox, machine);
}

/** What is wrong with the Firefox that `FIREFOX_PATH` names; undefined when it starts or is not set. */
export function namedFirefoxProblem(machine: Machine = thisMachine): string | undefined {
  const file = namedFirefox(machine);
  if (file === undefined || machine.starts(file)) return undefined;
  return `FIREFOX_PATH names ${file}, which is not a browser that starts.`;
}
