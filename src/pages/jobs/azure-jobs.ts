import { jobPages } from '#src/api/queries/jobs.ts';
import { inPages } from '#src/api/queries/paged.ts';
import type { ListSpec, WithColumnsProps } from '#src/datasources/list.ts';
import { countText } from '#src/lib/format.ts';
import {
  type Job,
  JOB_STATUSES,
  type JobFilter,
  NEWEST_FIRST,
  OPERATIONS,
  RANGES,
} from '#src/model/jobs.ts';
import { BACKUP_PROVIDERS } from '#src/model/vaults.ts';
import { jobColumns } from '#src/pages/jobs/columns.tsx';
import { jobsCsv } from '#src/pages/jobs/csv.ts';
import { jobsWanted } from '#src/pages/jobs/search.ts';
import { useLiveRows } from '#src/pages/jobs/use-live-rows.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { type ListFilter, optionsOf } from '#src/ui/filters/ListFilters.tsx';
import type { EmptyStateProps } from '#src/ui/states.tsx';

const { filters: labels, ranges } = words;
const statuses = optionsOf(JOB_STATUSES, pages.jobStatus);
const operations = optionsOf(OPERATIONS, words.operations);
const rangeOptions = optionsOf(RANGES, ranges);

/** The jobs over all vaults of Azure's two services, in their own regions. */
export const azureJobs: ListSpec<Job> = {
  what: words.what,
  rowName: ({ itemName }) => itemName,
  listOf: (address) => {
    const { filter, order, ignored } = jobsWanted(address);
    const { search, vaults, subscriptions, providers, operations: chosen, range } = filter;
    return {
      search: { label: words.search, value: search },
      scope: {
        subscriptions,
        vaults,
        providers: providers.length === 0 ? BACKUP_PROVIDERS : providers,
      },
      filters: ({ subscription, vault }) => [
        { part: 'operation', label: labels.operation, options: operations, chosen },
        ...stateFilters(filter),
        { ...subscription, label: labels.subscription },
        { ...vault, label: labels.vault },
      ],
      order: { now: order, usual: NEWEST_FIRST },
      ignored,
      source: inPages(jobPages(filter, order)),
      empty: () => emptyJobs(filter, words.searched),
      count: (total) =>
        words.count(total, countText(total), ranges[range], filter.isWithoutRunningRestores),
      csv: jobsCsv,
    };
  },
  WithColumns: JobColumns,
};

function JobColumns({ rows, range, children }: WithColumnsProps<Job>) {
  useLiveRows(rows.rowAt, range);
  return children(jobColumns);
}

/** Which states are shown, and how far back the list goes. */
export const stateFilters = ({ statuses: chosen, range }: JobFilter): readonly ListFilter[] => [
  { part: 'status', label: labels.status, options: statuses, chosen },
  { part: 'range', label: labels.range, options: rangeOptions, chosen: [range], isOneOf: true },
];

/** Where no job is: by the filter, or with none. */
export function emptyJobs(
  { range, instance, ...lists }: Omit<JobFilter, 'vaults'>,
  searched: string,
): EmptyStateProps {
  const isFiltered =
    instance !== null ||
    Object.values(lists).some(
      (one) => typeof one !== 'boolean' && one !== undefined && one.length > 0,
    );
  const title = isFiltered ? words.noneFit(ranges[range]) : words.none(ranges[range]);
  return { title, children: searched };
}
