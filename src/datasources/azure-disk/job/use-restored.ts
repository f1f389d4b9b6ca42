import { useQuery } from '@tanstack/react-query';
import { foundDiskQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { DiskJobDetails, SourceDisk } from '#src/model/data-protection.ts';
import type { JobStatus } from '#src/model/job.ts';
import type { FoundThings } from '#src/progress/found.ts';
import { resourceId } from '#src/model/resource-id.ts';

const GOOD_ENDS: readonly JobStatus[] = ['completed', 'completedWithWarnings'];

export interface RestoredDiskRead {
  /** Null: it is not there. Undefined: not looked for, or not read. */
  readonly disk: SourceDisk | null | undefined;
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

/** What that says of the target. */
export function foundOf(disk: SourceDisk | null | undefined): FoundThings | null {
  if (disk === undefined) return null;
  return { isMachineThere: null, disks: disk === null ? [] : [disk.name] };
}
