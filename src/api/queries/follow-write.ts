import { ArmError } from '#src/api/arm/error.ts';
import { pollOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import type { StartedWrite } from '#src/api/arm/write.ts';
import { wait } from '#src/lib/clock.ts';

/**
 * Follows a write to its end. One that names no operation ends here: whoever wrote it reads it back.
 * @throws ArmError `refused` with Azure's reason where the work failed, and as reads do.
 */
export async function followWrite(arm: ArmPipelines, started: StartedWrite): Promise<void> {
  let operation = started.kind === 'done' ? null : started.operation;
  while (operation !== null) {
    await wait(operation.retryAfterMs, NEVER);
    const state = await pollOperation(arm, operation);
    if (state.status === 'failed') throw failed(state);
    operation = state.status === 'running' ? state.next : null;
  }
}

/** Work that Azure has accepted goes on, whether or not a person waits for it. */
const NEVER = new AbortController().signal;

function failed({ code, message }: { readonly code: string | null; readonly message: string }) {
  return new ArmError({
    kind: 'refused',
    status: null,
    code,
    message,
    requestId: null,
    missingAction: null,
    body: '',
  });
}
