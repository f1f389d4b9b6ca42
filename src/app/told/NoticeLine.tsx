import { jobAddress } from '#src/api/arm/address.ts';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { notice, notices } from '#src/strings/told.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import type { WatchedJob } from '#src/wizard/submit/watched.ts';

export interface NoticeLineProps {
  readonly job: WatchedJob;
  readonly onFollow?: () => void;
}

/** The news of a restore, with the way to its job. */
export function NoticeLine({ job, onFollow }: NoticeLineProps) {
  return (
    <>
      {`${notice[job.news](job.machine, momentText(job.at, now()))} `}
      <RouterLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(job.jobId) }}
        {...(onFollow && { onClick: onFollow })}
      >
        {notices.open}
      </RouterLink>
    </>
  );
}
