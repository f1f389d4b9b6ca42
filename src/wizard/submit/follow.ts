import type { OperationState } from '#src/api/arm/operation.ts';
import { isNotFound } from '#src/api/arm/error.ts';
import type { DiskRestoreState } from '#src/api/data-protection/restores/ops.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { secondaryJobId } from '#src/model/secondary-job.ts';
import type { Draft, Submission } from '#src/wizard/draft/schema.ts';
import { machineOf } from '#src/wizard/draft/machine-of.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { watchJob } from '#src/wizard/submit/watched.ts';

/** Writes down how an operation ended: its job, its failure, or that nobody knows it any more. */
export function operationEnded(
  draftId: string,
  state: OperationState | DiskRestoreState | undefined,
  error: unknown,
): void {
  if (isNotFound(error)) settleAs(draftId, lost);
  else if (state?.status === 'succeeded')
    settleAs(draftId, (draft) => succeeded(draft, state.jobId));
  else if (state?.status === 'started') {
    const { jobId } = state;
    settleAs(draftId, (draft) => (jobId === null ? lost(draft) : jobOf(draft, jobId, false)));
  } else if (state?.status === 'failed') {
    const { code, message } = state;
    settleAs(draftId, () => ({ state: 'refused', code, message, requestId: null }));
  }
}

/** Takes a job that was found for the draft's own. */
export function adoptJob(draftId: string, jobId: string): void {
  changeDraft(draftId, (draft) => ({ ...draft, submission: jobOf(draft, jobId, true) }));
}

/** Writes down the job that the answer to a draft's request named. */
export function jobStarted(draftId: string, jobId: string): void {
  changeDraft(draftId, (draft) => ({ ...draft, submission: jobOf(draft, jobId, false) }));
}

/** Gives a request up whose job was not found: the person decided, never the product. */
export function giveUp(draftId: string): void {
  changeDraft(draftId, (draft) => ({ ...draft, submission: { state: 'none' } }));
}

function settleAs(draftId: string, end: (draft: Draft) => Submission): void {
  changeDraft(draftId, (draft) =>
    draft.submission.state === 'accepted' ? { ...draft, submission: end(draft) } : draft,
  );
}

/** An operation that ended well without naming its job leaves the job to be found. */
function succeeded(draft: Draft, jobId: string | null): Submission {
  const vaultId = vaultIdOf(draft.choices.instance ?? '');
  if (jobId === null || vaultId === null) return lost(draft);
  const { submission } = draft;
  const region = submission.state === 'accepted' ? submission.secondaryRegion : undefined;
  const id =
    region === undefined
      ? `${vaultId}/backupJobs/${jobId}`
      : secondaryJobId({ vaultId, region }, jobId);
  return jobOf(draft, id, false);
}

/** From here on the job is watched wherever one goes in the product. */
function jobOf(draft: Draft, jobId: string, isAdopted: boolean): Submission {
  watchJob(jobId, machineOf(draft) ?? jobId);
  return { state: 'job', jobId, isAdopted };
}

function lost(draft: Draft): Submission {
  const { submission } = draft;
  if (submission.state !== 'accepted') return submission;
  const { operation: _operation, ...sent } = submission;
  return { ...sent, state: 'lost' };
}
