import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { SourceMachines } from '#src/api/queries/instances.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import { type InstanceFilter, type InstanceOrder, viewSearch } from '#src/model/instance-list.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { instanceColumns } from '#src/pages/instances/columns.tsx';
import { instances as words } from '#src/strings/instances.ts';
import { Grid, type GridProps } from '#src/ui/grid/Grid.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded, type LoadedProps } from '#src/ui/states/Loaded.tsx';
import { useNow } from '#src/ui/use-now.ts';

/** "2 h ago" is looked at again this often. */
const AGO_MS = 60_000;

export interface InstanceListProps extends Pick<GridProps<ProtectedItem>, 'rowAt' | 'onRange'> {
  /** The read that says whether there is a list at all. */
  readonly read: LoadedProps<unknown>['query'];
  readonly count: number;
  readonly sources: SourceMachines;
  readonly isSecondary?: boolean;
  readonly filter: InstanceFilter;
  readonly order?: InstanceOrder;
  readonly onOrder?: (order: { readonly by: string; readonly isDescending: boolean }) => void;
  readonly chosen: Pick<ProtectedItem, 'id'> | null;
  readonly onChoose: (item: ProtectedItem) => void;
}

/** The rows, or why there are none. */
export function InstanceList({ read, count, filter, sources, ...list }: InstanceListProps) {
  const navigate = useNavigate();
  const now = useNow(AGO_MS);
  const { data: subscriptions } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const columns = useMemo(
    () =>
      instanceColumns({
        search: filter.search,
        now,
        sources,
        subscriptions,
        regions,
      }),
    [filter.search, now, sources, subscriptions, regions],
  );
  return (
    <Loaded
      query={read}
      problemOf={problemOf}
      what={words.what}
      loading={<GridLoading what={words.what} columns={columns} isSelectable />}
    >
      {() =>
        count === 0 ? (
          <NoInstances filter={filter} />
        ) : (
          <Grid
            label={words.title}
            columns={columns}
            count={count}
            rowAt={list.rowAt}
            rowKey={({ id }) => id}
            sort={list.order}
            onSort={list.onOrder}
            onRange={list.onRange}
            selected={list.chosen?.id ?? null}
            rowName={({ friendlyName }) => friendlyName}
            onSelect={list.onChoose}
            onOpen={({ id }) =>
              void navigate({
                to: '/instances/$instanceId',
                params: { instanceId: instanceAddress(id) },
                search: viewSearch(list.isSecondary ?? false),
              })
            }
          />
        )
      }
    </Loaded>
  );
}

function NoInstances({ filter }: { readonly filter: InstanceFilter }) {
  const isFiltered = Object.values(filter).some(({ length }) => length > 0);
  return isFiltered ? (
    <EmptyState title={words.noneFit}>{words.noneFitSearched(filter.search)}</EmptyState>
  ) : (
    <EmptyState title={words.none} />
  );
}
