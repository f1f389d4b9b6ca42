/**
 * `npm run bench`: measures and prints; gates nothing. Numbers that hang on the machine are told as
 * min / median / max of five runs.
 */
import { build, preview } from 'vite';

import { measureMemory, measurePages } from './bench/azure.ts';
import { timeEvaluations } from './bench/catalogue.ts';
import { percentile, spreadText } from './bench/stats.ts';
import { measureFirstRow, measureHeap, measureScroll } from './bench/list.ts';
import { measureWizard, slowdown } from './bench/wizard.ts';
import { catalogueBudgetMs } from './budgets.ts';
import { isFresh } from './freshness.ts';
import { root, runNode } from './program.ts';

const runs = 5;
let failures = 0;

/** One part. What cannot be measured is said, and the other parts still run. */
async function part(title: string, measure: () => Promise<string> | string): Promise<void> {
  console.log(`\n${title}`);
  try {
    console.log((await measure()).trimEnd().replaceAll(/^/gm, '  '));
  } catch (error) {
    failures += 1;
    console.log(`  NOT MEASURED: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Serves the demo build for as long as something is measured on it. */
async function served<Result>(measure: (address: string) => Promise<Result>): Promise<Result> {
  const server = await preview({ root, mode: 'demo', logLevel: 'warn', preview: { port: 4299 } });
  try {
    return await measure(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}

async function wizard(address: string): Promise<string> {
  const results = await measureWizard(address, runs);
  const steps = results.map(({ stepChangeMs }) => stepChangeMs);
  const keys = results.map(({ keystrokeMs }) => keystrokeMs);
  return [
    `step change to heading focus, slowest of a walk   ${spreadText(steps, 'ms')}   (goal 100)`,
    `keystroke to next frame in Configuration, p99     ${spreadText(keys, 'ms')}   (goal 50)`,
  ].join('\n');
}

async function list(address: string): Promise<string> {
  const small = await measureFirstRow(address, 'default', runs);
  const scrolls = await measureScroll(address, runs);
  const heap = await measureHeap(address);
  const growth = (heap.lateMb / heap.earlyMb - 1) * 100;
  return [
    `first row of 17 instances, from a cold load        ${spreadText(small, 'ms', 0)}`,
    `first row of 100 000 instances, the same           ${spreadText(
      scrolls.map(({ firstRowMs }) => firstRowMs),
      'ms',
      0,
    )}`,
    `10 s scroll through all, time of a frame, p95      ${spreadText(
      scrolls.map(({ p95Ms }) => p95Ms),
      'ms',
    )}   (goal 20)`,
    `longest frame of it                                ${spreadText(
      scrolls.map(({ longestMs }) => longestMs),
      'ms',
    )}   (goal 50)`,
    `heap after 2 and after 10 rounds of use            ${heap.earlyMb.toFixed(1)} and ${heap.lateMb.toFixed(1)} MB, ${growth.toFixed(0)} %   (goal 10)`,
  ].join('\n');
}

async function azure(): Promise<string> {
  const pages = await measurePages(300);
  const requests = 10_000;
  const { earlyMb, lateMb } = await measureMemory(requests);
  return [
    ...pages.map(({ list: name, times }) =>
      `a page of ${name}`
        .padEnd(38)
        .concat(
          `${[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1)).join(' / ')} ms`,
        ),
    ),
    `heap before and after ${requests} requests   ${earlyMb.toFixed(1)} and ${lateMb.toFixed(1)} MB   (goal: the same)`,
  ].join('\n');
}

await part(
  'The simulated Azure with 100 000 machines, p50 / p95 / p99 of 300 pages, goal 5 ms',
  azure,
);

for (const [folder, mode] of [
  ['dist', 'production'],
  ['dist-demo', 'demo'],
] as const) {
  if (!isFresh(folder)) await build({ root, mode, logLevel: 'warn' });
}

await part('Sizes after gzip', async () => (await runNode('tools/size.ts')).output);
await part(`The whole rule catalogue, ${runs} runs, min / median / max`, () => {
  const times = Array.from({ length: runs }, () => timeEvaluations(10_000));
  const p99 = times.map((run) => percentile(run, 0.99));
  const median = times.map((run) => percentile(run, 0.5));
  return [
    `one evaluation, p99      ${spreadText(p99, 'ms', 3)}   (budget ${catalogueBudgetMs})`,
    `one evaluation, median   ${spreadText(median, 'ms', 3)}`,
  ].join('\n');
});
await part(`The wizard, CPU ${slowdown}x slower, ${runs} runs, min / median / max`, () =>
  served(wizard),
);
await part(`The list of backup instances, ${runs} runs, min / median / max`, () => served(list));
process.exitCode = failures === 0 ? 0 : 1;
