import { listReader } from '#src/api/arm/reader.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import { toVirtualNetwork } from '#src/api/network/virtual-networks/map.ts';
import { virtualNetworkPageWire } from '#src/api/network/virtual-networks/wire.ts';

/**
 * The virtual networks of a subscription in all its regions: `GET
 * /subscriptions/{sub}/providers/Microsoft.Network/virtualNetworks` (2024-01-01).
 */
export const listVirtualNetworks = listReader(
  virtualNetworkPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version=${NETWORK_API_VERSION}`,
  toVirtualNetwork,
);
