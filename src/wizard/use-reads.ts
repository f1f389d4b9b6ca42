import { useQueries, useQuery } from '@tanstack/react-query';
import {
  instanceQuery,
  recoveryPointsQuery,
  vaultEncryptionQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import {
  diskAccessesQuery,
  diskEncryptionSetsQuery,
  machineNamesQuery,
  regionsQuery,
  virtualNetworksQuery,
} from '#src/api/queries/placement.ts';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  diskQuery,
  machineQuery,
  resourceGroupsQuery,
  storageAccountsQuery,
  subscriptionsQuery,
} from '#src/api/queries/targets.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { targetSubscription } from '#src/wizard/draft/view.ts';
import type { Read, Reads } from '#src/wizard/draft/reads.ts';

/** What is asked only once it is known where a restore would go. */
const NOT_ASKED = {
  groups: { state: 'not asked' },
  accounts: { state: 'not asked' },
  networks: { state: 'not asked' },
  machineNames: { state: 'not asked' },
  encryptionSets: { state: 'not asked' },
  diskAccesses: { state: 'not asked' },
  regions: { state: 'not asked' },
  permissions: { state: 'not asked' },
} as const;

/** Asks Azure what a draft needs to know, each thing once its id is known. */
export function useReads(choices: DraftChoices): Reads {
  const source = useSourceReads(choices.instance);
  return { ...source, ...useTargetReads(targetSubscription(choices, source), choices) };
}

/** Asks what is known of a protected machine itself, and of no place that it could be restored to. */
export function useSourceReads(chosen: string | null): Reads {
  const itemId = resourceId(chosen ?? '');
  const isChosen = chosen !== null;
  const instance = useQuery({ ...instanceQuery(itemId), enabled: isChosen });
  const points = useQuery({ ...recoveryPointsQuery(itemId), enabled: isChosen });
  const item = instance.data;
  const isRead = item !== undefined;
  const vault = useQuery({ ...vaultQuery(item?.vaultId ?? itemId), enabled: isRead });
  const vaultEncryption = useQuery({
    ...vaultEncryptionQuery(item?.vaultId ?? itemId),
    enabled: isRead,
  });
  const machine = useQuery({ ...machineQuery(item?.sourceResourceId ?? itemId), enabled: isRead });
  const subscriptions = useQuery(subscriptionsQuery());
  const disks = useQueries({ queries: diskIds(machine.data).map(diskQuery) });
  return {
    ...NOT_ASKED,
    instance: readOf(instance),
    vault: readOf(vault),
    vaultEncryption: readOf(vaultEncryption),
    points: readOf(points),
    machine: readOf(machine),
    subscriptions: readOf(subscriptions),
    disks: disks.map(readOf),
  };
}

/** The regions that a subscription can use; not asked while `isWanted` is false. */
export function useRegions(subscription: string | undefined, isWanted: boolean): Reads['regions'] {
  const enabled = isWanted && subscription !== undefined;
  return readOf(useQuery({ ...regionsQuery(subscription ?? ''), enabled }));
}

/** Asks what the target subscription offers; nothing while it is not known. */
function useTargetReads(target: string, { rg, rgIsNew }: DraftChoices) {
  const enabled = target !== '';
  // A group that is still to be made has the rights of its subscription.
  const scope = resourceId(
    rg === null || rgIsNew
      ? `/subscriptions/${target}`
      : `/subscriptions/${target}/resourceGroups/${rg}`,
  );
  return {
    groups: readOf(useQuery({ ...resourceGroupsQuery(target), enabled })),
    accounts: readOf(useQuery({ ...storageAccountsQuery(target), enabled })),
    networks: readOf(useQuery({ ...virtualNetworksQuery(target), enabled })),
    machineNames: readOf(useQuery({ ...machineNamesQuery(target), enabled })),
    encryptionSets: readOf(useQuery({ ...diskEncryptionSetsQuery(target), enabled })),
    diskAccesses: readOf(useQuery({ ...diskAccessesQuery(target), enabled })),
    regions: readOf(useQuery({ ...regionsQuery(target), enabled })),
    permissions: readOf(useQuery({ ...permissionsQuery(scope), enabled })),
  };
}

function diskIds(machine: Machine | null | undefined) {
  return (machine?.disks ?? []).flatMap(({ managedDiskId }) =>
    managedDiskId === null ? [] : [managedDiskId],
  );
}

interface QueryState<Value> {
  readonly data: Value | undefined;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
}

/** A query's state as a read. An older value stays known while a newer one is being fetched. */
function readOf<Value>(query: QueryState<Value>): Read<Value> {
  if (query.data !== undefined) return { state: 'known', value: query.data };
  if (query.error !== null)
    return { state: problemOf(query.error).kind === 'forbidden' ? 'forbidden' : 'failed' };
  return { state: query.fetchStatus === 'idle' ? 'not asked' : 'loading' };
}
