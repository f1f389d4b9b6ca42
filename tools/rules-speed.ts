/** The speed gate of the rules: one evaluation of the whole catalogue, 99th percentile. */
import { timeEvaluations } from './bench/catalogue.ts';
import { percentile } from './bench/stats.ts';
import { catalogueBudgetMs } from './budgets.ts';

const times = timeEvaluations(20_000);
const p99 = percentile(times, 0.99);
const good = p99 <= catalogueBudgetMs;
console.log(
  `${good ? 'ok  ' : 'SLOW'}  ${times.length} evaluations: median ${percentile(times, 0.5).toFixed(3)} ms,` +
    ` p99 ${p99.toFixed(3)} of ${catalogueBudgetMs} ms`,
);
process.exitCode = good ? 0 : 1;
