import { useScopeOptions } from '#src/api/queries/scope-options.tsx';
import { JOB_STATUSES, type JobFilter, OPERATIONS, RANGES } from '#src/model/job-list.ts';
import type { JobsSearch } from '#src/pages/jobs/search.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { ListFilters, optionsOf } from '#src/ui/filters/ListFilters.tsx';

export interface JobFiltersProps {
  readonly filter: JobFilter;
  readonly onChange: (change: Partial<JobsSearch>) => void;
}

const statuses = optionsOf(JOB_STATUSES, pages.jobStatus);
const operations = optionsOf(OPERATIONS, words.operations);
const ranges = optionsOf(RANGES, words.ranges);

/** What narrows the list of jobs. */
export function JobFilters({ filter, onChange }: JobFiltersProps) {
  const { subscriptions, vaults, ask } = useScopeOptions({ vaults: filter.vaults });
  const labels = words.filters;
  return (
    <ListFilters
      search={{ part: 'search', label: words.search, value: filter.search }}
      filters={[
        {
          part: 'operation',
          label: labels.operation,
          options: operations,
          chosen: filter.operations,
        },
        { part: 'status', label: labels.status, options: statuses, chosen: filter.statuses },
        {
          part: 'range',
          label: labels.range,
          options: ranges,
          chosen: [filter.range],
          isOneOf: true,
        },
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
