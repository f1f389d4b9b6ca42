import { jobPages } from '#src/api/queries/jobs.ts';
import { atOnce, inPages, type Listed } from '#src/api/queries/paged.ts';
import { secondaryJobsQuery } from '#src/api/queries/secondary-jobs.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import type { ListFile, ListSpec, WithColumnsProps } from '#src/datasources/list.ts';
import { countText } from '#src/lib/format.ts';
import { sortedBy } from '#src/lib/list.ts';
import { type Instant, isoOrNull } from '#src/lib/time.ts';
import {
  type Job,
  JOB_STATUSES,
  type JobFilter,
  type JobOrder,
  type JobSort,
  type JobWithErrors,
  NEWEST_FIRST,
  OPERATIONS,
  RANGE_MS,
  secondaryVaults,
} from '#src/model/jobs.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { BACKUP_PROVIDERS } from '#src/model/vaults.ts';
import { jobColumns, useLiveRows } from '#src/pages/jobs/columns.tsx';
import { jobsWanted } from '#src/pages/jobs/search.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { regionNamed } from '#src/strings/regions.ts';
import { type ListFilter, optionsOf, secondaryVaultFilter } from '#src/ui/filters/ListFilters.tsx';
import { startedFilter, startedText } from '#src/ui/filters/started-filter.ts';
import type { EmptyStateProps } from '#src/ui/states.tsx';

/** The lists of jobs: over all vaults of Azure, and of one vault in its paired region. */

const { filters: labels, secondary: secondaryWords } = words;

const statusOptions = optionsOf(JOB_STATUSES, pages.jobStatus);
const operationOptions = optionsOf(OPERATIONS, words.operations);

/** The jobs over all vaults of Azure's two services, in their own regions. */
export const azureJobs: ListSpec<JobWithErrors> = {
  what: words.what,
  rowName: ({ itemName }) => itemName,
  listOf: (address) => {
    const { filter, order, ignored } = jobsWanted(address);
    const { search, vaults, subscriptions, providers, operations: chosen } = filter;
    return {
      search: { label: words.search, value: search },
      scope: {
        subscriptions,
        vaults,
        providers: providers.length === 0 ? BACKUP_PROVIDERS : providers,
      },
      filters: ({ subscription, vault }) => [
        { part: 'operation', label: labels.operation, options: operationOptions, chosen },
        ...stateFilters(filter),
        { ...subscription, label: labels.subscription },
        { ...vault, label: labels.vault },
      ],
      order: { now: order, usual: NEWEST_FIRST },
      ignored,
      source: inPages(jobPages(filter, order)),
      empty: () => emptyJobs(filter, words.searched),
      count: (total) =>
        words.count(total, countText(total), startedText(filter), filter.isWithoutRunningRestores),
      csv: jobsCsv,
    };
  },
  WithColumns: JobColumns,
};

function JobColumns({ rows, range, children }: WithColumnsProps<JobWithErrors>) {
  useLiveRows(rows.rowAt, range);
  return children(jobColumns);
}

/** Which states are shown, and when the jobs started. */
const stateFilters = (filter: JobFilter): readonly ListFilter[] => [
  { part: 'status', label: labels.status, options: statusOptions, chosen: filter.statuses },
  startedFilter(labels.range, filter),
];

/** Where no job is: by the filter, or with none. */
function emptyJobs(filter: Omit<JobFilter, 'vaults'>, searched: string): EmptyStateProps {
  const { instance, search, providers, operations, statuses, subscriptions } = filter;
  const lists = [search, providers, operations, statuses, subscriptions];
  const isFiltered = instance !== null || lists.some(({ length }) => length > 0);
  const when = startedText(filter);
  return { title: isFiltered ? words.noneFit(when) : words.none(when), children: searched };
}

/** The list as a table for spreadsheets, with times in UTC and durations in seconds. */
export const jobsCsv: ListFile<Job> = {
  ...words.csv,
  cells: (job) => [
    (job.status === 'unknown' && job.statusWord) || pages.jobStatus[job.status],
    job.itemName,
    job.operation,
    job.vaultName,
    isoOrNull(job.startedAt),
    isoOrNull(job.endedAt),
    job.durationMs === null ? null : Math.round(job.durationMs / 1000),
    job.name,
  ],
};

