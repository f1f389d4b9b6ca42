import { useCallback, useState } from 'react';
import { FollowedDrafts } from '#src/app/notifications/FollowedDrafts.tsx';
import { NotificationStack } from '#src/app/notifications/NotificationStack.tsx';
import { TabTitle } from '#src/app/notifications/TabTitle.tsx';
import { useWatchedJobs } from '#src/app/notifications/use-watched.ts';
import { WatchedJob } from '#src/app/notifications/WatchedJob.tsx';
import type { WatchedJob as Watched } from '#src/wizard/submit/watched.ts';

/** Follows the restores that were begun here, and shows what there is to tell of them. */
export function Watch() {
  const [shown, setShown] = useState<readonly Watched[]>([]);
  const jobs = useWatchedJobs();
  // The watchers show news in an effect, so both functions must stay the same.
  const show = useCallback((job: Watched) => setShown((others) => [...others, job]), []);
  const takeAway = useCallback(
    ({ jobId, news }: Pick<Watched, 'jobId' | 'news'>) =>
      setShown((all) => all.filter((one) => one.jobId !== jobId || one.news !== news)),
    [],
  );
  return (
    <>
      <FollowedDrafts />
      <TabTitle />
      {jobs.map((job) => (
        <WatchedJob key={job.jobId} job={job} show={show} takeAway={takeAway} />
      ))}
      <NotificationStack jobs={shown} onPutAway={takeAway} />
    </>
  );
}
