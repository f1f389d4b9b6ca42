import { jobAddress } from '#src/api/arm/address.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { sessionNotification } from '#src/strings/files.ts';
import { notification, notifications } from '#src/strings/notifications.ts';
import { ownRestoreNames } from '#src/progress/live/restore-names.ts';
import type { Tone } from '#src/ui/Status.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import {
  isJob,
  type News,
  type SessionNews,
  type Watched,
  watchedJobs,
  type WatchedSession,
} from '#src/wizard/submit/watched.ts';

interface NotificationLineProps {
  readonly entry: Watched;
  /** What it is about, of {@link namesOfEntries}. */
  readonly name: string;
  readonly onFollow?: () => void;
}

/** The news of a restore, with the way to its job; or of a session of file recovery, with the way to its draft. */
export function NotificationLine({ entry, name, onFollow }: NotificationLineProps) {
  const follow = onFollow && { onClick: onFollow };
  if (!isJob(entry)) {
    return (
      <>
        {`${sessionText(entry)} `}
        <DraftLink id={entry.draftId} {...follow}>
          {sessionNotification.open}
        </DraftLink>
      </>
    );
  }
  const { jobId, news, at } = entry;
  const tell = notification[news];
  return (
    <>
      {`${tell(name, momentText(at, now()), serviceBehind(jobId))} `}
      <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }} {...follow}>
        {notifications.open}
      </RouterLink>
    </>
  );
}

/**
 * What notifications are about: a restore with its target, apart from others of this browser. Once for a list, since all
 * drafts are looked at.
 */
export function namesOfEntries(): (entry: Watched) => string {
  const names = ownRestoreNames(watchedJobs());
  return (entry) => (isJob(entry) ? names.get(entry.jobId) : undefined) ?? entry.machine;
}

function sessionText({ news, machine, endsAt }: WatchedSession): string {
  const end = endsAt === null ? null : momentText(instant(endsAt), now());
  return sessionNotification[news](machine, end);
}

/** The look of a notification by its kind. */
export const TONES: Readonly<Record<News | SessionNews, Tone>> = {
  accepted: 'running',
  stalled: 'warning',
  moving: 'running',
  done: 'done',
  doneWithWork: 'warning',
  disksOnly: 'warning',
  nothing: 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
  gone: 'unknown',
  mounted: 'running',
  lastHour: 'warning',
  lastMinutes: 'warning',
  unmountOpen: 'unknown',
};
