import { byId, oneReader } from '#src/api/arm/reader.ts';
import { networkSubnetWire } from '#src/api/network/subnets/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { NetworkSubnet } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/**
 * Reads one subnet, wherever its network is: `GET …/virtualNetworks/{network}/subnets/{subnet}`
 * (2024-01-01).
 */
export const getNetworkSubnet = oneReader(
  networkSubnetWire,
  byId(NETWORK_API_VERSION),
  ({ id, properties }): NetworkSubnet => ({
    id: resourceId(id),
    hasSecurityGroup: Boolean(properties?.networkSecurityGroup?.id),
  }),
);
