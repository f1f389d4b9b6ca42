import {
  getLoadBalancer,
  getNetworkInterface,
  getPublicAddress,
} from '#src/api/network/interfaces.ts';
import { getNetworkSubnet } from '#src/api/network/networks.ts';
import { byId } from '#src/api/queries/by-id.ts';

/** The network of a machine, each part of it by its id. */

/** One NIC. */
export const networkInterfaceQuery = byId('network interface', getNetworkInterface);

/** The subnet that a card is in. */
export const networkSubnetQuery = byId('subnet', getNetworkSubnet);

/** A public address of a card. */
export const publicAddressQuery = byId('public address', getPublicAddress);

/** A load balancer that a card is behind. */
export const loadBalancerQuery = byId('load balancer', getLoadBalancer);
