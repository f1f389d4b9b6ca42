import { csvText } from '#src/lib/csv.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import type { Job } from '#src/model/job.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';

/** The list as a table for spreadsheets, with times in UTC and durations in seconds. */
export function jobsCsv(jobs: readonly Job[]): string {
  const rows = jobs.map((job) => [
    (job.status === 'unknown' && job.statusWord) || pages.jobStatus[job.status],
    job.itemName,
    job.operation,
    job.vaultName,
    timeOf(job.startedAt),
    timeOf(job.endedAt),
    job.durationMs === null ? null : Math.round(job.durationMs / 1000),
    job.name,
  ]);
  return csvText([[...words.csv.heads], ...rows]);
}

const timeOf = (at: Instant | null): string | null => (at === null ? null : isoText(at));
