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
