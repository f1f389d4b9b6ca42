/**
 * `npm run size`: what a person waits for, in kB (1000 bytes) after gzip, beside its budget. The budgets are never raised
 * to make a check pass; nothing else has one.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import * as z from 'zod/mini';

import { answerHelp, endWith, root } from './program.ts';
import { manifestOf } from './vite/deployment.ts';
import { workerFileName } from './vite/simulated-azure.ts';

const budgets = {
  /** JavaScript before the first route can be used. */
  firstRoute: 280,
  /** What any page, or any step of a wizard with all that draws it, adds to the first route. */
  page: 220,
  fonts: 0,
  /** What must be there before the first simulated answer; the demo alone. */
  simulator: 350,
} as const;

const optional = z.optional(z.array(z.string()));
/** Vite's manifest: the files of a build by their sources, as far as sizes need it. */
const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.optional(z.string()),
    isDynamicEntry: z.optional(z.boolean()),
    imports: optional,
  }),
);

/** A finished build: its manifest, and the weight of each of its files. */
export interface Build {
  readonly chunks: z.infer<typeof manifest>;
  readonly kilobytes: (file: string) => number;
}

/** What watches the start: the one script beside the chunks. */
const BOOT = 'boot.js';
/** What the simulated Azure starts with, in the order in which it is waited for. */
const SIMULATOR = [
  'src/mocks/boot.ts',
  'src/mocks/panel/window.ts',
  'src/mocks/tokens.ts',
  'src/mocks/panel/SimulationBanner.tsx',
];

/** Keys of all chunks that are loaded together with the given ones. @throws where one is not there. */
function closure({ chunks }: Build, start: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    const chunk = chunks[key];
    if (chunk === undefined) throw new Error(`The manifest has no ${key}.`);
    seen.add(key);
    waiting.push(...(chunk.imports ?? []));
  }
  return seen;
}

const sum = ({ kilobytes }: Build, files: Iterable<string>): number =>
  [...new Set(files)].reduce((all, file) => all + kilobytes(file), 0);

const filesOf = ({ chunks }: Build, keys: Iterable<string>): string[] =>
  [...keys].flatMap((key) => chunks[key]?.file ?? []);

/** Keys of what is loaded before `/` can be used: the entry, the first page, and what they load at once. */
function firstRoute(build: Build): Set<string> {
  const page = Object.entries(build.chunks).find(([, { name }]) => name === 'overview');
  if (page === undefined) throw new Error('No chunk has the name overview.');
  return closure(build, ['index.html', page[0]]);
}

/** JavaScript before the first route can be used. */
export const firstRouteSize = (build: Build): number =>
  sum(build, [BOOT, ...filesOf(build, firstRoute(build))]);

/** What some sources add to the first route, with files beside them. */
function added(build: Build, start: readonly string[], beside: readonly string[] = []): number {
  const first = firstRoute(build);
  const keys = [...closure(build, start)].filter((key) => !first.has(key));
  return sum(build, [...filesOf(build, keys), ...beside]);
}

export const simulatorSize = (build: Build): number => added(build, SIMULATOR, [workerFileName]);

/** A step of a wizard: its datasource, and whether it is of the task that recovers files. */
const STEP = /^(src\/datasources\/[^/]+)\/(?:steps|(files))\//;

/** A page or part of one starts alone; a step with its wizard, the frame and the remarks that stand above each step. */
function startOf({ chunks }: Build, key: string): readonly string[] {
  const [, datasource, files] = STEP.exec(key) ?? [];
  if (datasource === undefined) return [key];
  const task = `${datasource}/${files ?? 'steps'}/`;
  const inside = files === undefined ? [] : [`${datasource}/files/recover-files.ts`];
  const around = /review/i.test(key) ? ['src/wizard/submit/Sent.tsx'] : [];
  const keys = Object.keys(chunks);
  const remarks = keys.filter((one) => one.startsWith(task) && one.endsWith('Remarks.tsx'));
  const wizard = keys.find((one) => one.startsWith(`${datasource}/restore.ts`));
  if (wizard === undefined) throw new Error(`The manifest has no restore of ${datasource}.`);
  const page = 'src/pages/RestorePage.tsx';
  return [key, page, wizard, ...inside, ...around, ...remarks];
}

/** What each page and step adds to the first route, the heaviest first. */
export function addedByEach(build: Build): { readonly name: string; readonly size: number }[] {
  return Object.keys(build.chunks)
    .filter((key) => build.chunks[key]?.isDynamicEntry === true && !key.startsWith('src/mocks/'))
    .map((name) => ({ name, size: added(build, startOf(build, name)) }))
    .toSorted((one, other) => other.size - one.size);
}

/** Where a build is, and what makes it. */
const BUILDS = { dist: 'npm run build', 'dist-demo': 'npm run build:demo' } as const;

/** What to run first where a build is missing; undefined: none is. */
export function lacking(isBuilt: (folder: string) => boolean): string | undefined {
  const absent = Object.entries(BUILDS).filter(([folder]) => !isBuilt(folder));
  if (absent.length === 0) return undefined;
  const [folders, commands] = [0, 1].map((at) => absent.map((one) => one[at]).join(' and '));
  return `npm run size measures two builds. There is none in ${folders}: use ${commands} first.`;
}

const isBuilt = (folder: string): boolean =>
  existsSync(join(root, folder)) && existsSync(manifestOf(root, folder));

function readBuild(folder: string): Build {
  return {
    chunks: manifest.parse(JSON.parse(readFileSync(manifestOf(root, folder), 'utf8'))),
    kilobytes: (file) =>
      gzipSync(readFileSync(join(root, folder, file)), { level: 9 }).length / 1000,
  };
}

function gate(what: string, size: number, budget: number): void {
  const isMet = size <= budget;
  if (!isMet) process.exitCode = 1;
  console.log(
    `${isMet ? 'ok  ' : 'OVER'}  ${what.padEnd(72)} ${size.toFixed(1).padStart(6)} of ${String(budget)} kB`,
  );
}

if (import.meta.main) {
  answerHelp(`Usage: npm run size

Measures what a person waits for in the builds of dist and dist-demo, in kB after gzip, beside its
budget. Exit code 1: a budget is exceeded, or a build is missing.`);
  const sentence = lacking(isBuilt);
  if (sentence !== undefined) endWith(sentence);
  for (const folder of Object.keys(BUILDS)) {
    const build = readBuild(folder);
    gate(`${folder}: JavaScript before the first route`, firstRouteSize(build), budgets.firstRoute);
    for (const { name, size } of addedByEach(build).slice(0, 5))
      gate(`${folder}: ${name.replace('src/', '')}`, size, budgets.page);
    const fonts = globSync('**/*.{woff,woff2,ttf,otf,eot}', { cwd: join(root, folder) });
    gate(`${folder}: fonts`, sum(build, fonts), budgets.fonts);
  }
  gate('dist-demo: the simulated Azure', simulatorSize(readBuild('dist-demo')), budgets.simulator);
}
