import { timeText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { Progress } from '#src/model/progress/progress.ts';
import { pages } from '#src/strings/pages.ts';
import { stalled, verdicts } from '#src/strings/progress.ts';

const QUARTER = 25;

/**
 * What is worth interrupting somebody for: each quarter of the way, another subtask, that nothing moves
 * any more, and the end. Between those the text stays the same, so nothing is read out.
 */
export function spokenProgress(
  { status }: Pick<JobDetails, 'status'>,
  { percent, phase, stall, verdict }: Pick<Progress, 'percent' | 'phase' | 'stall' | 'verdict'>,
): string {
  if (verdict.outcome !== 'running') {
    const { title, body } = verdicts[verdict.outcome];
    return `${title}. ${body}`;
  }
  const reached = percent === null ? 0 : Math.floor(percent.value / QUARTER) * QUARTER;
  return [
    ...(reached === 0 ? [] : [pages.job.percent(reached)]),
    status === 'inProgress' ? (phase?.name ?? '') : pages.jobStatus[status],
    ...(stall === null ? [] : [stalled.title(timeText(stall.since))]),
  ]
    .filter((part) => part !== '')
    .join('. ');
}
