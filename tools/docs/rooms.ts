import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../program.ts';
import { table } from './table.ts';

/** What each room of the project buys; its name is its folder. */
const ROOMS: Readonly<Record<string, string>> = {
  'src/datasources': 'three kinds of backup, each with its reads, checks, plan, commands and pages',
  'src/mocks':
    'a simulated Azure that works without a network: demos, every test, and programs of others',
  'src/api': 'a typed client of Azure and of a CommServe, which says of each answer what it proves',
  'src/wizard': 'steps, drafts that survive, and one press that is one request',
  'src/ui': 'tables, timelines, lists and dialogs by keyboard, in each color scheme, at 320 pixels',
  'src/pages': 'what is on each page',
  'src/rules': 'every constraint of five documents as data, with its cases and its source',
  'src/strings': 'each sentence on screen, once',
  'src/app': 'the frame, search, notifications, sign-in',
  'src/model': 'what a VM, a point, a job is',
  'src/progress': 'percent, time left and verdict of a job, by its reads alone',
  'src/lib': 'clock, storage, locks between tabs, formats',
  'src/actions': 'changes after a restore, confirmed by name and read back',
  e2e: 'the product in a browser, screen by screen',
  tools: 'builds, checks, a live world with a faked Entra, documents made from code',
};

/** Lines to which a figure is rounded. */
const TO = 100;
/** A figure stays until it is so far off, so that not each change of the code is one of the document. */
const OFF = 0.1;

const isTest = (path: string): boolean =>
  /\.(?:test|type-test|spec)\.tsx?$|\/testing[^/]*$|^e2e\//.test(path);

/** Rounded lines of code and of tests in a folder. */
function linesIn(folder: string): { readonly code: number; readonly tests: number } {
  let [code, tests] = [0, 0];
  for (const found of globSync(`${folder}/**/*.{ts,tsx,mjs,json}`, { cwd: root })) {
    const path = found.replaceAll('\\', '/');
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
    if (isTest(path)) tests += lines;
    else code += lines;
  }
  return { code, tests };
}

/** The figure that stands there while it is nearly right, else a new one. */
function figure(lines: number, before: string | undefined): string {
  const stands = Number(before?.replaceAll(',', ''));
  const isRight = before !== undefined && Math.abs(lines - stands) <= Math.max(stands * OFF, TO);
  return isRight ? before : (Math.round(lines / TO) * TO).toLocaleString('en-US');
}

const BEGIN = '<!-- rooms: npm run docs -->';
const END = '<!-- rooms end -->';

/** `docs/contributing.md` with the sizes of the rooms as they are now. */
export function contributingDocument(): string {
  const text = readFileSync(join(root, 'docs/contributing.md'), 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [old = '', after = ''] = rest.split(END);
  const rows = Object.entries(ROOMS).map(([folder, buys]) => {
    const [, , code, tests] =
      old
        .split('\n')
        .find((line) => line.startsWith(`| \`${folder}/\` |`))
        ?.split('|')
        .map((cell) => cell.trim()) ?? [];
    const lines = linesIn(folder);
    return [`\`${folder}/\``, figure(lines.code, code), figure(lines.tests, tests), buys];
  });
  const rooms = table(['room', 'lines of code', 'of tests', 'what they buy'], rows);
  return `${before}${BEGIN}\n\n${rooms}\n\n${END}${after}`;
}
