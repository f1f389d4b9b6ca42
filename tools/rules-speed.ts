/**
 * The speed gate of the rules: one evaluation of the whole catalogue, 99th percentile. Of three
 * passes the quietest counts: a machine that others use too stops a program now and then, and a
 * catalogue that is too slow is so in every pass.
 */
import { catalogueBudgetMs, percentile, timeEvaluations } from './bench/figures.ts';

const PASSES = 3;
const passes = Array.from({ length: PASSES }, () => timeEvaluations(8_000));
const ms = (share: number): number[] => passes.map((times) => percentile(times, share));
const p99 = Math.min(...ms(0.99));
const good = p99 <= catalogueBudgetMs;
const list = (values: readonly number[]): string =>
  values.map((value) => value.toFixed(3)).join(' / ');
console.log(
  `${good ? 'ok  ' : 'SLOW'}  whole catalogue, ${String(PASSES)} passes: median ${list(ms(0.5))} ms,` +
    ` p99 ${list(ms(0.99))} ms, of ${String(catalogueBudgetMs)} ms`,
);
process.exitCode = good ? 0 : 1;
