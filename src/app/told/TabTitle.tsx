import { standTitle } from '#src/app/told/stand-text.ts';
import { useStand, useWatchedJobs } from '#src/app/told/use-watched.ts';
import { countText } from '#src/lib/format.ts';
import { tabTitle as words } from '#src/strings/told.ts';
import { useTitlePrefix } from '#src/ui/title-state.ts';
import { isOver, type WatchedJob } from '#src/wizard/submit/watched.ts';

/** Says in the tab's title how restores stand: an end that nobody has seen yet comes first. */
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
  const stand = useStand(job.jobId);
  const state = stand === null ? words.state[job.news] : standTitle(stand.progress);
  return <Title text={words.of(state, job.machine)} />;
}

function Title({ text }: { readonly text: string }) {
  useTitlePrefix(text);
  return null;
}
