import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import type { toCreateTaskBody } from '#src/api/commvault/restores/body.ts';
import { createdWire } from '#src/api/commvault/restores/wire.ts';

/**
 * Sends the one request of a restore: POST of `/CreateTask`. Nothing repeats it, not even after a renewal of the
 * tokens.
 * @returns the number of its job; null: the answer names none, so whether one was started is unknown.
 * @throws ArmError `refused` with a status of 4xx where nothing was started; whatever else it throws, but
 * `notSent`, leaves that unknown.
 */
export async function createTask(
  serve: ArmPipelines,
  body: ReturnType<typeof toCreateTaskBody>,
): Promise<string | null> {
  const request = { method: 'POST', url: '/CreateTask', body, starts: true } as const;
  const { jobIds } = await sendFor(serve, createdWire, request);
  return jobIds?.find((id) => id !== null && /^\d+$/.test(id)) ?? null;
}
