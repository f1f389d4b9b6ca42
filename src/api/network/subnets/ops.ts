import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { networkSubnetWire } from '#src/api/network/subnets/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { NetworkSubnet } from '#src/model/network.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/**
 * Reads one subnet, wherever its network is: `GET …/virtualNetworks/{network}/subnets/{subnet}`
 * (2024-01-01).
 */
export async function getNetworkSubnet(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<NetworkSubnet> {
  const url = `${id}?api-version=${NETWORK_API_VERSION}`;
  const wire = await sendFor(arm, networkSubnetWire, { method: 'GET', url, signal });
  return {
    id: resourceId(wire.id),
    hasSecurityGroup: Boolean(wire.properties?.networkSecurityGroup?.id),
  };
}
