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
