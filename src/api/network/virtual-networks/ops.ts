import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import { toVirtualNetwork } from '#src/api/network/virtual-networks/map.ts';
import { virtualNetworkPageWire } from '#src/api/network/virtual-networks/wire.ts';
import type { VirtualNetwork } from '#src/model/placement.ts';

/**
 * The virtual networks of a subscription in all its regions: `GET
 * /subscriptions/{sub}/providers/Microsoft.Network/virtualNetworks` (2024-01-01).
 */
export async function listVirtualNetworks(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<VirtualNetwork[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version=${NETWORK_API_VERSION}`;
  const list = await wholeList(arm, virtualNetworkPageWire, url, signal);
  return list.map(toVirtualNetwork);
}
