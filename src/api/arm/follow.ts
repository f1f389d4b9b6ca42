import { ArmError } from '#src/api/arm/error.ts';
import {
  type AcceptedOperation,
  type FailedOperation,
  pollOperation,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { wait } from '#src/lib/clock.ts';

/** Work that Azure has accepted goes on, whether or not a person waits for it. */
const NEVER = new AbortController().signal;

/**
 * Follows accepted work to its end, at the pace that Azure asks for. Null is work without an address: it ends here.
 * @returns the id of the job that it left, where Azure names one.
 * @throws ArmError `refused` with Azure's reason where the work failed, and as reads do.
 */
export async function followOperation(
  arm: ArmPipelines,
  accepted: AcceptedOperation | null,
): Promise<string | null> {
  let operation = accepted;
  while (operation !== null) {
    await wait(operation.retryAfterMs, NEVER);
    const state = await pollOperation(arm, operation);
    if (state.status === 'succeeded') return state.jobId;
    if (state.status === 'failed') throw failed(state);
    operation = state.next;
  }
  return null;
}

function failed({ code, message, requestId }: FailedOperation) {
  return new ArmError({
    kind: 'refused',
    status: null,
    code,
    message,
    requestId,
    missingAction: null,
    body: '',
  });
}
