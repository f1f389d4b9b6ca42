import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/secondary-job.ts';
import { cancelIn } from '#src/pages/job/cancel-text.ts';
import { JobCommands } from '#src/pages/job/JobCommands.tsx';
import { JobView } from '#src/pages/job/JobView.tsx';
import { useProgress } from '#src/pages/job/use-progress.ts';

export interface FollowedJobProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
  readonly readAt: Instant | null;
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
  readonly onRefresh: () => void;
}

/** A job that was read: its commands, and how it stands. */
export function FollowedJob({ id, job, readAt, stale, onRefresh }: FollowedJobProps) {
  const now = useProgress(id, job);
  const region = secondaryJobOf(id)?.place.region ?? null;
  const cancel = cancelIn(region, job.status, now.progress.cancel);
  return (
    <>
      <JobCommands id={id} job={job} cancel={cancel} readAt={readAt} onRefresh={onRefresh} />
      <JobView job={job} region={region} now={now} stale={stale} />
    </>
  );
}
