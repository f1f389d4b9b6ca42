import { useQuery } from '@tanstack/react-query';
import { foundDiskQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { isDiskJob, type SourceDisk } from '#src/model/data-protection.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { FoundThings } from '#src/model/progress/found.ts';
import { resourceId } from '#src/model/resource-id.ts';

export interface RestoredDiskRead {
  /** Null: it is not there. Undefined: not looked for, or not read. */
  readonly disk: SourceDisk | null | undefined;
  readonly isReading: boolean;
  /** Why it could not be read; null where it could, or was not looked for. */
  readonly problem: string | null;
}

/**
 * The disk that a restore of a disk has made, read by itself. Of a job that did not end well it is
 * not looked for: a disk of that name may be somebody else's.
 */
export function useRestoredDisk(job: JobDetails): RestoredDiskRead {
  const endedWell = job.status === 'completed' || job.status === 'completedWithWarnings';
  const id = isDiskJob(job) && endedWell ? job.restoredDiskId : null;
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

/** What that says of the target. */
export function foundOf(disk: SourceDisk | null | undefined): FoundThings | null {
  if (disk === undefined) return null;
  return { isMachineThere: null, disks: disk === null ? [] : [disk.name] };
}
