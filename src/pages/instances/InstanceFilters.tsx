import { useScopeOptions } from '#src/api/queries/scope-options.tsx';
import { DATASOURCES, HEALTHS, type InstanceFilter, SOURCES } from '#src/model/instance-list.ts';
import type { InstancesSearch } from '#src/pages/instances/search.ts';
import { instances as words } from '#src/strings/instances.ts';
import { ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';

export interface InstanceFiltersProps {
  readonly filter: InstanceFilter;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

const healths = optionsOf(HEALTHS, words.health);
const sources = optionsOf(SOURCES, words.sources);
const datasources = optionsOf(DATASOURCES, words.datasources);

/** What narrows the list of backup instances. */
export function InstanceFilters({ filter, onChange }: InstanceFiltersProps) {
  const { subscriptions, vaults, regions, ask } = useScopeOptions(filter);
  const labels = words.filters;
  return (
    <ListFilters
      search={{ part: 'search', label: words.search, value: filter.search }}
      filters={[
        {
          part: 'datasource',
          label: labels.datasource,
          options: datasources,
          chosen: filter.datasources,
        },
        {
          part: 'subscription',
          label: labels.subscription,
          options: subscriptions,
          chosen: filter.subscriptions,
        },
        { part: 'vault', label: labels.vault, options: vaults, chosen: filter.vaults, onOpen: ask },
        {
          part: 'region',
          label: labels.region,
          options: regions,
          chosen: filter.regions,
          onOpen: ask,
        },
        { part: 'health', label: labels.health, options: healths, chosen: filter.healths },
        { part: 'source', label: labels.source, options: sources, chosen: filter.sources },
      ]}
      onChange={onChange}
    />
  );
}
