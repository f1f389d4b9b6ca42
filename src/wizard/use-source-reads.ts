import { useQueries, useQuery } from '@tanstack/react-query';
import {
  instanceQuery,
  recoveryPointsQuery,
  vaultEncryptionQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { diskQuery, machineQuery, subscriptionsQuery } from '#src/api/queries/targets.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
import type { Read, Reads, TARGET_NOT_ASKED } from '#src/wizard/draft/reads.ts';

/** What is known of a protected machine, wherever it is restored to. */
export type SourceReads = Omit<Reads, keyof typeof TARGET_NOT_ASKED>;

/** Asks Azure about a protected machine, each thing once its id is known; null: none is chosen. */
export function useSourceReads(itemId: string | null): SourceReads {
  const id = resourceId(itemId ?? '');
  const isChosen = itemId !== null;
  const instance = useQuery({ ...instanceQuery(id), enabled: isChosen });
  const points = useQuery({ ...recoveryPointsQuery(id), enabled: isChosen });
  const item = instance.data;
  const isRead = item !== undefined;
  const vaultId = item?.vaultId ?? id;
  const vault = useQuery({ ...vaultQuery(vaultId), enabled: isRead });
  const vaultEncryption = useQuery({ ...vaultEncryptionQuery(vaultId), enabled: isRead });
  const machine = useQuery({ ...machineQuery(item?.sourceResourceId ?? id), enabled: isRead });
  const subscriptions = useQuery(subscriptionsQuery());
  const disks = useQueries({ queries: diskIds(machine.data).map(diskQuery) });
  return {
    instance: readOf(instance),
    vault: readOf(vault),
    vaultEncryption: readOf(vaultEncryption),
    points: readOf(points),
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

interface QueryState<Value> {
  readonly data: Value | undefined;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly refetch: () => Promise<unknown>;
}

/** A query's state as a read. An older value stays known while a newer one is being fetched. */
export function readOf<Value>(query: QueryState<Value>): Read<Value> {
  if (query.data !== undefined) return { state: 'known', value: query.data };
  if (query.error !== null) {
    const problem = problemOf(query.error);
    return {
      state: problem.kind === 'forbidden' ? 'forbidden' : 'failed',
      trouble: { problem, readAgain: () => void query.refetch() },
    };
  }
  return { state: query.fetchStatus === 'idle' ? 'not asked' : 'loading' };
}
