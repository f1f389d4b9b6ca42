import type { JobChart } from '#src/progress/chart.ts';

/** How high the chart of a job is, also before its code has come: its place is kept free. */
export function chartHeight({ phases, bytes }: JobChart, isNarrow: boolean): number {
  const rows = 22 + (isNarrow ? 0 : phases.length * 26) + 22;
  if (bytes === null) return rows;
  return rows + 20 + 96 + (bytes.rates.length === 0 ? 0 : 20 + 44);
}
