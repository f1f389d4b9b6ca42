import { timeText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { Progress } from '#src/progress/progress.ts';
import type { JobVerdict } from '#src/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { verdictWords } from '#src/pages/job/verdict-lines.ts';
import { stalled } from '#src/strings/progress.ts';

/** In percent. */
const QUARTER = 25;

/** Two texts, each read out when it changes; one that is empty is not. */
export interface SpokenProgress {
  readonly quarter: string;
  /** The subtask, that nothing moves any more, or the end. */
  readonly state: string;
}

interface SpokenOf {
  readonly progress: Pick<Progress, 'percent' | 'phase' | 'stall'>;
  readonly verdict: Pick<JobVerdict, 'outcome' | 'own' | 'restored'>;
  readonly service: string;
}

/** News worth announcing. Between two of these both texts stay the same. */
export function spokenProgress(
  job: Pick<JobDetails, 'operation' | 'status'>,
  { progress: { percent, phase, stall }, verdict, service }: SpokenOf,
): SpokenProgress {
  if (verdict.outcome !== 'running') {
    const { title } = verdictWords(service, job, verdict);
    return { quarter: '', state: `${title}.` };
  }
  const reached = percent === null ? 0 : Math.floor(percent.value / QUARTER) * QUARTER;
  const state = [
    job.status === 'inProgress' ? (phase?.name ?? '') : pages.jobStatus[job.status],
    ...(stall === null ? [] : [stalled.title(timeText(stall.since))]),
  ];
  return {
    quarter: reached === 0 ? '' : pages.job.percent(reached),
    state: state.filter((part) => part !== '').join('. '),
  };
}
