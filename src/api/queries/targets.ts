import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { getDisk } from '#src/api/compute/disks/ops.ts';
import { getMachine } from '#src/api/compute/machines/ops.ts';
import { listResourceGroups } from '#src/api/resources/groups/ops.ts';
import { listSubscriptions } from '#src/api/resources/subscriptions/ops.ts';
import { listStorageAccounts } from '#src/api/storage/accounts/ops.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Subscription } from '#src/model/target.ts';

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
export const resourceGroupsQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['resource groups', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => listResourceGroups(session(), subscriptionId, signal),
  });

/** The storage accounts of a subscription, usable or not. */
export const storageAccountsQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['storage accounts', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => listStorageAccounts(session(), subscriptionId, signal),
  });

/** The source VM; null when it is gone. */
export const machineQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['machine', id.toLowerCase()],
    queryFn: ({ signal }) => getMachine(session(), id, signal),
  });

/** One managed disk. */
export const diskQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['disk', id.toLowerCase()],
    queryFn: ({ signal }) => getDisk(session(), id, signal),
  });
