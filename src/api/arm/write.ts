import { armFacts, isNotFound } from '#src/api/arm/error.ts';
import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send } from '#src/api/arm/send.ts';

/** Writes of resources: each is sent once, and followed to its end. */

/**
 * What Azure made of a write:
 * - `done`: it is over, or there was nothing to do
 * - `accepted`: it is under way; without an operation only the resource itself tells how it stands
 */
export type StartedWrite =
  | { readonly kind: 'done' }
  | { readonly kind: 'accepted'; readonly operation: AcceptedOperation | null };

/** On which condition a resource is written: unchanged since it was read, or not there yet. */
export type WriteCondition = Pick<ArmRequest, 'ifMatch' | 'isOnlyNew'>;

/** States of resources that do not change by themselves. */
const AT_REST = ['succeeded', 'failed', 'canceled'];

/**
 * Starts a write, once. An answer whose headers cannot be read is taken by its status and by the resource's
 * own state.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startWrite(
  arm: ArmPipelines,
  request: Omit<ArmRequest, 'starts'>,
): Promise<StartedWrite> {
  const answer = await send(arm, { ...request, starts: true });
  const operation = acceptedOperation(answer);
  if (operation !== null) return { kind: 'accepted', operation };
  return answer.status === 202 || isUnderWay(answer.body)
    ? { kind: 'accepted', operation: null }
    : { kind: 'done' };
}

function isUnderWay(body: string): boolean {
  const state = /"provisioningState"\s*:\s*"([^"]+)"/.exec(body)?.[1]?.toLowerCase();
  return state !== undefined && !AT_REST.includes(state);
}

/**
 * What is known of a write whose answer was lost, by reading the resource:
 * - `asWanted`: it is as the write wanted it, whoever wrote it
 * - `otherwise`: it is not; the write may still be under way
 * - `unknown`: it could not be read
 */
export type LostWrite = 'asWanted' | 'otherwise' | 'unknown';

/** How a write ended that was started, or whose answer was lost. */
export type WriteStart = StartedWrite | { readonly kind: 'lost'; readonly seen: LostWrite };

/**
 * Starts a write; when its answer is lost the resource is read before anything else is done. Never sends the
 * write again.
 * @param isAsWanted reads the resource and says whether it is as the write wanted it; one that is not there
 * throws, as every read does.
 * @throws ArmError for whatever else goes wrong.
 */
export async function writeOnce(
  start: () => Promise<StartedWrite>,
  isAsWanted: () => Promise<boolean>,
): Promise<WriteStart> {
  try {
    return await start();
  } catch (error) {
    const facts = armFacts(error);
    const isUnclear = facts?.kind === 'lost' || (facts?.status ?? 0) >= 500;
    if (!isUnclear) throw error;
    return { kind: 'lost', seen: await look(isAsWanted) };
  }
}

async function look(isAsWanted: () => Promise<boolean>): Promise<LostWrite> {
  try {
    return (await isAsWanted()) ? 'asWanted' : 'otherwise';
  } catch (error) {
    return isNotFound(error) ? 'otherwise' : 'unknown';
  }
}
