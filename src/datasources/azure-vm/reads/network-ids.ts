import type { NetworkInterface } from '#src/model/network.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

/** What the cards of a machine name of its network. */
interface NetworkIds {
  readonly subnets: readonly ResourceId[];
  readonly publicAddresses: readonly ResourceId[];
  readonly balancers: readonly ResourceId[];
}

/** Ids that the cards read so far name, each once. */
export function networkIds(interfaces: readonly Read<NetworkInterface>[]): NetworkIds {
  const cards = interfaces.flatMap((read) => known(read) ?? []);
  // A card's own security group says it already: whatever the subnet has, there is one.
  const isGuarded = cards.some(({ hasSecurityGroup }) => hasSecurityGroup);
  return {
    subnets: isGuarded ? [] : once(cards.flatMap(({ subnetIds }) => subnetIds)),
    publicAddresses: once(cards.flatMap(({ publicAddressIds }) => publicAddressIds)),
    balancers: once(cards.flatMap(({ balancerIds }) => balancerIds)),
  };
}

function once(ids: readonly ResourceId[]): ResourceId[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}
