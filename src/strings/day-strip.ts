import { sentences } from '#src/strings/sentences.ts';

/** Texts of the strip of a day’s jobs. */
export const dayStrip = sentences({
  title: 'Jobs in the last 24 hours',
  now: 'Now',
  chart: (total: string, parts: string, busiest: string, most: string) =>
    `${total} jobs by the hour they started: ${parts}. Busiest hour: ${busiest} with ${most}.`,
  part: (kind: string, jobs: string) => `${kind} ${jobs}`,
  kinds: {
    completed: 'Completed',
    other: 'Canceled or not reported',
    warnings: 'With warnings',
    failed: 'Failed',
    running: 'In progress',
  },
  ends: { first: 'Started from', last: 'Started before' },
  asTable: 'Show as table',
  hideTable: 'Hide table',
  hour: 'Hour',
  all: 'All',
} as const);
