import { findBrowser, type Machine, thisMachine } from '../chromium.ts';

const firefox = {
  names: ['firefox', 'firefox-esr'],
  places: [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const named = ({ env }: Machine): string | undefined =>
  env['FIREFOX_PATH'] === '' ? undefined : env['FIREFOX_PATH'];

/** The Firefox that tests drive: `FIREFOX_PATH`, or the system's. Undefined when there is none. */
export function firefoxPath(machine: Machine = thisMachine): string | undefined {
  return named(machine) ?? findBrowser(firefox, machine);
}

/** What is wrong with the Firefox that `FIREFOX_PATH` names; undefined when it starts or is not set. */
export function namedFirefoxProblem(machine: Machine = thisMachine): string | undefined {
  const file = named(machine);
  if (file === undefined || machine.starts(file)) return undefined;
  return `FIREFOX_PATH names ${file}, which is not a browser that starts.`;
}
