import { useQuery } from '@tanstack/react-query';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import type { VaultFilter } from '#src/model/vault-list.ts';
import type { VaultsSearch } from '#src/pages/vaults/search.ts';
import { typeFilter } from '#src/pages/vaults/VaultFilters.tsx';
import { vaults as words } from '#src/strings/vaults.ts';
import { ListFilters } from '#src/ui/filters/ListFilters.tsx';

export interface BackupVaultFiltersProps {
  readonly filter: VaultFilter;
  /** All Backup vaults; undefined while they are read. */
  readonly all: readonly BackupVault[] | undefined;
  readonly onChange: (change: Partial<VaultsSearch>) => void;
}

/** What narrows the list of Backup vaults: what they have in common with the others. */
export function BackupVaultFilters({ filter, all, onChange }: BackupVaultFiltersProps) {
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  const names = useRegionNames();
  const regions = all && [...new Set(all.map(({ region }) => region))].toSorted();
  const labels = words.heads;
  return (
    <ListFilters
      search={{ part: 'search', label: words.search, value: filter.search }}
      filters={[
        typeFilter(true),
        {
          part: 'subscription',
          label: labels.subscription,
          options: subscriptions?.map(({ id, name }) => ({ value: id, text: name })),
          chosen: filter.subscriptions,
        },
        {
          part: 'region',
          label: labels.region,
          options: regions?.map((value) => ({ value, text: names[value.toLowerCase()] ?? value })),
          chosen: filter.regions,
        },
      ]}
      onChange={onChange}
    />
  );
}
