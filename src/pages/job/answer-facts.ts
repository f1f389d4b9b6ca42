import { gib } from '#src/lib/bytes.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { dataLossOf } from '#src/pages/job/data-loss.ts';
import type { JobOfPage } from '#src/pages/job/use-job.ts';
import { readyInText } from '#src/progress/live/progress-text.ts';
import type { JobEnd } from '#src/progress/verdict.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

const words = pages.job;

type Facts = [term: string, value: string][];

/** After these nothing has taken the place of what was written since the restore point. */
const BROUGHT_NOTHING: readonly JobEnd[] = ['nothing', 'gone', 'failed', 'cancelled'];

/**
 * When a job is ready, how much it has moved, how long it takes, and what is lost: a restore says of each
 * that it isn't known where it isn't, other jobs have no data to lose. Pure.
 */
export function answerFacts(
  job: JobDetails,
  {
    progress,
    verdict,
    parts,
    service,
  }: Pick<JobOfPage, 'progress' | 'verdict' | 'service'> & {
    readonly parts: Pick<JobOfPage['parts'], 'isRestore'>;
  },
  draft: Draft | null,
): Facts {
  const { eta, ageMs } = progress;
  const { outcome } = verdict;
  const hasLoss = parts.isRestore && !BROUGHT_NOTHING.includes(outcome);
  return [
    ...(outcome === 'running'
      ? ([[words.readyIn, readyInText(service, eta)]] satisfies Facts)
      : []),
    ...transferred(job, parts.isRestore),
    [words.elapsed, ageMs === null ? common.notReported : durationText(ageMs)],
    ...(hasLoss ? ([[words.dataLoss, lossText(job, draft)]] satisfies Facts) : []),
  ];
}

/** How much of how much: a restore says so where its service does not report it. */
function transferred({ bytes }: JobDetails, isRestore: boolean): Facts {
  if (bytes !== null)
    return [[words.transferred, words.bytesOf(gib(bytes.transferred), gib(bytes.total))]];
  return isRestore ? [[words.transferred, common.notReported]] : [];
}

function lossText(job: JobDetails, draft: Draft | null): string {
  const { from, ms, isByComputer } = dataLossOf(job, draft);
  if (from === null || ms === null) return words.lossNotKnown;
  const text = words.writesAfter(dateTimeText(from), durationText(ms));
  return isByComputer ? common.byComputer(text) : text;
}
