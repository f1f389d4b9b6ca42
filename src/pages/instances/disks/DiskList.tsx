import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { Paged } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import type { DiskInstanceFilter, DiskInstanceOrder } from '#src/model/disk-instance-list.ts';
import { diskColumns } from '#src/pages/instances/disks/columns.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import type { GridSort } from '#src/ui/grid/column.ts';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = diskPages.list;

export interface DiskListProps {
  readonly list: Paged<DiskBackupInstance>;
  readonly filter: DiskInstanceFilter;
  readonly order: DiskInstanceOrder;
  readonly onOrder: (order: GridSort) => void;
  readonly onRange: (first: number, last: number) => void;
  readonly chosen: Pick<DiskBackupInstance, 'id'> | null;
  readonly onChoose: (disk: DiskBackupInstance) => void;
}

/** The rows, or why there are none. */
export function DiskList({ list, filter, order, ...props }: DiskListProps) {
  const navigate = useNavigate();
  const { data: subscriptions } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const columns = useMemo(
    () => diskColumns({ search: filter.search, subscriptions, regions }),
    [filter.search, subscriptions, regions],
  );
  return (
    <Loaded
      query={list.first}
      problemOf={problemOf}
      what={words.what}
      loading={<GridLoading what={words.what} columns={columns} isSelectable />}
    >
      {({ total }) =>
        total === 0 ? (
          <NoDisks filter={filter} />
        ) : (
          <Grid
            label={words.title}
            columns={columns}
            count={total}
            rowAt={list.rowAt}
            rowKey={({ id }) => id}
            sort={order}
            onSort={props.onOrder}
            onRange={props.onRange}
            selected={props.chosen?.id ?? null}
            rowName={({ friendlyName }) => friendlyName}
            onSelect={props.onChoose}
            onOpen={({ id }) =>
              void navigate({
                to: '/instances/$instanceId',
                params: { instanceId: instanceAddress(id) },
              })
            }
          />
        )
      }
    </Loaded>
  );
}

function NoDisks({ filter }: { readonly filter: DiskInstanceFilter }) {
  const isFiltered = Object.values(filter).some(({ length }) => length > 0);
  return isFiltered ? (
    <EmptyState title={words.noneFit}>{words.noneFitSearched(filter.search)}</EmptyState>
  ) : (
    <EmptyState title={words.none} />
  );
}
