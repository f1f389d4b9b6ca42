import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { loadBalancerWire } from '#src/api/network/load-balancers/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { LoadBalancer } from '#src/model/network.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** Reads a load balancer: `GET …/Microsoft.Network/loadBalancers/{balancer}` (2024-01-01). */
export async function getLoadBalancer(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<LoadBalancer> {
  const url = `${id}?api-version=${NETWORK_API_VERSION}`;
  const wire = await sendFor(arm, loadBalancerWire, { method: 'GET', url, signal });
  const fronts = wire.properties?.frontendIPConfigurations ?? [];
  return {
    id: resourceId(wire.id),
    isExternal: fronts.some(({ properties }) =>
      Boolean(properties?.publicIPAddress?.id ?? properties?.publicIPPrefix?.id),
    ),
  };
}
