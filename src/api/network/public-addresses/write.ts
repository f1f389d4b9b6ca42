import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/write.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A new public address, of the standard kind: it stays the same when the machine is stopped. */
export interface NewPublicAddress {
  readonly id: ResourceId;
  readonly region: string;
  readonly zones?: readonly string[];
}

const addressOf = (id: ResourceId): string => `${id}?api-version=${NETWORK_API_VERSION}`;

/**
 * Creates a public address, once, and overwrites none: `PUT …/publicIPAddresses/{address}` (2024-01-01).
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function writePublicAddress(
  arm: ArmPipelines,
  { id, region, zones }: NewPublicAddress,
): Promise<StartedWrite> {
  return startWrite(arm, {
    method: 'PUT',
    url: addressOf(id),
    isOnlyNew: true,
    body: {
      location: region,
      sku: { name: 'Standard' },
      ...(zones === undefined ? {} : { zones }),
      properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
    },
  });
}

/** Removes a public address that no NIC has, once: `DELETE …/publicIPAddresses/{address}` (2024-01-01). @throws ArmError. */
export function deletePublicAddress(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: addressOf(id) });
}
