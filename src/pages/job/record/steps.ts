import type { JobSpec } from '#src/datasources/job.ts';
import { instant } from '#src/lib/time.ts';
import { recordedStatus } from '#src/model/next-steps.ts';
import type { RecordStep } from '#src/model/record.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { marksOf, storedSteps } from '#src/wizard/next-steps/marks.ts';

/**
 * The next steps of a restore for its record, as they were last known here. Of a restore that was started
 * elsewhere those that were read or marked here; null: none is known.
 */
export function recordSteps(
  jobId: string,
  { stepText }: Pick<JobSpec, 'stepText'>,
): RecordStep[] | null {
  const marks = marksOf(jobId);
  const isOurs = draftOfJob(jobId)?.nextSteps !== undefined;
  const ids = isOurs ? storedSteps(jobId).map(({ id }) => id) : Object.keys(marks);
  if (!isOurs && ids.length === 0) return null;
  return ids.flatMap((id): RecordStep[] => {
    const title = stepText?.(id) ?? null;
    if (title === null) return [];
    const { status, at } = recordedStatus(marks[id] ?? {});
    return [{ title, status, at: at === null ? null : instant(at) }];
  });
}
