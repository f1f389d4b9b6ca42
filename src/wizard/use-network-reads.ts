import { useQueries } from '@tanstack/react-query';
import {
  loadBalancerQuery,
  networkInterfaceQuery,
  networkSubnetQuery,
  publicAddressQuery,
} from '#src/api/queries/network.ts';
import type { Machine } from '#src/model/target.ts';
import { networkIds } from '#src/wizard/draft/network-ids.ts';
import type { NetworkReads } from '#src/wizard/draft/reads.ts';
import { readOf } from '#src/wizard/read-of.ts';

/** Asks Azure about the network of a machine: its cards, then what they name. */
export function useNetworkReads(machine: Machine | null | undefined): NetworkReads {
  const cards = useQueries({ queries: (machine?.nicIds ?? []).map(networkInterfaceQuery) });
  const interfaces = cards.map(readOf);
  const ids = networkIds(interfaces);
  const subnets = useQueries({ queries: ids.subnets.map(networkSubnetQuery) });
  const publicAddresses = useQueries({ queries: ids.publicAddresses.map(publicAddressQuery) });
  const balancers = useQueries({ queries: ids.balancers.map(loadBalancerQuery) });
  return {
    interfaces,
    subnets: subnets.map(readOf),
    publicAddresses: publicAddresses.map(readOf),
    balancers: balancers.map(readOf),
  };
}
