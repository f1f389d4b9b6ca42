import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { getDisk, listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import {
  getMachine,
  listAvailabilitySets,
  listMachineNames,
  listMachines,
} from '#src/api/compute/machines.ts';
import { listMachineSizes } from '#src/api/compute/sizes.ts';
import {
  getLoadBalancer,
  getNetworkInterface,
  getPublicAddress,
} from '#src/api/network/interfaces.ts';
import { getNetworkSubnet, listVirtualNetworks } from '#src/api/network/networks.ts';
import { queryById } from '#src/api/queries/query.ts';
import { listRegions, listResourceGroups, listSubscriptions } from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage/accounts.ts';
import { regionName, type Subscription } from '#src/model/places.ts';

/** The subscriptions that the person may see. */
export const subscriptionsQuery = () =>
  queryOptions({
    queryKey: ['subscriptions'],
    queryFn: ({ signal }) => listSubscriptions(session(), signal),
  });

/** The names of subscriptions by lower-case id. */
export const subscriptionNamesQuery = () =>
  queryOptions({ ...subscriptionsQuery(), select: namesById });

const namesById = (all: readonly Subscription[]): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map(({ id, name }) => [id.toLowerCase(), name]));

/** The resource groups of a subscription. */
export const resourceGroupsQuery = queryById('resource groups', listResourceGroups);

/** The storage accounts of a subscription, usable or not. */
export const storageAccountsQuery = queryById('storage accounts', listStorageAccounts);

/** The source VM; null when it is gone. */
export const machineQuery = queryById('machine', getMachine);

/** One managed disk. */
export const diskQuery = queryById('disk', getDisk);

/** The virtual networks of a subscription, in all its regions. */
export const virtualNetworksQuery = queryById('virtual networks', listVirtualNetworks);

/** The disk encryption sets of a subscription. */
export const diskEncryptionSetsQuery = queryById('disk encryption sets', listDiskEncryptionSets);

/** The disk accesses of a subscription, usable or not. */
export const diskAccessesQuery = queryById('disk accesses', listDiskAccesses);

/** The names of all virtual machines of a subscription: those that a new one cannot have. */
export const machineNamesQuery = queryById('machine names', listMachineNames);

/** All virtual machines of a subscription, without their power state. */
export const machinesQuery = queryById('machines', listMachines);

/** The availability sets of a resource group. */
export const availabilitySetsQuery = queryById('availability sets', listAvailabilitySets);

/** The regions that a subscription can use, with its own numbers of their zones. */
export const regionsQuery = queryById('regions', listRegions);

const HOUR_MS = 3_600_000;

/** The sizes that machines of a subscription can have in a region: megabytes, kept for an hour. */
export const machineSizesQuery = (subscriptionId: string, region: string) =>
  queryOptions({
    queryKey: ['machine sizes', subscriptionId.toLowerCase(), regionName(region)],
    queryFn: ({ signal }) => listMachineSizes(session(), subscriptionId, region, signal),
    staleTime: HOUR_MS,
    gcTime: HOUR_MS,
  });

/** One NIC. */
export const networkInterfaceQuery = queryById('network interface', getNetworkInterface);

/** The subnet that a card is in. */
export const networkSubnetQuery = queryById('subnet', getNetworkSubnet);

/** A public address of a card. */
export const publicAddressQuery = queryById('public address', getPublicAddress);

/** A load balancer that a card is behind. */
export const loadBalancerQuery = queryById('load balancer', getLoadBalancer);
