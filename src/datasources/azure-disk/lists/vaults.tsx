import { useQuery } from '@tanstack/react-query';
import { backupVaultsQuery } from '#src/api/data-protection/vaults.ts';
import { atOnce } from '#src/api/queries/paged.ts';
import { narrowedVaults, vaultsWanted } from '#src/datasources/azure-disk/lists/vaults-wanted.ts';
import type { Beside, BesideLineProps, ListSpec } from '#src/datasources/list.ts';
import { countText } from '#src/lib/format.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { vaults as common } from '#src/strings/vaults.ts';
import { Status } from '#src/ui/Status.tsx';
import type { GridColumn } from '#src/ui/grid/column.ts';
import {
  type ColumnsContext,
  nameColumn,
  regionColumn,
  subscriptionColumn,
  withColumns,
} from '#src/ui/grid/own-columns.tsx';

const words = diskPages.vaults;

/** The columns of the list of Backup vaults. */
function backupVaultColumns(context: ColumnsContext): GridColumn<BackupVault>[] {
  return [
    nameColumn(context, words.heads.name, { least: 112, share: 1.25 }, ({ name }) => name),
    {
      head: words.heads.type,
      width: { least: 96, share: 1 },
      leaves: 1,
      place: 'line',
      cell: () => words.types.backup,
    },
    subscriptionColumn(context, { head: words.heads.subscription, leaves: 2, share: 1.35 }),
    regionColumn(context, { head: words.heads.region, leaves: 3, share: 0.95 }),
    {
      head: words.heads.identity,
      width: { least: 144, share: 1.35 },
      place: 'end',
      cell: ({ principalId }) => (
        <Status tone={principalId === null ? 'warning' : 'done'}>
          {principalId === null ? words.identity.none : words.identity.system}
        </Status>
      ),
    },
  ];
}

/** The Backup vaults of all subscriptions: they are few, and read whole. */
export const vaults: ListSpec<BackupVault> = {
  what: words.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const { filter, order, ignored } = vaultsWanted(address);
    const { search, subscriptions, regions } = filter;
    const labels = common.heads;
    return {
      search: { label: common.search, value: search },
      scope: { subscriptions, regions, providers: ['Microsoft.DataProtection'] },
      filters: ({ subscription, region }) => [
        { ...subscription, label: labels.subscription },
        { ...region, label: labels.region },
      ],
      order: { now: order, usual: VAULTS_BY_NAME },
      ignored,
      source: atOnce(backupVaultsQuery(), (read) => ({
        kind: 'rows',
        read,
        rows: narrowedVaults(read, filter, order),
      })),
      empty: ({ whole }) =>
        whole?.kind === 'rows' && whole.read.length === 0
          ? { title: words.none }
          : { title: words.noneFit, children: words.noneFitBody },
      count: (total) => words.count(total, countText(total), search),
    };
  },
  WithColumns: withColumns(backupVaultColumns),
};

/** That there are Backup vaults too. */
function BackupVaultsToo({ children }: BesideLineProps) {
  const { data, error } = useQuery(backupVaultsQuery());
  if (data === undefined) return error === null ? null : children(words.tooNotRead);
  return data.length === 0 ? null : children(words.too(data.length, countText(data.length)));
}

export const vaultsBeside: Beside = { Line: BackupVaultsToo, show: words.show };
