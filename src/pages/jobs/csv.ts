import type { ListFile } from '#src/datasources/list.ts';
import { isoOrNull } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';

/** The list as a table for spreadsheets, with times in UTC and durations in seconds. */
export const jobsCsv: ListFile<Job> = {
  ...words.csv,
  cells: (job) => [
    (job.status === 'unknown' && job.statusWord) || pages.jobStatus[job.status],
    job.itemName,
    job.operation,
    job.vaultName,
    isoOrNull(job.startedAt),
    isoOrNull(job.endedAt),
    job.durationMs === null ? null : Math.round(job.durationMs / 1000),
    job.name,
  ],
};
