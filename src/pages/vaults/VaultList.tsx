import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import type { Paged } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { Vault } from '#src/model/recovery-services.ts';
import type { VaultFilter, VaultOrder } from '#src/model/vault-list.ts';
import { vaultColumns } from '#src/pages/vaults/columns.tsx';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import type { GridSort } from '#src/ui/grid/column.ts';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

export interface VaultListProps {
  readonly list: Paged<Vault>;
  readonly filter: VaultFilter;
  readonly order: VaultOrder;
  readonly onOrder: (order: GridSort) => void;
  readonly onRange: (first: number, last: number) => void;
}

const NO_NAMES: Readonly<Record<string, string>> = {};

/** The rows, or why there are none. */
export function VaultList({ list, filter, order, onOrder, onRange }: VaultListProps) {
  const navigate = useNavigate();
  const { data: subscriptions = NO_NAMES } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const columns = useMemo(
    () => vaultColumns({ search: filter.search, subscriptions, regions }),
    [filter.search, subscriptions, regions],
  );
  return (
    <Loaded
      query={list.first}
      problemOf={problemOf}
      what={words.what}
      loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
    >
      {({ total }) =>
        total === 0 ? (
          <NoVaults filter={filter} />
        ) : (
          <Grid
            label={words.title}
            columns={columns}
            count={total}
            rowAt={list.rowAt}
            rowKey={({ id }) => id}
            sort={order}
            onSort={onOrder}
            onRange={onRange}
            onOpen={({ id }) =>
              void navigate({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(id) } })
            }
          />
        )
      }
    </Loaded>
  );
}

function NoVaults({ filter }: { readonly filter: VaultFilter }) {
  const isFiltered = Object.values(filter).some(({ length }) => length > 0);
  return isFiltered ? (
    <EmptyState title={words.noneFit}>{words.noneFitSearched(filter.search)}</EmptyState>
  ) : (
    <EmptyState title={words.none} />
  );
}
