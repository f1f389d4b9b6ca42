import { balancerRoutes } from '#src/mocks/network/load-balancers.ts';
import { interfaceRoutes } from '#src/mocks/network/interfaces.ts';
import { publicAddressRoutes } from '#src/mocks/network/public-addresses.ts';
import { virtualNetworkRoutes } from '#src/mocks/network/virtual-networks.ts';
import type { Route } from '#src/mocks/service.ts';

/** What the simulated Microsoft.Network answers. */
export const networkRoutes: readonly Route[] = [
  ...virtualNetworkRoutes,
  ...interfaceRoutes,
  ...publicAddressRoutes,
  ...balancerRoutes,
];
