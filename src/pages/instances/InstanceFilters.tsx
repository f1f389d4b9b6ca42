import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
import { HEALTHS, type InstanceFilter, SOURCES } from '#src/model/instance-list.ts';
import { nameOf } from '#src/model/resource-id.ts';
import type { InstancesSearch } from '#src/pages/instances/search.ts';
import { filters } from '#src/strings/filters.ts';
import { instances as words } from '#src/strings/instances.ts';
import { FilterPill, type FilterOption } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';

export interface InstanceFiltersProps {
  readonly filter: InstanceFilter;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

const NO_FILTER: InstancesSearch = {
  search: undefined,
  datasource: undefined,
  vault: undefined,
  subscription: undefined,
  region: undefined,
  health: undefined,
  source: undefined,
};

const healthOptions = HEALTHS.map((value) => ({ value, text: words.health[value] }));
const sourceOptions = SOURCES.map((value) => ({ value, text: words.sources[value] }));
const datasourceOptions = [{ value: 'vm', text: words.datasources.vm }];

/** What narrows the list; all of it stands in the address. */
export function InstanceFilters({ filter, onChange }: InstanceFiltersProps) {
  const subscriptions = useQuery(subscriptionsQuery());
  const regionNames = useRegionNames();
  const [isAsked, setIsAsked] = useState(false);
  // Thousands of vaults are read only when somebody looks for one.
  const vaults = useQuery({ ...vaultNamesQuery(), enabled: isAsked });
  const pill = (
    name: 'datasource' | 'subscription' | 'vault' | 'region' | 'health' | 'source',
    options: readonly FilterOption[] | undefined,
    chosen: readonly string[],
    onOpen?: () => void,
  ) => (
    <FilterPill
      name={words.filters[name]}
      options={options}
      chosen={chosen}
      onOpen={onOpen}
      onChange={(values) => onChange({ [name]: values.join(',') || undefined })}
    />
  );
  const ask = () => setIsAsked(true);
  const isFiltered = Object.values(filter).some(({ length }) => length > 0);
  return (
    <FilterRow>
      <SearchField
        label={words.search}
        value={filter.search}
        onSearch={(search) => onChange({ search: search || undefined })}
      />
      {pill('datasource', datasourceOptions, filter.datasources)}
      {pill(
        'subscription',
        subscriptions.data?.map(({ id, name }) => ({ value: id, text: name })),
        filter.subscriptions,
      )}
      {pill(
        'vault',
        vaults.data?.map(({ id, name }) => ({ value: id, text: name })) ?? unread(filter.vaults),
        filter.vaults,
        ask,
      )}
      {pill(
        'region',
        regionsOf(vaults.data, regionNames) ?? unread(filter.regions),
        filter.regions,
        ask,
      )}
      {pill('health', healthOptions, filter.healths)}
      {pill('source', sourceOptions, filter.sources)}
      {isFiltered && (
        <Button appearance="subtle" onClick={() => onChange(NO_FILTER)}>
          {filters.clear}
        </Button>
      )}
    </FilterRow>
  );
}

/** What is chosen has a name before the others are read. */
function unread(chosen: readonly string[]): readonly FilterOption[] | undefined {
  return chosen.length === 0 ? undefined : chosen.map((value) => ({ value, text: nameOf(value) }));
}

function regionsOf(
  vaults: readonly { readonly region: string }[] | undefined,
  names: Readonly<Record<string, string>>,
): readonly FilterOption[] | undefined {
  const regions = vaults && [...new Set(vaults.map(({ region }) => region))].toSorted();
  return regions?.map((value) => ({ value, text: names[value.toLowerCase()] ?? value }));
}
