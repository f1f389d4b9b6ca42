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
