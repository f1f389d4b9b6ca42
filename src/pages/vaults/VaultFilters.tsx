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
  readonly onChange: (change: Partial<VaultsSearch>) => void;
}

const backup = diskPages.vaults;
const redundancies = optionsOf(VAULT_REDUNDANCIES, words.filters.redundancies);
const crossRegion = optionsOf(CROSS_REGION_STATES, words.filters.states);
const crossSubscription = optionsOf(CROSS_SUBSCRIPTION_STATES, words.filters.states);

const types = optionsOf(VAULT_TYPES, backup.types);

/** Which kind of vault is listed: one always is. */
export const typeFilter = (isBackup: boolean): ListFilter => ({
  part: 'type',
  label: backup.type,
  options: types,
  chosen: [isBackup ? 'backup' : 'recoveryServices'],
  isOneOf: true,
});

/** What narrows the list of vaults. */
export function VaultFilters({ filter, onChange }: VaultFiltersProps) {
  const { subscriptions, regions, ask } = useScopeOptions({ regions: filter.regions });
  const labels = words.heads;
  return (
    <ListFilters
      search={{ part: 'search', label: words.search, value: filter.search }}
      filters={[
        typeFilter(false),
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
        {
          part: 'redundancy',
          label: labels.redundancy,
          options: redundancies,
          chosen: filter.redundancies,
        },
        {
          part: 'crossRegion',
          label: labels.crossRegion,
          options: crossRegion,
          chosen: filter.crossRegion,
        },
        {
          part: 'crossSubscription',
          label: labels.crossSubscription,
          options: crossSubscription,
          chosen: filter.crossSubscription,
        },
      ]}
      onChange={onChange}
    />
  );
}
