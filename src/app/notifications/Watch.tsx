import { useCallback, useState } from 'react';
import { FollowedDrafts } from '#src/app/notifications/FollowedDrafts.tsx';
import { NotificationStack } from '#src/app/notifications/NotificationStack.tsx';
import { TabTitle } from '#src/app/notifications/TabTitle.tsx';
import { useWatched, useWatchedJobs } from '#src/app/notifications/use-watched.ts';
import { WatchedJob } from '#src/app/notifications/WatchedJob.tsx';
import { WatchedSessions } from '#src/app/notifications/WatchedSessions.tsx';
import { keyOf, type Watched } from '#src/wizard/submit/watched.ts';

/** Follows restores started here and shows their notifications. */
export function Watch() {
  const [shown, setShown] = useState<readonly Watched[]>([]);
  const entries = useWatched();
  const jobs = useWatchedJobs();
  // The watchers show news in an effect, so the function must stay the same.
  const show = useCallback(
    (entry: Watched) => setShown((all) => [...all.filter((one) => !isSameNews(one, entry)), entry]),
    [],
  );
  // News that were read or overtaken, or are of what was taken off the list, are no news.
  const isNews = (one: Watched): boolean =>
    entries.some((entry) => !entry.isRead && isSameNews(entry, one));
  return (
    <>
      <FollowedDrafts />
      <TabTitle />
      {jobs.map((job) => (
        <WatchedJob key={job.jobId} job={job} show={show} />
      ))}
      <WatchedSessions show={show} />
      <NotificationStack
        entries={shown.filter(isNews)}
        onPutAway={(gone) => setShown((all) => all.filter((one) => !isSameNews(one, gone)))}
      />
    </>
  );
}

/** Several tabs note the same news a moment apart, so their time doesn't count. */
const isSameNews = (one: Watched, other: Watched): boolean =>
  keyOf(one) === keyOf(other) && one.news === other.news;
