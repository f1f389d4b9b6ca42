import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toNetworkInterface } from '#src/api/network/interfaces/map.ts';
import { networkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Reads a network card: `GET …/Microsoft.Network/networkInterfaces/{nic}` (2024-01-01). */
export async function getNetworkInterface(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<NetworkInterface> {
  const url = `${id}?api-version=${NETWORK_API_VERSION}`;
  return toNetworkInterface(
    await sendFor(arm, networkInterfaceWire, { method: 'GET', url, signal }),
  );
}
