import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { byId } from '#src/api/queries/by-id.ts';
import { listResourceGroups, listSubscriptions } from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage/accounts.ts';
import type { Subscription } from '#src/model/places.ts';

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
export const resourceGroupsQuery = byId('resource groups', listResourceGroups);

/** The storage accounts of a subscription, usable or not. */
export const storageAccountsQuery = byId('storage accounts', listStorageAccounts);

/** The source VM; null when it is gone. */
export const machineQuery = byId('machine', getMachine);

/** One managed disk. */
export const diskQuery = byId('disk', getDisk);
