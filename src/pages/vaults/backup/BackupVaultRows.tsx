import type { UseQueryResult } from '@tanstack/react-query';
import { countText } from '#src/lib/format.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import type { VaultFilter, VaultOrder } from '#src/model/vault-list.ts';
import { BackupVaultList } from '#src/pages/vaults/backup/BackupVaultList.tsx';
import { narrowedVaults } from '#src/pages/vaults/backup/narrow.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import type { GridSort } from '#src/ui/grid/column.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';

export interface BackupVaultRowsProps {
  readonly read: UseQueryResult<BackupVault[]>;
  readonly filter: VaultFilter;
  readonly order: VaultOrder;
  readonly onOrder: (order: GridSort) => void;
}

/** The Backup vaults, and how many they are. */
export function BackupVaultRows({ read, filter, order, onOrder }: BackupVaultRowsProps) {
  const rows = narrowedVaults(read.data ?? [], filter, order);
  return (
    <>
      <BackupVaultList
        key={JSON.stringify(filter)}
        read={read}
        rows={rows}
        search={filter.search}
        order={order}
        onOrder={onOrder}
      />
      <GridFooter
        list={read.data}
        count={
          read.data === undefined
            ? ''
            : diskPages.vaults.count(rows.length, countText(rows.length), filter.search)
        }
      />
    </>
  );
}
