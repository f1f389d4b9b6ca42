import { useQuery } from '@tanstack/react-query';
import { availabilitySetsQuery, machineNamesQuery } from '#src/api/compute/machines.ts';
import { machineSizesQuery } from '#src/api/compute/sizes.ts';
import { virtualNetworksQuery } from '#src/api/network/networks.ts';
import { firstFailed } from '#src/api/queries/query.ts';
import { sizesFor } from '#src/datasources/azure-vm/disks/eligible.ts';
import { takenNames } from '#src/lib/list.ts';
import type { Disk } from '#src/model/machines.ts';
import { sameRegion } from '#src/model/places.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** What a new VM of an OS disk can be given, read from Azure. */
export function useBuildChoices(
  group: ResourceId,
  osDisk: Disk | undefined,
  { name, networkId }: { readonly name: string | null; readonly networkId: string | null },
) {
  const subscriptionId = group.split('/')[2] ?? '';
  const region = osDisk?.region ?? '';
  const names = useQuery(machineNamesQuery(subscriptionId));
  const sizes = useQuery({
    ...machineSizesQuery(subscriptionId, region),
    enabled: region !== '',
  });
  const networks = useQuery(virtualNetworksQuery(subscriptionId));
  // A VM of a zone is in no availability set.
  const sets = useQuery({ ...availabilitySetsQuery(group), enabled: osDisk?.zone === null });
  const here = (networks.data ?? []).filter((one) => sameRegion(one.region, region));
  return {
    /** Undefined: not read. */
    takenNames: takenNames(names.data, name),
    sizes: sizesFor(sizes.data ?? [], osDisk?.zone ?? null),
    networks: here,
    isNetworkRead: networks.data !== undefined,
    /** One that is given over to a service takes no VM. */
    subnets: (here.find(({ id }) => sameId(id, networkId))?.subnets ?? []).filter(
      ({ isDelegated }) => !isDelegated,
    ),
    sets: (sets.data ?? []).filter(
      (one) => one.isForManagedDisks && sameRegion(one.region, region) && osDisk?.zone === null,
    ),
    isReading: sizes.isLoading || networks.isLoading,
    failed: firstFailed(names, sizes, networks),
  };
}
