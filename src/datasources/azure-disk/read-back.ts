import { useQuery } from '@tanstack/react-query';
import { diskReadBack } from '#src/api/queries/read-back.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import type { Disk } from '#src/model/machines.ts';
import type { PartRead, ReadBack } from '#src/model/read-back.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { type FoundThings, isMadeIn } from '#src/progress/observe.ts';
import { isDiskOf, readOf } from '#src/progress/live/machine-read-back.ts';

/** Whether a disk was made by another hand than the job's, by when it was created. */
export const isOfOthers = (
  { startedAt: from, endedAt: to }: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  { createdAt }: Disk,
): boolean => isMadeIn({ from, to }, createdAt) === false;

/** What that says of the target: a disk of the name that was made before or since isn't the job's. */
export function foundDisk(
  job: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  disk: Disk | null | undefined,
): FoundThings | null {
  if (disk === undefined) return null;
  const isThere = disk !== null && !isOfOthers(job, disk);
  return { isMachineThere: null, disks: isThere ? [disk.name] : [] };
}

/** What is read back of the restore of a disk that has ended, which leaves one disk at most; null: it goes on. */
export function useDiskReadBack(job: DiskJobDetails | null, isRestore: boolean): ReadBack | null {
  const isOver = job !== null && isRestore && isTerminal(job.status);
  const id = isOver ? job.restoredDiskId : null;
  const { data, error, isFetching, refetch } = useQuery(diskReadBack(job?.id ?? '', id));
  if (!isOver) return null;
  const read: PartRead =
    id === null
      ? { is: 'notInJob' }
      : readOf({ data, error, isFetching }, (disk) => isDiskOf(job, disk));
  return {
    parts: [
      {
        id: id ?? 'disk',
        kind: 'disk',
        name: id === null ? null : nameOf(id),
        place: id === null ? null : (parseResourceId(id)?.resourceGroup ?? null),
        read,
        readIt: id === null ? null : () => void refetch(),
        ...(data?.thing && { sizeGiB: data.thing.sizeGiB }),
      },
    ],
    source: job.itemName,
  };
}
