import { join } from 'node:path';

import { build, type InlineConfig, preview } from 'vite';

import { root, runNode } from '../program.ts';
import {
  bringUpToDate as bringDemoUpToDate,
  freshness,
  testedBuild,
} from '../test/tested-build.ts';
import { measureMemory, measurePages, type PageTimes } from './azure.ts';
import type { PartName } from './choice.ts';
import {
  benchBudgets,
  besideBudget,
  catalogueBudgetMs,
  pageBudgetMs,
  percentile,
  spreadText,
  timeEvaluations,
  timeLines,
  timesAsLong,
} from './figures.ts';
import { type FirstUse, firstUse, measureAlternately, type StepUse, stepUse } from './first.ts';
import { measureFirstRows, measureHeap, measureScroll, measureSoak } from './list.ts';
import { measureWizard, slowdown } from './wizard.ts';

/** What each part of the benchmark measures, as text: each figure that has a budget beside it. */

const runs = 5;
/** Of a small and of a large list, for a ratio that is not the machine's mood. */
const FIRST_ROW_PAIRS = 15;
/** Of the simulated Azure, between two looks at its heap. */
const requests = 10_000;

/** A part of the benchmark, which can be run by its name. */
interface Part {
  readonly title: string;
  /** The builds that it measures. */
  readonly builds: readonly Build[];
  measure(): Promise<string> | string;
}

const spreadOf = (count: number): string => `${count} runs, min / median / max`;
const spread = spreadOf(runs);

const parts = (beside: string | undefined) =>
  ({
    pages: {
      title: `A page of the simulated Azure with 100 000 machines, median / p99 of 300, budget ${pageBudgetMs.median} / ${pageBudgetMs.p99} ms`,
      builds: [],
      measure: pagesText,
    },
    memory: {
      title: 'Memory of the simulated Azure, every list in turn',
      builds: [],
      measure: memoryText,
    },
    sizes: {
      title: 'Sizes after gzip',
      builds: ['live', 'demo'],
      measure: async () => (await runNode('tools/size.ts')).output,
    },
    rules: { title: `The whole rule catalogue, ${spread}`, builds: [], measure: rulesText },
    first: {
      title: `First use of /, CPU ${slowdown}x slower, 9 Mbit/s, 165 ms, HTTP/2, ${spreadOf(runsBeside(beside))}`,
      builds: ['demo'],
      measure: async () =>
        besideText(
          await measureAlternately(demos(beside), runsBeside(beside), firstUse),
          FIRST_USE,
        ),
    },
    steps: {
      title: `Steps of the wizard, in the same way, ${spreadOf(runsBeside(beside))}`,
      builds: ['demo'],
      measure: async () =>
        besideText(await measureAlternately(demos(beside), runsBeside(beside), stepUse), STEP_USE),
    },
    wizard: {
      title: `The wizard, CPU ${slowdown}x slower, ${runs} runs together`,
      builds: ['demo'],
      measure: async () => served(wizardText),
    },
    list: {
      title: `The list of backup instances, ${spread}`,
      builds: ['demo'],
      measure: async () => served(listText),
    },
    soak: {
      title: 'The list of jobs, open for 24 simulated hours with 200 running restores',
      builds: ['demo'],
      measure: async () => served(soakText),
    },
  }) satisfies Record<PartName, Part>;

/** `beside`: the folder of another demo, whose first use is measured in turns with this one's. */
export function partsOf(names: readonly PartName[], beside?: string): readonly Part[] {
  const all: Record<PartName, Part> = parts(beside);
  return names.map((name) => all[name]);
}

