import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import { backupVaultColumns } from '#src/pages/vaults/backup/columns.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { vaults } from '#src/strings/vaults.ts';
import type { GridSort } from '#src/ui/grid/column.ts';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = diskPages.vaults;
const NO_NAMES: Readonly<Record<string, string>> = {};

export interface BackupVaultListProps {
  readonly read: UseQueryResult<BackupVault[]>;
  /** Those of them that are shown, in order. */
  readonly rows: readonly BackupVault[];
  readonly search: string;
  readonly order: GridSort;
  readonly onOrder: (order: GridSort) => void;
}

/** The rows, or why there are none. */
export function BackupVaultList({ read, rows, search, order, onOrder }: BackupVaultListProps) {
  const navigate = useNavigate();
  const { data: subscriptions = NO_NAMES } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const columns = useMemo(
    () => backupVaultColumns({ search, subscriptions, regions }),
    [search, subscriptions, regions],
  );
  return (
    <Loaded
      query={read}
      problemOf={problemOf}
      what={words.what}
      loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
    >
      {(all) =>
        rows.length === 0 ? (
          <EmptyState title={all.length === 0 ? words.none : words.noneFit}>
            {all.length > 0 && words.noneFitBody}
          </EmptyState>
        ) : (
          <Grid
            label={vaults.title}
            columns={columns}
            count={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={({ id }) => id}
            sort={order}
            onSort={onOrder}
            onOpen={({ id }) =>
              void navigate({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(id) } })
            }
          />
        )
      }
    </Loaded>
  );
}
