import type { Subnet, VirtualNetwork } from '#src/model/placement.ts';

/** The subnets that a machine can be put into, in Azure's own order. */
export function usableSubnets({ subnets }: VirtualNetwork): Subnet[] {
  return subnets.filter(({ isDelegated }) => !isDelegated);
}
