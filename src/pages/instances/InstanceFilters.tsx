import { useScopeOptions } from '#src/api/queries/scope-options.tsx';
import { DATASOURCES, HEALTHS, type InstanceFilter, SOURCES } from '#src/model/instance-list.ts';
import { isDisksOnly } from '#src/pages/instances/disks/wanted.ts';
import type { InstancesSearch } from '#src/pages/instances/search.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances as words } from '#src/strings/instances.ts';
import { type ListFilter, ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';

export interface InstanceFiltersProps {
  readonly filter: InstanceFilter;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

const healths = optionsOf(HEALTHS, words.health);
const sources = optionsOf(SOURCES, words.sources);
const datasources = optionsOf(DATASOURCES, words.datasources);

/** The id of the filter that tells machines from disks. */
export const DATASOURCE_ID = 'datasource';

/** What narrows the list of backup instances; health and source are facts of machines alone. */
export function InstanceFilters({ filter, onChange }: InstanceFiltersProps) {
  const isDisks = isDisksOnly(filter);
  const { subscriptions, vaults, regions, ask } = useScopeOptions({
    ...filter,
    datasources: [isDisks ? 'disk' : 'vm'],
  });
  const labels = words.filters;
  return (
    <ListFilters
      search={{
        part: 'search',
        label: isDisks ? diskPages.list.search : words.search,
        value: filter.search,
      }}
      filters={[
        {
          id: DATASOURCE_ID,
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
        ...(isDisks ? [] : ofMachines(filter)),
      ]}
      onChange={onChange}
    />
  );
}

const ofMachines = (filter: InstanceFilter): readonly ListFilter[] => [
  { part: 'health', label: words.filters.health, options: healths, chosen: filter.healths },
  { part: 'source', label: words.filters.source, options: sources, chosen: filter.sources },
];
