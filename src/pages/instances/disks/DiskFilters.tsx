import { useScopeOptions } from '#src/api/queries/scope-options.tsx';
import type { DiskInstanceFilter } from '#src/model/disk-instance-list.ts';
import { DATASOURCES } from '#src/model/instance-list.ts';
import type { InstancesSearch } from '#src/pages/instances/search.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances } from '#src/strings/instances.ts';
import { ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';

export interface DiskFiltersProps {
  readonly filter: DiskInstanceFilter;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

const datasources = optionsOf(DATASOURCES, instances.datasources);

/** What narrows the list of disks; without its datasource it is the list of machines again. */
export function DiskFilters({ filter, onChange }: DiskFiltersProps) {
  const { subscriptions, vaults, regions, ask } = useScopeOptions({
    ...filter,
    datasources: ['disk'],
  });
  const labels = instances.filters;
  return (
    <ListFilters
      search={{ part: 'search', label: diskPages.list.search, value: filter.search }}
      filters={[
        {
          part: 'datasource',
          label: labels.datasource,
          options: datasources,
          chosen: ['disk'],
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
      ]}
      onChange={onChange}
    />
  );
}
