import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listAvailabilitySets, listMachineNames, listMachines } from '#src/api/compute/machines.ts';
import { listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { listMachineSizes } from '#src/api/compute/sizes.ts';
import { listVirtualNetworks } from '#src/api/network/networks.ts';
import { byId } from '#src/api/queries/by-id.ts';
import { listRegions } from '#src/api/resources/places.ts';
import { regionName } from '#src/model/places.ts';

/** What a subscription offers to put a restore into. */

/** The virtual networks of a subscription, in all its regions. */
export const virtualNetworksQuery = byId('virtual networks', listVirtualNetworks);

/** The disk encryption sets of a subscription. */
export const diskEncryptionSetsQuery = byId('disk encryption sets', listDiskEncryptionSets);

/** The disk accesses of a subscription, usable or not. */
export const diskAccessesQuery = byId('disk accesses', listDiskAccesses);

/** The names of all virtual machines of a subscription: those that a new one cannot have. */
export const machineNamesQuery = byId('machine names', listMachineNames);

/** All virtual machines of a subscription, without their power state. */
export const machinesQuery = byId('machines', listMachines);

/** The availability sets of a resource group. */
export const availabilitySetsQuery = byId('availability sets', listAvailabilitySets);

/** The regions that a subscription can use, with its own numbers of their zones. */
export const regionsQuery = byId('regions', listRegions);

const HOUR_MS = 3_600_000;

/** The sizes that machines of a subscription can have in a region: megabytes, kept for an hour. */
export const machineSizesQuery = (subscriptionId: string, region: string) =>
  queryOptions({
    queryKey: ['machine sizes', subscriptionId.toLowerCase(), regionName(region)],
    queryFn: ({ signal }) => listMachineSizes(session(), subscriptionId, region, signal),
    staleTime: HOUR_MS,
    gcTime: HOUR_MS,
  });
