import { statusTitle } from '#src/app/notifications/status-text.ts';
import { useWatchedJobs } from '#src/app/notifications/use-watched.ts';
import { countText } from '#src/lib/format.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { useJobNow } from '#src/progress/live/live.tsx';
import { tabTitle as words } from '#src/strings/notifications.ts';
import { useTitlePrefix } from '#src/ui/page.tsx';
import { isOver, type WatchedJob } from '#src/wizard/submit/watched.ts';

/** Shows the status of restores in the tab's title: an end that isn't marked as seen comes first. */
export function TabTitle() {
  const jobs = useWatchedJobs();
  const unseen = jobs.find((job) => isOver(job) && !job.isRead);
  const running = jobs.filter((job) => !isOver(job));
  const [only] = running;
  if (unseen !== undefined)
    return <Title text={words.of(words.state[unseen.news], unseen.machine)} />;
  if (only === undefined) return null;
  if (running.length > 1) return <Title text={words.several(countText(running.length))} />;
  return <RunningTitle job={only} />;
}

function RunningTitle({ job }: { readonly job: WatchedJob }) {
  const read = useJobNow(resourceId(job.jobId), 'listen');
  const state = read ? statusTitle(read.progress) : words.state[job.news];
  return <Title text={words.of(state, job.machine)} />;
}

function Title({ text }: { readonly text: string }) {
  useTitlePrefix(text);
  return null;
}
