import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { planHashQuery } from '#src/api/queries/validations.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import type { RecordInput } from '#src/pages/job/record/restore-record.ts';
import { recordSteps } from '#src/pages/job/record/steps.ts';
import { marksOf, onMarks } from '#src/wizard/next-steps/marks.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

/** What this browser stored of a restore. */
export type StoredRestore = Pick<RecordInput, 'draft' | 'planHash' | 'steps'>;

/** See {@link StoredRestore}. */
export function useStored(jobId: string, spec: JobSpec): StoredRestore {
  const draft = draftOfJob(jobId);
  useSyncExternalStore(onMarks, () => marksOf(jobId));
  const plan = draft?.plan;
  const { data: planHash = null } = useQuery({
    ...planHashQuery(plan ?? ''),
    enabled: plan !== undefined,
  });
  return { draft, planHash, steps: recordSteps(jobId, spec) };
}
