import type { JobParts } from '#src/datasources/job.ts';
import type { RecordStep } from '#src/model/record/record.ts';

/** The next steps of a restore for its record; null: not known here. */
export function recordSteps({ nextSteps }: Pick<JobParts, 'nextSteps'>): RecordStep[] | null {
  if (nextSteps.length === 0) return null;
  return nextSteps.map((title) => ({ title, state: 'notChecked', at: null }));
}
