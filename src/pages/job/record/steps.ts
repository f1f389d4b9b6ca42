import type { JobSpec } from '#src/datasources/job.ts';
import { instant } from '#src/lib/time.ts';
import { keptStatus } from '#src/model/next-steps/status.ts';
import type { RecordStep } from '#src/model/record/record.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { keptSteps } from '#src/wizard/next-steps/kept.ts';
import { marksOf } from '#src/wizard/next-steps/marks.ts';

/**
 * The next steps of a restore for its record, as they were last known here. Of a restore that was started
 * elsewhere those that were verified or marked here; null: none is known.
 */
export function recordSteps(
  jobId: string,
  { stepText }: Pick<JobSpec, 'stepText'>,
): RecordStep[] | null {
  const kept = draftOfJob(jobId)?.nextSteps === undefined ? markedSteps(jobId) : keptSteps(jobId);
  return (
    kept?.flatMap(({ id, status, at }): RecordStep[] => {
      const title = stepText?.(id) ?? null;
      return title === null ? [] : [{ title, status, at: at === null ? null : instant(at) }];
    }) ?? null
  );
}

function markedSteps(jobId: string): ReturnType<typeof keptSteps> | null {
  const marked = Object.entries(marksOf(jobId))
    .map(([id, marks]) => ({ id, ...keptStatus(marks) }))
    .filter(({ status }) => status !== 'notChecked');
  return marked.length === 0 ? null : marked;
}
