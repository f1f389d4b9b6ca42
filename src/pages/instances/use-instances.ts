import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import {
  instancePages,
  type SourceMachines,
  sourceMachinesQuery,
} from '#src/api/queries/instances.ts';
import { type Paged, usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { InstancesWanted } from '#src/pages/instances/search.ts';

export interface Instances {
  readonly list: Paged<ProtectedItem>;
  readonly sources: SourceMachines;
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
}

/** The protected items in view, with what is known of their machines. */
export function useInstances(
  { filter, order }: Pick<InstancesWanted, 'filter' | 'order'>,
  range: Parameters<typeof usePaged>[1],
): Instances {
  const list = usePaged(instancePages(filter, order), range);
  const sources = useQueries({
    queries: list.pages.map(({ key, rows }) => sourceMachinesQuery(key, rows)),
    combine: together,
  });
  return { list, sources, readAt: oldestReadAt(list.pages.map(({ key }) => key)) };
}

/** One object as long as nothing in it changes, so that rows are not drawn again for nothing. */
function together(results: readonly UseQueryResult<SourceMachines>[]): SourceMachines {
  return Object.fromEntries(results.flatMap(({ data }) => Object.entries(data ?? {})));
}
