import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useIsOpen, useIsVisible } from '#src/app/notifications/use-watched.ts';
import { now } from '#src/lib/clock.ts';
import { isTerminal } from '#src/model/jobs.ts';
import type { Instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { useJobNow } from '#src/progress/live/live.tsx';
import { verdictOf } from '#src/progress/verdict.ts';
import {
  isOver,
  markRead,
  type News,
  noteStatus,
  showOnce,
  type WatchedJob as Watched,
} from '#src/wizard/submit/watched.ts';

export interface WatchedJobProps {
  readonly job: Watched;
  readonly show: (job: Watched) => void;
}

/** Follows one restore from any page and shows its status changes while the tab is visible. */
export function WatchedJob({ job, show }: WatchedJobProps) {
  const { status, since } = useFollowed(job);
  const isVisible = useIsVisible();
  const isSeen = useIsOpen(job.jobId) && isVisible;
  const { jobId, isTold } = job;
  // Synchronizes the status changes, which the browser and all tabs share, with Azure's status and with what
  // this tab shows or marks.
  useEffect(() => {
    if (status !== null) noteStatus(jobId, status, since ?? now());
    if (isSeen) markRead(jobId);
    else if (isVisible && !isTold) void showOnce(job, () => show(job));
  }, [status, since, isSeen, isVisible, isTold, jobId, job, show]);
  return null;
}

interface Followed {
  /** The status of the job; null: nothing was read yet. */
  readonly status: Exclude<News, 'accepted'> | null;
  /** Since when, where Azure's own figures say it. */
  readonly since: Instant | null;
}

/** Reads a job until it has ended, also in a hidden tab. */
function useFollowed(watched: Watched): Followed {
  const id = resourceId(watched.jobId);
  const { error } = useQuery({
    ...jobQuery(id),
    enabled: !isOver(watched),
    refetchIntervalInBackground: true,
  });
  const followed = useJobNow(id, 'listen');
  if (error !== null && problemOf(error).kind === 'notFound')
    return { status: 'gone', since: null };
  if (!followed) return { status: null, since: null };
  const { outcome } = verdictOf(followed.job, null);
  const { stall } = followed.progress;
  if (isTerminal(followed.job.status) && outcome !== 'running')
    return { status: outcome, since: null };
  return stall === null
    ? { status: 'moving', since: null }
    : { status: 'stalled', since: stall.since };
}
