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
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

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
  const { data, error, refetch } = list.first;
  if (data === undefined) {
    return error === null ? (
      <GridLoading what={words.what} columns={columns} isSelectable={false} />
    ) : (
      <ProblemState problem={problemOf(error)} what={words.what} onRetry={() => void refetch()} />
    );
  }
  if (data.total === 0) return <NoVaults filter={filter} />;
  return (
    <Grid
      label={words.title}
      columns={columns}
      count={data.total}
      rowAt={list.rowAt}
      rowKey={({ id }) => id}
      sort={order}
      onSort={onOrder}
      onRange={onRange}
      onOpen={({ id }) =>
        void navigate({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(id) } })
      }
    />
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
