import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { Progress } from '#src/progress/progress.ts';
import { pages } from '#src/strings/pages.ts';
import { stalled } from '#src/strings/progress.ts';
import { notifications, runningBar, tabTitle } from '#src/strings/notifications.ts';
import { leftText } from '#src/progress/live/progress-text.ts';
import { isJob, type Watched } from '#src/wizard/submit/watched.ts';

/** The status of a running job, in one line. */
export function runningStatusText(
  { status }: JobDetails,
  { percent, eta, stall }: Progress,
): string {
  if (stall !== null) return stalled.title(timeText(stall.since));
  if (status === 'cancelling') return pages.jobStatus.cancelling;
  const left = leftText(eta);
  return eta.kind === 'range'
    ? `${percentText(percent)}, ${runningBar.readyIn(left)}`
    : `${percentText(percent)}, ${runningBar.left(left)}`;
}

function percentText(percent: Progress['percent']): string {
  if (percent === null) return runningBar.noPercent;
  const text = pages.job.percent(percent.value);
  return percent.isCurrent ? text : runningBar.percentAt(text, timeText(percent.at));
}

/** The same for the title of a tab: a figure, or that nothing moves. */
export function statusTitle({ percent, stall }: Progress): string {
  if (stall !== null) return tabTitle.state.stalled;
  return percent === null ? tabTitle.state.moving : pages.job.percent(percent.value);
}

/** When what is noted happened, where that is known; else when this browser received it. */
export function whenText(entry: Watched): string {
  if (isJob(entry) && entry.endedAt !== undefined)
    return notifications.ended(dateTimeText(instant(entry.endedAt)));
  const at = dateTimeText(entry.at);
  return entry.news === 'stalled' ? notifications.since(at) : notifications.received(at);
}
