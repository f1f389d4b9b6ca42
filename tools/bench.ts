/**
 * `npm run bench`: measures and prints; gates nothing. Numbers that hang on the machine are told as
 * min / median / max of five runs.
 */
import { build, preview } from 'vite';

import { timeEvaluations } from './bench/catalogue.ts';
import { percentile, spreadText } from './bench/stats.ts';
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

async function wizard(): Promise<string> {
  const server = await preview({ root, mode: 'demo', logLevel: 'warn', preview: { port: 4299 } });
  try {
    const results = await measureWizard(server.resolvedUrls?.local[0] ?? '', runs);
    const steps = results.map(({ stepChangeMs }) => stepChangeMs);
    const keys = results.map(({ keystrokeMs }) => keystrokeMs);
    return [
      `step change to heading focus, slowest of a walk   ${spreadText(steps, 'ms')}   (goal 100)`,
      `keystroke to next frame in Configuration, p99     ${spreadText(keys, 'ms')}   (goal 50)`,
    ].join('\n');
  } finally {
    await server.close();
  }
}

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
await part(`The wizard, CPU ${slowdown}x slower, ${runs} runs, min / median / max`, wizard);
process.exitCode = failures === 0 ? 0 : 1;
