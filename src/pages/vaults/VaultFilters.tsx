import { useScopeOptions } from '#src/api/queries/scope-options.tsx';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  VAULT_REDUNDANCIES,
  type VaultFilter,
} from '#src/model/vault-list.ts';
import { VAULT_TYPES, type VaultsSearch } from '#src/pages/vaults/search.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { type ListFilter, ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';

export interface VaultFiltersProps {
  readonly filter: VaultFilter;
  /** Backup vaults are listed. */
  readonly isBackup: boolean;
  readonly onChange: (change: Partial<VaultsSearch>) => void;
}

const backup = diskPages.vaults;
const redundancies = optionsOf(VAULT_REDUNDANCIES, words.filters.redundancies);
const crossRegion = optionsOf(CROSS_REGION_STATES, words.filters.states);
const crossSubscription = optionsOf(CROSS_SUBSCRIPTION_STATES, words.filters.states);

const types = optionsOf(VAULT_TYPES, backup.types);

/** The id of the filter that tells the two kinds of vaults apart. */
export const TYPE_ID = 'vault-type';

/** What narrows the list of vaults; settings are those of Recovery Services vaults alone. */
export function VaultFilters({ filter, isBackup, onChange }: VaultFiltersProps) {
  const { subscriptions, regions, ask } = useScopeOptions({
    regions: filter.regions,
    datasources: [isBackup ? 'disk' : 'vm'],
  });
  const labels = words.heads;
  return (
    <ListFilters
      search={{ part: 'search', label: words.search, value: filter.search }}
      filters={[
        {
          id: TYPE_ID,
          part: 'type',
          label: backup.type,
          options: types,
          chosen: [isBackup ? 'backup' : 'recoveryServices'],
          isOneOf: true,
        },
        {
          part: 'subscription',
          label: labels.subscription,
          options: subscriptions,
          chosen: filter.subscriptions,
        },
        {
          part: 'region',
          label: labels.region,
          options: regions,
          chosen: filter.regions,
          onOpen: ask,
        },
        ...(isBackup ? [] : settingsOf(filter)),
      ]}
      onChange={onChange}
    />
  );
}

const settingsOf = (filter: VaultFilter): readonly ListFilter[] => [
  {
    part: 'redundancy',
    label: words.heads.redundancy,
    options: redundancies,
    chosen: filter.redundancies,
  },
  {
    part: 'crossRegion',
    label: words.heads.crossRegion,
    options: crossRegion,
    chosen: filter.crossRegion,
  },
  {
    part: 'crossSubscription',
    label: words.heads.crossSubscription,
    options: crossSubscription,
    chosen: filter.crossSubscription,
  },
];
