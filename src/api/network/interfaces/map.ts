import type { ConfigurationWire, NetworkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

type Configuration = NonNullable<ConfigurationWire['properties']>;

/** Maps a NIC. */
export function toNetworkInterface({ id, properties }: NetworkInterfaceWire): NetworkInterface {
  const all = (properties?.ipConfigurations ?? []).flatMap((one) =>
    one.properties ? [one.properties] : [],
  );
  const addresses = all.map(({ privateIPAddress, privateIPAllocationMethod }) => ({
    address: privateIPAddress ?? null,
    isStatic: privateIPAllocationMethod?.toLowerCase() === 'static',
  }));
  return {
    id: resourceId(id),
    hasStaticAddress: addresses.some(({ isStatic }) => isStatic),
    addresses,
    hasSecurityGroup: Boolean(properties?.networkSecurityGroup?.id),
    subnetIds: idsOf(all.map(({ subnet }) => subnet?.id)),
    publicAddressIds: idsOf(all.map(({ publicIPAddress }) => publicIPAddress?.id)),
    balancerIds: idsOf(all.flatMap(balancersOf)),
  };
}

/** Ids of balancers: a NIC names their pools and rules, whose ids start with the balancer's id. */
function balancersOf(configuration: Configuration): (string | undefined)[] {
  const parts = [
    ...(configuration.loadBalancerBackendAddressPools ?? []),
    ...(configuration.loadBalancerInboundNatRules ?? []),
  ];
  return parts.map(({ id }) => /^.*\/loadBalancers\/[^/]+/i.exec(id ?? '')?.[0]);
}

/** Each id once, whatever its letter case. */
function idsOf(ids: readonly (string | null | undefined)[]): ResourceId[] {
  const byFold = new Map<string, ResourceId>();
  for (const id of ids) {
    const key = id?.toLowerCase() ?? '';
    if (id && !byFold.has(key)) byFold.set(key, resourceId(id));
  }
  return [...byFold.values()];
}
