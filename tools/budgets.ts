/** Size budgets in kB (1000 bytes) after gzip. They are never raised to make a check pass. */
export const budgets = {
  /** JavaScript before the first route can be used. */
  firstRoute: 255,
  /** Font files: none. */
  fonts: 0,
  /** All CSS files. */
  css: 10,
  /** All JavaScript of a live build, without the sign-in library's own chunk. */
  liveJs: 520,
  /** The simulated Azure with msw and its worker: lazy, demo only. */
  simulator: 260,
} as const;

/** Evaluating the whole rule catalogue once, 99th percentile, in milliseconds. */
export const catalogueBudgetMs = 1;

/** Work of the simulated Azure for a page of a list, 99th percentile, in milliseconds. */
export const pageBudgetMs = 5;

/**
 * Text that only the simulated Azure contains. A live build must have none of it, and a demo build
 * all of it: a marker that is found nowhere would prove nothing.
 */
export const simulatorMarkers = [
  'mockServiceWorker',
  '[MSW]',
  'testVM_OsDisk',
  'nothing here is real',
] as const;
