import { inputOf } from '#src/rules/cases/case.ts';
import { evaluate } from '#src/rules/catalogue.ts';
import { cases } from '#src/rules/examples.ts';
import type { Facts } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';

/** The value below which a share (0 to 1) of the numbers lies, by the nearest-rank method. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Smallest, middle and largest of some runs. */
function spread(runs: readonly number[]): { min: number; median: number; max: number } {
  return {
    min: Math.min(...runs),
    median: percentile(runs, 0.5),
    max: Math.max(...runs),
  };
}

/** A spread as text, `min / median / max unit`. */
export function spreadText(runs: readonly number[], unit: string, digits = 1): string {
  const { min, median, max } = spread(runs);
  return `${[min, median, max].map((value) => value.toFixed(digits)).join(' / ')} ${unit}`;
}

/** How many times as long runs took as those beside them: the median of the pairs. */
export const timesAsLong = (own: readonly number[], other: readonly number[]): number =>
  percentile(
    own.map((ms, run) => ms / (other[run] ?? Number.NaN)),
    0.5,
  );

/** What a figure may be at most, and how it stands to that; nothing measured has met nothing. */
export function besideBudget(value: number, budget: number, unit: string): string {
  return `budget ${budget} ${unit}: ${value <= budget ? 'met' : 'NOT MET'}`;
}

/** Budgets in milliseconds, of those figures that have one. */
export interface TimeBudgets {
  readonly median?: number;
  readonly p95?: number;
}

/**
 * Median, 95th percentile and slowest of single times in milliseconds, all runs together, a line
 * each. Fewer than twenty times have no 95th percentile: it would be the slowest of them.
 */
export function timeLines(times: readonly number[], budgets: TimeBudgets): string[] {
  const line = (name: string, value: number, budget?: number): string => {
    const figure = `  ${name.padEnd(9)}${value.toFixed(1).padStart(8)} ms`;
    return budget === undefined ? figure : `${figure}   ${besideBudget(value, budget, 'ms')}`;
  };
  return [
    line('median', percentile(times, 0.5), budgets.median),
    ...(times.length < 20 ? [] : [line('p95', percentile(times, 0.95), budgets.p95)]),
    line('slowest', percentile(times, 1)),
  ];
}

/** Evaluating the whole rule catalogue once, 99th percentile, in milliseconds. */
export const catalogueBudgetMs = 1;

/** Work of the simulated Azure for a page of a list, in milliseconds. */
export const pageBudgetMs = { median: 5, p99: 10 } as const;

/** What `npm run bench` measures in the browser, each figure beside its budget. */
export const benchBudgets = {
  /** From a key to the next frame in the largest form, on a processor four times slower. */
  keystrokeMs: { median: 32, p95: 50 },
  /** The same while reads of the form are answered. */
  busyKeystrokeMs: { p95: 100 },
  /** A key in the largest form beside one in a field alone, where the machine is slower than that. */
  timesBareField: 2,
  /** From a press of Next to the focus on the step's heading. */
  stepChangeMs: { median: 100 },
  /** The first row of a list of 100 000, in times of that of a list of a few. */
  firstRowRatio: 1.05,
  /** Frames while a list of 100 000 rows is scrolled: the 95th percentile, and the longest of all. */
  frameMs: { p95: 20, longest: 50 },
  /** How much the heap may grow in use. */
  heapPercent: 10,
} as const;

/** Every worked case as it is, and with nothing known yet: the two ends of what a form asks. */
function inputs(): { facts: Facts; choices: Choices }[] {
  return cases.map(inputOf).flatMap((input) => [input, { facts: {}, choices: input.choices }]);
}

/**
 * Milliseconds of single evaluations of the whole catalogue, at least `count` of them, after a
 * warm-up that a form has behind it when a person types.
 */
export function timeEvaluations(count: number): number[] {
  const all = inputs();
  if (all.length === 0) throw new Error('There is no worked case to evaluate.');
  const rounds = Math.ceil(count / all.length);
  const times: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    for (const { facts, choices } of all) {
      const started = performance.now();
      evaluate(facts, choices);
      const ended = performance.now();
      if (round >= 0) times.push(ended - started);
    }
  }
  return times;
}
