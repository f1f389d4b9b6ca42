import { armFacts, isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toMachine } from '#src/api/compute/machines/map.ts';
import { machineWire } from '#src/api/compute/machines/wire.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';

/** Answers of 404 that speak of the address, so that nobody knows about the machine (azure-contract §12). */
const ABOUT_THE_ADDRESS = ['InvalidResourceType', 'SubscriptionNotFound'];

/**
 * Reads the source VM: `GET …/virtualMachines/{vm}` (2024-03-01). Null: it is gone, which is an
 * answer and no error, since backups outlive their machines.
 */
export async function getMachine(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Machine | null> {
  const url = `${id}?api-version=2024-03-01`;
  try {
    return toMachine(await sendFor(arm, machineWire, { method: 'GET', url, signal }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return isNotFound(error) && !ABOUT_THE_ADDRESS.includes(armFacts(error)?.code ?? '');
}
