import { followOperation, type StartedWrite } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';

/**
 * Follows a write to its end. One that names no operation ends here: whoever wrote it reads it back.
 * @throws ArmError `refused` with Azure's reason where the work failed, and as reads do.
 */
export async function followWrite(arm: ArmPipelines, started: StartedWrite): Promise<void> {
  await followOperation(arm, started.kind === 'done' ? null : started.operation);
}
