import { jobAddress } from '#src/api/arm/address.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { notification, notifications } from '#src/strings/notifications.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import type { WatchedJob } from '#src/wizard/submit/watched.ts';

export interface NotificationLineProps {
  readonly job: WatchedJob;
  readonly onFollow?: () => void;
}

/** The news of a restore, with the way to its job. */
export function NotificationLine({ job, onFollow }: NotificationLineProps) {
  const tell = notification[job.news];
  return (
    <>
      {`${tell(job.machine, momentText(job.at, now()), serviceBehind(job.jobId))} `}
      <RouterLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(job.jobId) }}
        {...(onFollow && { onClick: onFollow })}
      >
        {notifications.open}
      </RouterLink>
    </>
  );
}
