import { NO_WRITE, useWrite, type Writing } from '#src/api/queries/use-write.ts';
import type { JobCancel } from '#src/datasources/job.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { type CancelLine, cancelLine } from '#src/pages/job/cancel-text.ts';
import { cancelOf, type Progress } from '#src/progress/progress.ts';

interface Canceling {
  /** Whether it can be canceled now, in words. */
  readonly line: CancelLine;
  readonly request: Writing<void, void>;
}

/** The request that cancels a job, and whether it is offered now. */
export function useCancel(
  job: JobDetails,
  cancel: JobCancel,
  { phases, eta }: Pick<Progress, 'phases' | 'eta'>,
  service: string,
): Canceling {
  // Where a job is never canceled the button stays disabled.
  const request = useWrite('never' in cancel ? NO_WRITE : cancel.mutation);
  const isRequested = !isTerminal(job.status) && (request.isPending || request.isSuccess);
  const offered = isRequested
    ? ({ kind: 'no', why: 'cancelling' } as const)
    : cancelOf(job, phases, eta);
  const never = 'never' in cancel && !isTerminal(job.status) ? cancel.never : null;
  const line = cancelLine(service, offered, never);
  const leaves = 'never' in cancel || !line.isPossible ? null : cancel.leaves?.(job);
  return { line: leaves ? { ...line, ...leaves } : line, request };
}
