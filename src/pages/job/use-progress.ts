import { useQuery } from '@tanstack/react-query';
import { seenJobQuery } from '#src/api/queries/jobs.ts';
import { pastJobsQuery } from '#src/api/queries/past-jobs.ts';
import { type Restored, restoredQuery } from '#src/api/queries/restored.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import { targetOf } from '#src/model/progress/found.ts';
import { type Progress, progressOf } from '#src/model/progress/progress.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  foundOf,
  type RestoredDiskRead,
  useRestoredDisk,
} from '#src/pages/job/disk/use-restored.ts';
import { type SentRestore, sentRestore } from '#src/wizard/sent-restore.ts';
import { useNow } from '#src/ui/use-now.ts';

/** Between two looks at the clock: times left and running times go on without a read. */
const EVERY_MS = 5000;

/** How a job stands now, and what moment that is. */
export interface JobNow {
  readonly progress: Progress;
  readonly at: Instant;
  /** What was found in the target of one that has ended; null: not read. */
  readonly restored: Restored | null;
  /** The disk that a restore of a disk has made. */
  readonly disk: RestoredDiskRead;
  readonly isTargetRead: boolean;
  /** What it was sent with; null: begun elsewhere, or still running. */
  readonly sent: SentRestore | null;
}

/** How a job stands, by all its reads and by past restores of its vault. */
export function useProgress(id: ResourceId, job: JobDetails): JobNow {
  const isFollowed = !isTerminal(job.status) && job.restoreKind !== null;
  const { data: seen } = useQuery(seenJobQuery(id));
  const { data: past = [] } = useQuery({ ...pastJobsQuery(id), enabled: isFollowed });
  const at = useNow(EVERY_MS);
  const target = isTerminal(job.status) ? targetOf(job) : null;
  const sent = target === null ? null : sentRestore(id);
  const reading = useQuery(
    restoredQuery(id, target, sent === null ? undefined : sent.subscriptionId),
  );
  const restored = reading.data ?? null;
  const disk = useRestoredDisk(job);
  const found = restored && { ...restored, disks: restored.disks?.map(({ name }) => name) ?? null };
  const facts = {
    observations: seen?.observations ?? null,
    past,
    sizeBytes: null,
    found: found ?? foundOf(disk.disk),
  };
  return {
    progress: progressOf(job, facts, at),
    at,
    restored,
    disk,
    isTargetRead: !reading.isLoading && !disk.isReading,
    sent,
  };
}
