import { useQuery } from '@tanstack/react-query';
import { jobPages } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { ALL_JOBS, isBackup, isTerminal, type Job, NEWEST_FIRST } from '#src/model/jobs.ts';
import { useJobsElsewhere } from '#src/progress/live/all-jobs.ts';

/** Backups in progress, as the lists have them: none is read by itself. */

const UNDER_WAY = {
  ...ALL_JOBS,
  operations: ['Backup'],
  statuses: ['inProgress', 'cancelling'],
} as const;

/** The list over all vaults of Azure. */
export const runningBackupsQuery = () => pageQuery(jobPages(UNDER_WAY, NEWEST_FIRST), 0);

/** Those of all services, the oldest first. */
export function useRunningBackups(): readonly Job[] {
  const { data } = useQuery(runningBackupsQuery());
  const { others } = useJobsElsewhere();
  return backupsIn([...(data?.rows ?? []), ...others]);
}

/** The backups among jobs that haven't ended, the oldest first. Pure. */
const backupsIn = (jobs: readonly Job[]): readonly Job[] =>
  jobs
    .filter((job) => isBackup(job) && !isTerminal(job.status) && job.status !== 'unknown')
    .toSorted((one, other) => (one.startedAt ?? Infinity) - (other.startedAt ?? Infinity));
