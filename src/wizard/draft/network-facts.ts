import type { NetworkInterface } from '#src/model/network.ts';
import type { VmFacts } from '#src/rules/facts.ts';
import { allKnown, anyOf, known, type NetworkReads, type Reads } from '#src/wizard/draft/reads.ts';

/** What the network cards of the source machine tell, as far as they were read. */
export function networkFacts(reads: Reads): Partial<VmFacts> {
  const machine = known(reads.machine) ?? null;
  // One card that is not named leaves open what it hangs on.
  if (machine === null || machine.nicCount !== reads.interfaces.length) return {};
  const ofCards = (says: (card: NetworkInterface) => boolean) =>
    anyOf(reads.interfaces.map((read) => answer(known(read), says)));
  const cards = allKnown(reads.interfaces);
  return {
    staticIp: ofCards(({ hasStaticAddress }) => hasStaticAddress),
    // Azure deletes no network with a card in it.
    vnetInPrimary: ofCards(({ subnetIds }) => subnetIds.length > 0),
    hasNsg: anyOf([
      ofCards(({ hasSecurityGroup }) => hasSecurityGroup),
      ...reads.subnets.map((read) => known(read)?.hasSecurityGroup),
    ]),
    ...(cards === undefined
      ? {}
      : { loadBalancer: balancerOf(reads), reservedIpCount: reservedOf(reads) }),
  };
}

function answer<Value>(value: Value | undefined, says: (value: Value) => boolean) {
  return value === undefined ? undefined : says(value);
}

function balancerOf({ balancers }: NetworkReads): VmFacts['loadBalancer'] | undefined {
  if (balancers.length === 0) return 'none';
  const isExternal = anyOf(balancers.map((read) => known(read)?.isExternal));
  if (isExternal === undefined) return undefined;
  return isExternal ? 'external' : 'internal';
}

function reservedOf({ publicAddresses }: NetworkReads): number | undefined {
  const addresses = allKnown(publicAddresses);
  if (addresses === undefined || addresses.some(({ isReserved }) => isReserved === null)) {
    return undefined;
  }
  return addresses.filter(({ isReserved }) => isReserved).length;
}
