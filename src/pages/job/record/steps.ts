import type { JobSpec } from '#src/datasources/job.ts';
import type { RecordStep } from '#src/model/record/record.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** The next steps of a restore for its record; null: not known here. */
export function recordSteps(
  draft: Draft | null,
  { stepText }: Pick<JobSpec, 'stepText'>,
): RecordStep[] | null {
  if (draft?.nextSteps === undefined) return null;
  return draft.nextSteps.flatMap((id): RecordStep[] => {
    const title = stepText?.(id) ?? null;
    return title === null ? [] : [{ title, state: 'notChecked', at: null }];
  });
}
