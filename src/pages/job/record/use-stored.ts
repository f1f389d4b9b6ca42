import { useQuery } from '@tanstack/react-query';
import { planHashQuery } from '#src/api/queries/plan-hash.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import type { RecordInput } from '#src/pages/job/record/restore-record.ts';
import { recordSteps } from '#src/pages/job/record/steps.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

/** What this browser stored of a restore. */
export type StoredRestore = Pick<RecordInput, 'draft' | 'planHash' | 'steps'>;

/** See {@link StoredRestore}. */
export function useStored(jobId: string, spec: JobSpec): StoredRestore {
  const draft = draftOfJob(jobId);
  const plan = draft?.plan;
  const { data: planHash = null } = useQuery({
    ...planHashQuery(plan ?? ''),
    enabled: plan !== undefined,
  });
  return { draft, planHash, steps: recordSteps(jobId, spec) };
}
