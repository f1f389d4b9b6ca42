import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
import {
  CROSS_REGION_STATES,
  CROSS_SUBSCRIPTION_STATES,
  VAULT_REDUNDANCIES,
  type VaultFilter,
} from '#src/model/vault-list.ts';
import type { VaultsSearch } from '#src/pages/vaults/search.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { filters } from '#src/strings/filters.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { FilterPill, type FilterOption } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';

export interface VaultFiltersProps {
  readonly filter: VaultFilter;
  readonly onChange: (change: Partial<VaultsSearch>) => void;
}

/** Every filter, and none of it chosen. */
const NO_FILTER: VaultsSearch = {
  search: undefined,
  subscription: undefined,
  region: undefined,
  redundancy: undefined,
  crossRegion: undefined,
  crossSubscription: undefined,
};

const optionsOf = <Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
): FilterOption[] => values.map((value) => ({ value, text: texts[value] }));

const redundancies = optionsOf(VAULT_REDUNDANCIES, words.filters.redundancies);
const crossRegion = optionsOf(CROSS_REGION_STATES, words.filters.states);
const crossSubscription = optionsOf(CROSS_SUBSCRIPTION_STATES, words.filters.states);

/** What narrows the list; all of it stands in the address. */
export function VaultFilters({ filter, onChange }: VaultFiltersProps) {
  const subscriptions = useQuery(subscriptionsQuery());
  const [isAsked, setIsAsked] = useState(false);
  // Thousands of vaults are read only when somebody looks for their regions.
  const vaults = useQuery({ ...vaultNamesQuery(), enabled: isAsked });
  const names = useRegionNames();
  const regions =
    vaults.data?.map(({ region }) => region) ??
    (filter.regions.length === 0 ? undefined : filter.regions);
  const pill = (
    name: Exclude<keyof VaultsSearch, 'search' | 'sort'>,
    options: readonly FilterOption[] | undefined,
    chosen: readonly string[],
    onOpen?: () => void,
  ) => (
    <FilterPill
      name={words.heads[name]}
      options={options}
      chosen={chosen}
      onOpen={onOpen}
      onChange={(values) => onChange({ [name]: values.join(',') || undefined })}
    />
  );
  const isFiltered = Object.values(filter).some(({ length }) => length > 0);
  return (
    <FilterRow>
      <SearchField
        label={words.search}
        value={filter.search}
        onSearch={(search) => onChange({ search: search || undefined })}
      />
      {pill(
        'subscription',
        subscriptions.data?.map(({ id, name }) => ({ value: id, text: name })),
        filter.subscriptions,
      )}
      {pill(
        'region',
        regions &&
          [...new Set(regions)].map((value) => ({
            value,
            text: names[value.toLowerCase()] ?? value,
          })),
        filter.regions,
        () => setIsAsked(true),
      )}
      {pill('redundancy', redundancies, filter.redundancies)}
      {pill('crossRegion', crossRegion, filter.crossRegion)}
      {pill('crossSubscription', crossSubscription, filter.crossSubscription)}
      {isFiltered && (
        <Button appearance="subtle" onClick={() => onChange(NO_FILTER)}>
          {filters.clear}
        </Button>
      )}
    </FilterRow>
  );
}
