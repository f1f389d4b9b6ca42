import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { getNetworkInterface } from '#src/api/network/interfaces/ops.ts';
import { getLoadBalancer } from '#src/api/network/load-balancers/ops.ts';
import { getPublicAddress } from '#src/api/network/public-addresses/ops.ts';
import { getNetworkSubnet } from '#src/api/network/subnets/ops.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The network of a machine, each part of it by its id. */

/** One network card. */
export const networkInterfaceQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['network interface', id.toLowerCase()],
    queryFn: ({ signal }) => getNetworkInterface(session(), id, signal),
  });

/** The subnet that a card is in. */
export const networkSubnetQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['subnet', id.toLowerCase()],
    queryFn: ({ signal }) => getNetworkSubnet(session(), id, signal),
  });

/** A public address of a card. */
export const publicAddressQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['public address', id.toLowerCase()],
    queryFn: ({ signal }) => getPublicAddress(session(), id, signal),
  });

/** A load balancer that a card is behind. */
export const loadBalancerQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['load balancer', id.toLowerCase()],
    queryFn: ({ signal }) => getLoadBalancer(session(), id, signal),
  });
