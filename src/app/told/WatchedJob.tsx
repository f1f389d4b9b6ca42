import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { useIsOpen, useIsVisible, useStand } from '#src/app/told/use-watched.ts';
import { now } from '#src/lib/clock.ts';
import { isTerminal } from '#src/model/job.ts';
import type { Instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  isOver,
  markRead,
  type News,
  noteStand,
  tellOnce,
  type WatchedJob as Watched,
} from '#src/wizard/submit/watched.ts';

export interface WatchedJobProps {
  readonly job: Watched;
  readonly show: (job: Watched) => void;
  readonly takeAway: (job: Pick<Watched, 'jobId' | 'news'>) => void;
}

/** Follows one restore from any page, and tells its news where somebody can see them. */
export function WatchedJob({ job, show, takeAway }: WatchedJobProps) {
  const { stand, since } = useFollowed(job);
  const isVisible = useIsVisible();
  const isSeen = useIsOpen(job.jobId) && isVisible;
  const { jobId, news, isTold, isRead } = job;
  // Synchronises the news, which are the browser's and all tabs', with what Azure says and what
  // this tab shows or marks.
  useEffect(() => {
    if (stand !== null) noteStand(jobId, stand, since ?? now());
    if (isSeen) markRead(jobId);
    else if (isVisible && !isTold) void tellOnce(job, () => show(job));
    if (isRead) takeAway(job);
  }, [stand, since, isSeen, isVisible, isTold, isRead, jobId, job, show, takeAway]);
  // News that were overtaken, or are of a job that was taken off the list, are no news.
  useEffect(() => () => takeAway({ jobId, news }), [jobId, news, takeAway]);
  return null;
}

interface Followed {
  /** How the job stands; null: nothing was read yet. */
  readonly stand: Exclude<News, 'accepted'> | null;
  /** Since when, where Azure's own figures say it. */
  readonly since: Instant | null;
}

/** Reads a job until it has ended, also in a hidden tab. */
function useFollowed(watched: Watched): Followed {
  const { jobId } = watched;
  const { error } = useQuery({
    ...jobQuery(resourceId(jobId)),
    enabled: !isOver(watched),
    refetchIntervalInBackground: true,
  });
  const stand = useStand(jobId);
  if (error !== null && problemOf(error).kind === 'notFound') return { stand: 'gone', since: null };
  if (stand === null) return { stand: null, since: null };
  const { verdict, stall } = stand.progress;
  if (isTerminal(stand.job.status) && verdict.outcome !== 'running')
    return { stand: verdict.outcome, since: null };
  return stall === null
    ? { stand: 'moving', since: null }
    : { stand: 'stalled', since: stall.since };
}
