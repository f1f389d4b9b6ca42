/**
 * `npm run bench`: measures and prints; gates nothing. Numbers that hang on the machine are told as
 * min / median / max of five runs.
 */
import { build, preview } from 'vite';

import { measureMemory, measurePages, type PageTimes } from './bench/azure.ts';
import { timeEvaluations } from './bench/catalogue.ts';
import { percentile, spreadText } from './bench/stats.ts';
import { measureSoak } from './bench/soak.ts';
import { measureFirstRow, measureHeap, measureScroll } from './bench/list.ts';
import { measureWizard, slowdown } from './bench/wizard.ts';
import { catalogueBudgetMs, pageBudgetMs } from './budgets.ts';
import { isFresh } from './freshness.ts';
import { root, runNode } from './program.ts';

const runs = 5;
/** Of the simulated Azure, between two looks at its heap. */
const requests = 10_000;
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

async function soak(address: string): Promise<string> {
  const { running, begun, perMinute, earlyMb, lateMb } = await measureSoak(address);
  const growth = (lateMb / earlyMb - 1) * 100;
  return [
    `restores that ran at once, least and most          ${running.least} and ${running.most}, ${begun} begun in all`,
    `requests a minute, mean and most                   ${perMinute.mean.toFixed(1)} and ${perMinute.most}`,
    `heap after 2 and after 24 hours                    ${earlyMb.toFixed(1)} and ${lateMb.toFixed(1)} MB, ${growth.toFixed(0)} %   (goal 10)`,
  ].join('\n');
}

/** A page's times beside its budget. */
function pageText({ name, times, firstMs, textShare, kilobytes }: PageTimes): string {
  const [median, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return [
    name.padEnd(42),
    `${median.toFixed(1)} / ${p99.toFixed(1)} ms`.padEnd(16),
    (p99 < pageBudgetMs ? 'met' : 'NOT MET').padEnd(9),
    `first ${firstMs.toFixed(0)} ms`.padEnd(14),
    `${kilobytes.toFixed(0)} kB, ${(textShare * 100).toFixed(0)} % of it to write as text`,
  ].join('');
}

async function azurePages(): Promise<string> {
  return (await measurePages(300)).map(pageText).join('\n');
}

async function azureMemory(): Promise<string> {
  const { earlyMb, lateMb } = await measureMemory(requests);
  const growth = ((lateMb / earlyMb - 1) * 100).toFixed(1);
  return `heap before and after ${requests} more   ${earlyMb.toFixed(1)} and ${lateMb.toFixed(1)} MB, ${growth} %   (goal: the same)`;
}

await part(
  `A page of the simulated Azure with 100 000 machines, median / p99 of 300, budget ${pageBudgetMs} ms`,
  azurePages,
);
await part('Memory of the simulated Azure, every list in turn', azureMemory);

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
await part('The list of jobs, open for 24 simulated hours with 200 running restores', () =>
  served(soak),
);
process.exitCode = failures === 0 ? 0 : 1;
