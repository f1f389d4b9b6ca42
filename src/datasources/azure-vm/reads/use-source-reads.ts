import { useQueries, useQuery } from '@tanstack/react-query';
import {
  instanceQuery,
  recoveryPointsQuery,
  secondaryPointsQuery,
  vaultEncryptionQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { diskQuery, machineQuery, subscriptionsQuery } from '#src/api/queries/targets.ts';
import { now } from '#src/lib/clock.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
import { readOf } from '#src/wizard/reads/read-of.ts';
import {
  loadBalancerQuery,
  networkInterfaceQuery,
  networkSubnetQuery,
  publicAddressQuery,
} from '#src/api/queries/network.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type {
  NetworkReads,
  Reads,
  TARGET_NOT_ASKED,
} from '#src/datasources/azure-vm/reads/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/choices/target-region.ts';

/** What is known of a protected machine, wherever it is restored to. */
export type SourceReads = Omit<Reads, keyof typeof TARGET_NOT_ASKED>;

/** Asks Azure about a protected machine, each thing once its id is known; null: none is chosen. */
export function useSourceReads(
  itemId: string | null,
  regionView: VmChoices['regionView'] = 'primary',
): SourceReads {
  const id = resourceId(itemId ?? '');
  const isChosen = itemId !== null;
  const instance = useQuery({ ...instanceQuery(id), enabled: isChosen });
  const points = useQuery({ ...recoveryPointsQuery(id), enabled: isChosen });
  const item = instance.data;
  const isRead = item !== undefined;
  const vaultId = item?.vaultId ?? id;
  const vault = useQuery({ ...vaultQuery(vaultId), enabled: isRead });
  const vaultEncryption = useQuery({ ...vaultEncryptionQuery(vaultId), enabled: isRead });
  const secondaryPoints = useQuery({
    ...secondaryPointsQuery(id),
    enabled: isChosen && goesToSecondary({ regionView }, { vault: readOf(vault) }),
  });
  const hasSecondary = vault.data?.crossRegionRestore === true;
  const vaultPermissions = useQuery({ ...permissionsQuery(vaultId), enabled: hasSecondary });
  const machine = useQuery({ ...machineQuery(item?.sourceResourceId ?? id), enabled: isRead });
  const subscriptions = useQuery(subscriptionsQuery());
  const disks = useQueries({ queries: diskIds(machine.data).map(diskQuery) });
  const network = useNetworkReads(machine.data);
  return {
    ...network,
    at: now(),
    instance: readOf(instance),
    vault: readOf(vault),
    vaultEncryption: readOf(vaultEncryption),
    vaultPermissions: readOf(vaultPermissions),
    points: readOf(points),
    secondaryPoints: readOf(secondaryPoints),
    machine: readOf(machine),
    disks: disks.map(readOf),
    subscriptions: readOf(subscriptions),
  };
}

function diskIds(machine: Machine | null | undefined) {
  return (machine?.disks ?? []).flatMap(({ managedDiskId }) =>
    managedDiskId === null ? [] : [managedDiskId],
  );
}

/** Asks Azure about the network of a machine: its cards, then what they name. */
function useNetworkReads(machine: Machine | null | undefined): NetworkReads {
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

/** What is to be asked next of the network that the cards of a machine are in. */
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
