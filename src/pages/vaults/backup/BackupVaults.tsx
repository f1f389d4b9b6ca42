import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { VAULTS_BY_NAME } from '#src/model/vault-list.ts';
import { BackupVaultFilters } from '#src/pages/vaults/backup/BackupVaultFilters.tsx';
import { backupVaultColumns } from '#src/pages/vaults/backup/columns.tsx';
import { narrowedVaults } from '#src/pages/vaults/backup/narrow.ts';
import type { VaultsViewProps } from '#src/pages/vaults/RecoveryVaults.tsx';
import { VaultCommands } from '#src/pages/vaults/VaultCommands.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { vaults } from '#src/strings/vaults.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = diskPages.vaults;
const NO_NAMES: Readonly<Record<string, string>> = {};

/** The Backup vaults over all subscriptions. */
export function BackupVaults({ wanted, onChange }: VaultsViewProps) {
  const navigate = useNavigate();
  const { filter, order, ignored } = wanted;
  const query = backupVaultsQuery();
  const read = useQuery(query);
  const { data: subscriptions = NO_NAMES } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const columns = useMemo(
    () => backupVaultColumns({ search: filter.search, subscriptions, regions }),
    [filter.search, subscriptions, regions],
  );
  const rows = narrowedVaults(read.data ?? [], filter, order);
  return (
    <>
      <VaultCommands readAt={readAt(query.queryKey)} />
      <BackupVaultFilters filter={filter} all={read.data} onChange={onChange} />
      <ListTroubles
        ignored={ignored}
        failed={
          read.data === undefined || read.error === null
            ? null
            : { message: problemOf(read.error).message, onRetry: () => void read.refetch() }
        }
      />
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
              onSort={(next) => onChange({ sort: sortText(next, VAULTS_BY_NAME) })}
              onOpen={({ id }) =>
                void navigate({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(id) } })
              }
            />
          )
        }
      </Loaded>
      <GridFooter
        count={
          read.data === undefined
            ? ''
            : words.count(rows.length, countText(rows.length), filter.search)
        }
      />
    </>
  );
}
