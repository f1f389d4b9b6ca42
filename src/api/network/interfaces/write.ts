import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { type StartedWrite, startWrite, type WriteCondition } from '#src/api/arm/write.ts';
import { nicModelWire, type NicModelWire } from '#src/api/network/interfaces/wire-model.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { NicBody } from '#src/model/network.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

const addressOf = (id: ResourceId): string => `${id}?api-version=${NETWORK_API_VERSION}`;

/**
 * Reads a NIC with all that it says, to be changed and written back: `GET …/networkInterfaces/{nic}`
 * (2024-01-01). Null: it is not there.
 */
export async function readInterface(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<NicModelWire | null> {
  try {
    return await sendFor(arm, nicModelWire, { method: 'GET', url: addressOf(id), signal });
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * Writes a NIC whole, once: `PUT …/networkInterfaces/{nic}` (2024-01-01). One that is there with `ifMatch`, of
 * what was read: a PUT replaces all of it, and a PATCH takes tags alone.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function writeInterface(
  arm: ArmPipelines,
  id: ResourceId,
  body: NicBody,
  condition: WriteCondition,
): Promise<StartedWrite> {
  return startWrite(arm, { method: 'PUT', url: addressOf(id), body, ...condition });
}

/** Removes a NIC that no machine has, once: `DELETE …/networkInterfaces/{nic}` (2024-01-01). @throws ArmError. */
export function deleteInterface(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: addressOf(id) });
}
