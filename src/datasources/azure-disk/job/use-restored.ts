import { useQuery } from '@tanstack/react-query';
import { foundDiskQuery } from '#src/api/compute/disks.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import type { Disk } from '#src/model/machines.ts';
import type { JobDetails, JobStatus } from '#src/model/jobs.ts';
import { type FoundThings, isMadeIn } from '#src/progress/observe.ts';
import { resourceId } from '#src/model/resource-id.ts';

const GOOD_ENDS: readonly JobStatus[] = ['completed', 'completedWithWarnings'];

export interface RestoredDiskRead {
  /** Null: it is not there. Undefined: not looked for, or not read. */
  readonly disk: Disk | null | undefined;
  readonly isReading: boolean;
  /** Why it could not be read; null where it could, or was not looked for. */
  readonly problem: string | null;
}

/**
 * The disk that a restore of a disk has created, read by itself. It isn't looked for after a job that
 * didn't end well: a disk of that name may belong to another restore.
 */
export function useRestoredDisk(job: DiskJobDetails | null): RestoredDiskRead {
  const id = job !== null && GOOD_ENDS.includes(job.status) ? job.restoredDiskId : null;
  const { data, error, isLoading } = useQuery({
    ...foundDiskQuery(id ?? resourceId('')),
    enabled: id !== null,
  });
  return {
    disk: data,
    isReading: isLoading,
    problem: data === undefined && error !== null ? problemOf(error).message : null,
  };
}

/** Whether a disk was made by another hand than the job's, by when it was created. */
export const isOfOthers = (
  { startedAt: from, endedAt: to }: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  { createdAt }: Disk,
): boolean => isMadeIn({ from, to }, createdAt) === false;

/** What that says of the target: a disk of the name that was made before or since isn't the job's. */
export function foundOf(
  job: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  disk: Disk | null | undefined,
): FoundThings | null {
  if (disk === undefined) return null;
  const isThere = disk !== null && !isOfOthers(job, disk);
  return { isMachineThere: null, disks: isThere ? [disk.name] : [] };
}
