import { useScopeOptions } from '#src/api/queries/scope-options.tsx';
import { DATASOURCES } from '#src/model/instance-list.ts';
import { JOB_STATUSES, type JobFilter, OPERATIONS, RANGES } from '#src/model/job-list.ts';
import type { JobsSearch } from '#src/pages/jobs/search.ts';
import { instances } from '#src/strings/instances.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { type ListFilter, ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';

export interface JobFiltersProps {
  readonly filter: JobFilter;
  readonly onChange: (change: Partial<JobsSearch>) => void;
}

const statuses = optionsOf(JOB_STATUSES, pages.jobStatus);
const datasources = optionsOf(DATASOURCES, instances.datasources);
const operations = optionsOf(OPERATIONS, words.operations);
const ranges = optionsOf(RANGES, words.ranges);

/** Which states are shown. */
export const statusFilter = ({ statuses: chosen }: JobFilter): ListFilter => ({
  part: 'status',
  label: words.filters.status,
  options: statuses,
  chosen,
});

/** How far back the list goes. */
export const rangeFilter = ({ range }: JobFilter): ListFilter => ({
  part: 'range',
  label: words.filters.range,
  options: ranges,
  chosen: [range],
  isOneOf: true,
});

/** What narrows the list of jobs. */
export function JobFilters({ filter, onChange }: JobFiltersProps) {
  const { subscriptions, vaults, ask } = useScopeOptions({
    vaults: filter.vaults,
    datasources: filter.datasources.length === 0 ? DATASOURCES : filter.datasources,
  });
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
          part: 'operation',
          label: labels.operation,
          options: operations,
          chosen: filter.operations,
        },
        statusFilter(filter),
        rangeFilter(filter),
        {
          part: 'subscription',
          label: labels.subscription,
          options: subscriptions,
          chosen: filter.subscriptions,
        },
        { part: 'vault', label: labels.vault, options: vaults, chosen: filter.vaults, onOpen: ask },
      ]}
      pinned={{ part: 'instance', isSet: filter.instance !== null }}
      onChange={onChange}
    />
  );
}
