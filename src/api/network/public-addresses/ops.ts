import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { publicAddressWire } from '#src/api/network/public-addresses/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { PublicAddress } from '#src/model/network.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** Reads a public address: `GET …/Microsoft.Network/publicIPAddresses/{address}` (2024-01-01). */
export async function getPublicAddress(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<PublicAddress> {
  const url = `${id}?api-version=${NETWORK_API_VERSION}`;
  const wire = await sendFor(arm, publicAddressWire, { method: 'GET', url, signal });
  const method = wire.properties?.publicIPAllocationMethod?.toLowerCase();
  return { id: resourceId(wire.id), isReserved: method === undefined ? null : method === 'static' };
}