/** A page's times beside its budget. */
function pageText({ name, times, firstMs, textShare, kilobytes }: PageTimes): string {
  const [median, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  const isMet = median <= pageBudgetMs.median && p99 <= pageBudgetMs.p99;
  return [
    name.padEnd(42),
    `${median.toFixed(1)} / ${p99.toFixed(1)} ms`.padEnd(16),
    (isMet ? 'met' : 'NOT MET').padEnd(9),
    `first ${firstMs.toFixed(0)} ms`.padEnd(14),
    `${kilobytes.toFixed(0)} kB, ${(textShare * 100).toFixed(0)} % of it to write as text`,
  ].join('');
}

async function pagesText(): Promise<string> {
  return (await measurePages(300)).map(pageText).join('\n');
}

async function memoryText(): Promise<string> {
  const { earlyMb, lateMb } = await measureMemory(requests);
  const growth = ((lateMb / earlyMb - 1) * 100).toFixed(1);
  return `heap before and after ${requests} more   ${earlyMb.toFixed(1)} and ${lateMb.toFixed(1)} MB, ${growth} %   (goal: the same)`;
}

function rulesText(): string {
  const times = Array.from({ length: runs }, () => timeEvaluations(10_000));
  const p99 = times.map((run) => percentile(run, 0.99));
  const median = times.map((run) => percentile(run, 0.5));
  return [
    `one evaluation, p99      ${spreadText(p99, 'ms', 3)}   ${besideBudget(Math.max(...p99), catalogueBudgetMs, 'ms')}`,
    `one evaluation, median   ${spreadText(median, 'ms', 3)}`,
  ].join('\n');
}

async function wizardText(address: string): Promise<string> {
  const walks = await servedBare(async (bare) => measureWizard(address, bare, runs));
  const changes = walks.flatMap(({ stepChanges }) => stepChanges);
  const keys = walks.flatMap((walk) => walk.keys);
  const bare = walks.flatMap(({ bareKeys }) => bareKeys);
  const busy = walks.flatMap(({ keysWhileReading }) => keysWhileReading);
  const answers = walks.map(({ answersWhileTyping }) => answersWhileTyping);
  return [
    `press of Next to focus on the heading, ${changes.length} changes of step`,
    ...timeLines(changes, benchBudgets.stepChangeMs),
    `key to next frame in Configuration, all of it read, ${keys.length} keys`,
    ...timeLines(keys, benchBudgets.keystrokeMs),
    `the same into a bare field, in the same runs, ${bare.length} keys`,
    ...timeLines(bare, {}),
    `  so many times a bare field: ${ratioText(keys, bare, 0.5)}; ${ratioText(keys, bare, 0.95)}`,
    `the same while ${spreadText(answers, 'reads', 0)} of a run are answered, ${busy.length} keys`,
    ...timeLines(busy, benchBudgets.busyKeystrokeMs),
  ].join('\n');
}

/** How many times as long some keys take as others, at a share of them. */
function ratioText(keys: readonly number[], bare: readonly number[], share: number): string {
  const ratio = percentile(keys, share) / percentile(bare, share);
  const name = share === 0.5 ? 'median' : `p${String(share * 100)}`;
  return `${name} ${ratio.toFixed(2)}, ${besideBudget(ratio, benchBudgets.timesBareField, '×')}`;
}

/** A figure: its name, its key, its unit, the digits after its point. */
type Figure<Use> = readonly [string, keyof Use, string, number];

const FIRST_USE: readonly Figure<FirstUse>[] = [
  ['heading and navigation are drawn', 'frameMs', 'ms', 0],
  ['the first row is drawn', 'rowMs', 'ms', 0],
  ['blocked until then', 'blockedMs', 'ms', 0],
  ['layout shift until a second later', 'shift', '', 3],
];

const STEP_USE: readonly Figure<StepUse>[] = [
  ['the first step is drawn', 'firstStepMs', 'ms', 0],
  ['Review is drawn', 'reviewMs', 'ms', 0],
];

/** How many times as long a figure may take as in the other demo. */
const MOST_TIMES = 1.05;
/** Runs in turns with another demo, for a ratio that is not the machine's mood. */
const RUNS_BESIDE = 9;

const demos = (beside: string | undefined): readonly string[] => [
  testedBuild(process.env).folder,
  ...(beside === undefined ? [] : [beside]),
];
const runsBeside = (beside: string | undefined): number =>
  beside === undefined ? runs : RUNS_BESIDE;

/**
 * Figures of a demo; with those of another one also how many times as long each takes, as the median of the pairs. More
 * than {@link MOST_TIMES} ends the program with 1.
 */
function besideText<Use extends Readonly<Record<keyof Use, number>>>(
  [own = [], other]: readonly (readonly Use[])[],
  figures: readonly Figure<Use>[],
): string {
  return figures
    .flatMap(([name, key, unit, digits]) => {
      const times = own.map((use) => use[key]);
      const line = `${name.padEnd(36)}${spreadText(times, unit, digits)}`;
      if (other === undefined) return line;
      const others = other.map((use) => use[key]);
      const ratio = timesAsLong(times, others);
      const isMet = unit !== 'ms' || ratio <= MOST_TIMES;
      if (!isMet) process.exitCode = 1;
      const verdict = unit === 'ms' ? `, at most ${MOST_TIMES}: ${isMet ? 'met' : 'NOT MET'}` : '';
      const before = `${'  of the other'.padEnd(36)}${spreadText(others, unit, digits)}`;
      return [line, `${before}   ${ratio.toFixed(2)} times${verdict}`];
    })
    .join('\n');
}

async function listText(address: string): Promise<string> {
  const firstRows = await measureFirstRows(address, FIRST_ROW_PAIRS);
  const small = firstRows.map(({ smallMs }) => smallMs);
  const large = firstRows.map(({ largeMs }) => largeMs);
  const ratio = percentile(large, 0.5) / percentile(small, 0.5);
  const scrolls = await measureScroll(address, runs);
  const heap = await measureHeap(address);
  const p95 = scrolls.map(({ p95Ms }) => p95Ms);
  const longest = scrolls.map(({ longestMs }) => longestMs);
  const { firstRowRatio, frameMs } = benchBudgets;
  return [
    `first row of 17 instances, from a cold load        ${spreadText(small, 'ms', 0)}`,
    `first row of 100 000 instances, the same           ${spreadText(large, 'ms', 0)}`,
    `the second to the first, of their medians          ${ratio.toFixed(3)}   ${besideBudget(ratio, firstRowRatio, 'times')}`,
    `10 s scroll through all, time of a frame, p95      ${spreadText(p95, 'ms')}   ${besideBudget(Math.max(...p95), frameMs.p95, 'ms')}`,
    `longest frame of it                                ${spreadText(longest, 'ms')}   ${besideBudget(Math.max(...longest), frameMs.longest, 'ms')}`,
    `heap after 2 and after 10 rounds of use            ${heapText(heap)}`,
  ].join('\n');
}

async function soakText(address: string): Promise<string> {
  const { running, begun, perMinute, ...heap } = await measureSoak(address);
  return [
    `restores that ran at once, least and most          ${running.least} and ${running.most}, ${begun} begun in all`,
    `requests a minute, mean and most                   ${perMinute.mean.toFixed(1)} and ${perMinute.most}`,
    `heap after 2 and after 24 hours                    ${heapText(heap)}`,
  ].join('\n');
}

function heapText({ earlyMb, lateMb }: { earlyMb: number; lateMb: number }): string {
  const growth = (lateMb / earlyMb - 1) * 100;
  const beside = besideBudget(growth, benchBudgets.heapPercent, '%');
  return `${earlyMb.toFixed(1)} and ${lateMb.toFixed(1)} MB, ${growth.toFixed(0)} %   ${beside}`;
}

const source = join(root, 'tools', 'bench');
const outDir = join(root, '.cache', 'bench-bare');

/** Builds and serves a page with one field of the component library, for as long as it is measured. */
async function servedBare<Result>(measure: (address: string) => Promise<Result>): Promise<Result> {
  const shared = { root: source, configFile: false, logLevel: 'warn' } as const;
  const input = join(source, 'bare.html');
  await build({ ...shared, build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
  return whileServed({ ...shared, build: { outDir }, preview: { port: 4298 } }, async (address) =>
    measure(`${address}bare.html`),
  );
}

export type Build = 'live' | 'demo';

/** Builds what is missing or older than its sources; `E2E_BUILD` names a demo that is taken as it is. */
export async function bringUpToDate(wanted: readonly Build[]): Promise<void> {
  if (wanted.includes('live') && freshness('dist') !== 'fresh')
    await build({ root, mode: 'production', logLevel: 'warn' });
  if (wanted.includes('demo')) await bringDemoUpToDate(testedBuild(process.env));
}

/** Serves the demo for as long as something is measured on it. */
const served = async <Result>(measure: (address: string) => Promise<Result>): Promise<Result> =>
  whileServed(
    {
      root,
      mode: 'demo',
      logLevel: 'warn',
      build: { outDir: testedBuild(process.env).folder },
      preview: { port: 4299 },
    },
    measure,
  );

async function whileServed<Result>(
  config: InlineConfig,
  measure: (address: string) => Promise<Result>,
): Promise<Result> {
  const server = await preview(config);
  try {
    return await measure(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}