/** The jobs of one vault in its paired region: Azure has no list over all vaults for them. */
export const secondaryJobs: ListSpec<JobWithErrors> = {
  ...azureJobs,
  listOf: (address) => {
    const { filter, order, ignored } = jobsWanted(address);
    const { vaults, ...others } = filter;
    const vault = vaults[0];
    const vaultId = vault ?? resourceId('');
    return {
      search: { label: secondaryWords.search, value: filter.search },
      scope: { isOfVault: true },
      filters: ({ machineVaults }) => [
        secondaryVaultFilter({ vaults: machineVaults, chosen: vault, words: secondaryWords }),
        ...stateFilters(filter),
      ],
      order: { now: order, usual: NEWEST_FIRST },
      ignored,
      source: atOnce(
        { ...secondaryJobsQuery(vaultId, filter), enabled: vault !== undefined },
        (read) =>
          read.kind === 'jobs'
            ? {
                kind: 'rows',
                read: read.jobs,
                rows: narrowed(read.jobs, filter, order),
                region: read.place.region,
              }
            : {
                kind: 'none',
                title: secondaryWords[read.kind](nameOf(vaultId)),
                advice: secondaryWords.otherVault,
              },
      ),
      ...(vault === undefined && { instead: () => ({ title: secondaryWords.choose }) }),
      // The list is always that of one vault: the vault narrows nothing.
      empty: (rows, names) =>
        emptyJobs(others, secondaryWords.searched(nameOf(vaultId), regionOf(rows, names))),
      count: (total, rows, names) =>
        secondaryWords.count(
          words.count(total, countText(total), startedText(filter)),
          regionOf(rows, names),
        ),
      csv: { ...jobsCsv, fileName: secondaryWords.fileName },
    };
  },
};

function regionOf({ whole }: Listed<JobWithErrors>, { regions }: PlaceNames): string {
  const region = (whole?.kind === 'rows' && whole.region) || '';
  return regionNamed(regions, region);
}

/** What Azure's own list of the secondary region cannot do: search, several states, and an order. */
export function narrowed<Row extends Job>(
  jobs: readonly Row[],
  { search, statuses }: Pick<JobFilter, 'search' | 'statuses'>,
  { by, isDescending }: JobOrder,
): readonly Row[] {
  const text = search.toLowerCase();
  const states: readonly string[] = statuses;
  const rows = jobs
    .filter(({ status }) => states.length === 0 || states.includes(status))
    .filter(
      ({ itemName, name }) =>
        itemName.toLowerCase().includes(text) || name.toLowerCase().startsWith(text),
    );
  return sortedBy(rows, VALUE[by], isDescending);
}

const VALUE: Readonly<Record<JobSort, (job: Job) => string | number>> = {
  started: ({ startedAt }) => startedAt ?? 0,
  status: ({ status }) => status,
  instance: ({ itemName }) => itemName.toLowerCase(),
  operation: ({ operation }) => operation,
  vault: ({ vaultName }) => vaultName.toLowerCase(),
  duration: ({ durationMs }) => durationMs ?? 0,
};

interface CrossRegion {
  readonly total: number;
  readonly running: number;
  readonly vaults: readonly ResourceId[];
}

/** The restores to secondary regions that run, or that started in the range before `at`. Pure. */
export function crossRegionIn(
  secondary: readonly Job[],
  { range, hours }: Pick<JobFilter, 'range' | 'hours'>,
  at: Instant,
): CrossRegion {
  const from = hours?.from ?? at - RANGE_MS[range];
  const shown = secondary.filter(
    (job) => isRunning(job) || isWithin(job.startedAt ?? 0, from, hours?.to ?? at),
  );
  return {
    total: shown.length,
    running: shown.filter(isRunning).length,
    vaults: secondaryVaults(shown),
  };
}

const isWithin = (at: number, from: number, to: number): boolean => at >= from && at <= to;

function isRunning({ status }: Job): boolean {
  return status === 'inProgress' || status === 'cancelling';
}
