import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { ownerWire } from '#src/api/toy/owner/wire.ts';

/** The name of whom the token belongs to: proof that the shelf answers and accepts it. @throws ArmError. */
export async function getOwner(shelf: ArmPipelines, signal?: AbortSignal): Promise<string> {
  return (await sendFor(shelf, ownerWire, { method: 'GET', url: '/owner', signal })).owner;
}
