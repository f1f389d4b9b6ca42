import { byId, oneReader } from '#src/api/arm/reader.ts';
import { loadBalancerWire } from '#src/api/network/load-balancers/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { LoadBalancer } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Reads a load balancer: `GET …/Microsoft.Network/loadBalancers/{balancer}` (2024-01-01). */
export const getLoadBalancer = oneReader(
  loadBalancerWire,
  byId(NETWORK_API_VERSION),
  ({ id, properties: all }): LoadBalancer => ({
    id: resourceId(id),
    isExternal: (all?.frontendIPConfigurations ?? []).some(({ properties }) =>
      Boolean(properties?.publicIPAddress?.id ?? properties?.publicIPPrefix?.id),
    ),
  }),
);
