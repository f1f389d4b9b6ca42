import { jobPages, jobQuery } from '#src/api/queries/jobs.ts';
import { type Listed, atOnce, type ReadPage } from '#src/api/queries/paged.ts';
import { secondaryJobsQuery } from '#src/api/queries/secondary-jobs.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import { wholeJobsQuery } from '#src/api/queries/whole-jobs.ts';
import type {
  FileContext,
  FileLines,
  ListFile,
  ListSpec,
  ScopeFilters,
  WithColumnsProps,
} from '#src/datasources/list.ts';
import { ownerOf } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import { countText, timeText } from '#src/lib/format.ts';
import { cutList, type RowRange } from '#src/lib/list.ts';
import { isoOrNull } from '#src/lib/time.ts';
import {
  JOB_STATUSES,
  type Job,
  type JobDetails,
  type JobFilter,
  type JobOrder,
  type JobWithErrors,
  NEWEST_FIRST,
  OPERATIONS,
  isRestore,
} from '#src/model/jobs.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { BACKUP_PROVIDERS } from '#src/model/vaults.ts';
import { fits, inOrder, merged } from '#src/pages/jobs/ended.ts';
import {
  azureFilter,
  type JobsSearch,
  jobsWanted,
  type WantedJobs,
} from '#src/pages/jobs/search.ts';
import {
  areAllRead,
  type JobsLeftOut,
  type ListsRead,
  noneIn,
} from '#src/progress/live/all-jobs.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { regionNamed } from '#src/strings/regions.ts';
import { type ListFilter, optionsOf, secondaryVaultFilter } from '#src/ui/filters/ListFilters.tsx';
import { startedFilter, startedText } from '#src/ui/filters/started-filter.ts';
import type { EmptyStateProps } from '#src/ui/states.tsx';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { gibOf } from '#src/lib/bytes.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { withCode } from '#src/model/problem.ts';
import { type JobAtMoment, RowProgress, useJobNow } from '#src/progress/live/live.tsx';
import { leftText, targetText } from '#src/progress/live/progress-text.ts';
import { outlineOfJob, targetNamed } from '#src/progress/live/restore-names.ts';
import { common } from '#src/strings/common.ts';
import { stalled } from '#src/strings/progress.ts';
import type { GridColumn } from '#src/ui/grid/columns.ts';
import { jobTimeColumns } from '#src/ui/grid/own-columns.tsx';
import { NameLink } from '#src/ui/links.tsx';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Name, TwoLines } from '#src/ui/text.tsx';

/** The lists of jobs: over all vaults of Azure, and of one vault in its paired region. */

const { filters: labels, secondary: secondaryWords } = words;

const statusOptions = optionsOf(JOB_STATUSES, pages.jobStatus);
const operationOptions = optionsOf(OPERATIONS, words.operations);

/** What a list over all vaults is narrowed by. */
export function jobFilters(address: JobsSearch) {
  const { filter, order, ignored } = jobsWanted(address);
  const { search, vaults, subscriptions, providers, operations: chosen } = filter;
  return {
    search: { label: words.search, value: search },
    scope: {
      subscriptions,
      vaults,
      providers: providers.length === 0 ? BACKUP_PROVIDERS : providers,
    },
    filters: ({ subscription, vault }: ScopeFilters): readonly ListFilter[] => [
      { part: 'operation', label: labels.operation, options: operationOptions, chosen },
      ...stateFilters(filter),
      { ...subscription, label: labels.subscription },
      { ...vault, label: labels.vault },
    ],
    order: { now: order, usual: NEWEST_FIRST },
    ignored,
  };
}

/** The jobs of all services with some states, among them states of jobs that run: live. */
export const stateJobs = (elsewhere: JobsLeftOut): ListSpec<JobWithErrors> => ({
  what: words.what,
  rowName: ({ itemName }) => itemName,
  listOf: (address) => {
    const wanted = jobsWanted(address);
    const { filter, order } = wanted;
    return {
      ...jobFilters(address),
      source: atOnce(wholeJobsQuery(azureFilter(wanted), order), ({ jobs, total }) => {
        const rows = inOrder(allOf(jobs, elsewhere, wanted), order);
        return { kind: 'rows', read: total > jobs.length ? cutList(rows) : rows, rows };
      }),
      empty: () => emptyJobs(filter, { lists: elsewhere }),
      count: (total) => words.count(total, countText(total), startedText(filter)),
      csv: allJobsCsv(elsewhere, wanted),
    };
  },
  WithColumns: StateColumns,
});

/** The jobs that Azure's list lacks and an address asks for. */
function elsewhereIn(elsewhere: JobsLeftOut, { filter, datasources }: WantedJobs): readonly Job[] {
  const { secondary = [], others } = elsewhere;
  return [...secondary, ...others].filter(
    (job) =>
      (datasources.length === 0 || datasources.includes(ownerOf(job.id)?.word ?? '')) &&
      fits(job, filter, now()),
  );
}

/** Azure's jobs with those that its list lacks. */
export const allOf = (
  jobs: readonly JobWithErrors[],
  elsewhere: JobsLeftOut,
  wanted: WantedJobs,
): readonly JobWithErrors[] => merged(jobs, elsewhereIn(elsewhere, wanted));

/** The file of a list over all services: Azure's jobs page by page, and those that its list lacks. */
export function allJobsCsv(elsewhere: JobsLeftOut, wanted: WantedJobs) {
  const { filter, order } = wanted;
  const none = async () => ({ rows: [], total: 0, next: null });
  const read: ReadPage<JobWithErrors> =
    azureFilter(wanted) === null ? none : jobPages(filter, NEWEST_FIRST).read;
  return {
    ...words.csv,
    read,
    complete: (jobs: readonly JobWithErrors[]) => inOrder(allOf(jobs, elsewhere, wanted), order),
    lines: (jobs: readonly JobWithErrors[], context: FileContext) =>
      jobLines(jobs, context, words.csv.resultNotInList),
  };
}

/** Those that run are followed, as on the axis; what ended isn't read. */
function StateColumns({ rows, range, children }: WithColumnsProps<JobWithErrors>) {
  useLiveRows(rows.rowAt, range, readsOfRunning);
  return children(jobColumns);
}

function JobColumns({ rows, range, children }: WithColumnsProps<JobWithErrors>) {
  useLiveRows(rows.rowAt, range, readsOf);
  return children(jobColumns);
}

/** Which states are shown, and when the jobs started. */
const stateFilters = (filter: JobFilter): readonly ListFilter[] => [
  { part: 'status', label: labels.status, options: statusOptions, chosen: filter.statuses },
  startedFilter(labels.range, filter),
];

const ALL_READ: ListsRead = { isReading: false, unread: [] };

/** Where no job is: by the filter, or with none. `of`: what the list is of, where that isn't all vaults. */
export function emptyJobs(
  filter: JobFilter,
  { lists = ALL_READ, of }: { readonly lists?: ListsRead; readonly of?: string },
): EmptyStateProps {
  const { instance, search, providers, operations, statuses, subscriptions, vaults } = filter;
  const narrowing = [search, providers, operations, statuses, subscriptions, vaults];
  const isOfAll = vaults.length + subscriptions.length === 0;
  const isFiltered = instance !== null || narrowing.some(({ length }) => length > 0);
  const none = isFiltered ? words.noneFit : words.noneOf;
  const searched = isOfAll ? words.searched : words.searchedChosen;
  // What wasn't read is named above the list.
  return {
    title: noneIn(none(startedText(filter)), lists),
    children: of ?? (areAllRead(lists) ? searched : undefined),
  };
}

/** The list as a table for spreadsheets, with times in UTC and durations in seconds. */
export const jobsCsv: ListFile<JobWithErrors> = {
  ...words.csv,
  lines: (jobs, context) => jobLines(jobs, context, words.csv.resultUnread),
};

/** The lines of jobs; `unreadNote`: the note for those whose own read is lacking. */
function jobLines(
  jobs: readonly JobWithErrors[],
  { queries }: FileContext,
  unreadNote: (total: number, text: string) => string,
): FileLines {
  const lines = jobs.map((job) => {
    const read = queries.getQueryData(jobQuery(job.id).queryKey);
    const outline = outlineOf(job, read);
    const isUnread = isRestore(job) && read === undefined && outline === null;
    return {
      job,
      isUnread,
      target: targetOf(job, outline),
      result: resultOf(job, read, outline),
    };
  });
  const unread = lines.filter(({ isUnread }) => isUnread).length;
  return {
    cells: lines.map(({ job, isUnread, target, result }) => [
      (job.status === 'unknown' && job.statusWord) || pages.jobStatus[job.status],
      job.itemName,
      job.operation,
      job.vaultName,
      isoOrNull(job.startedAt),
      isoOrNull(job.endedAt),
      job.durationMs === null ? null : Math.round(job.durationMs / 1000),
      job.name,
      ...(isUnread ? [common.absence.notRead, result ?? common.absence.notRead] : [target, result]),
    ]),
    notes: unread === 0 ? [] : [unreadNote(unread, countText(unread))],
  };
}

/** What a job makes; null: it is no restore, or nothing says. */
const outlineOf = (job: Job, read: JobDetails | undefined): RestoreOutline | null =>
  isRestore(job) ? outlineOfJob(job.id, read) : null;

/** Where a restore goes, whatever came of it; null: no restore. */
function targetOf(job: Job, outline: RestoreOutline | null): string | null {
  if (!isRestore(job)) return null;
  return (outline && targetNamed(outline)) ?? common.absence.notReported;
}

/** What came of a job, or is to come; null: neither its list nor its own read says. */
function resultOf(
  job: JobWithErrors,
  read: JobDetails | undefined,
  outline: RestoreOutline | null,
): string | null {
  const [error] = [...job.errors, ...(read?.errors ?? [])];
  const text = [
    // Of one that failed the reason comes first: nothing of its target is there.
    job.status === 'failed' && error !== undefined ? null : outline && resultText(outline),
    error === undefined ? null : withCode(error.message, error.code),
  ].filter((part) => part !== null);
  return text.length === 0 ? null : text.join('. ');
}

/** The jobs of one vault in its paired region: Azure has no list over all vaults for them. */
export const secondaryJobs: ListSpec<JobWithErrors> = {
  what: words.what,
  rowName: ({ itemName }) => itemName,
  WithColumns: JobColumns,
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
        emptyJobs(
          { ...others, vaults: [] },
          { of: secondaryWords.searched(nameOf(vaultId), regionOf(rows, names)) },
        ),
      count: (total, rows, names) =>
        secondaryWords.count(
          words.count(total, countText(total), startedText(filter)),
          regionOf(rows, names),
        ),
      csv: {
        ...jobsCsv,
        fileName: secondaryWords.fileName,
        lines: async (jobs, context) => {
          const { cells, notes } = await jobsCsv.lines(jobs, context);
          const region = regionOf(context, context.names);
          return { cells, notes: [secondaryWords.searched(nameOf(vaultId), region), ...notes] };
        },
      },
    };
  },
};

function regionOf({ whole }: Pick<Listed<unknown>, 'whole'>, { regions }: PlaceNames): string {
  const region = (whole?.kind === 'rows' && whole.region) || '';
  return regionNamed(regions, region);
}

/** What Azure's own list of the secondary region cannot do: search, several states, and an order. */
export function narrowed<Row extends Job>(
  jobs: readonly Row[],
  { search, statuses }: Pick<JobFilter, 'search' | 'statuses'>,
  order: JobOrder,
): readonly Row[] {
  const text = search.toLowerCase();
  const states: readonly string[] = statuses;
  const rows = jobs
    .filter(({ status }) => states.length === 0 || states.includes(status))
    .filter(
      ({ itemName, name }) =>
        itemName.toLowerCase().includes(text) || name.toLowerCase().startsWith(text),
    );
  return inOrder(rows, order);
}

/** The columns of the list of jobs, and what only the jobs in view say of themselves. */

const { heads } = words;

/** Past jobs have many rows, so only jobs in progress are read again and again. */
const runs = ({ status }: Job): boolean => status === 'inProgress' || status === 'cancelling';

const jobColumns: readonly GridColumn<JobWithErrors>[] = [
  {
    head: heads.status,
    width: { least: 128 },
    sortBy: 'status',
    place: 'end',
    cell: (job) =>
      runs(job) ? (
        <RunningStatus job={job} />
      ) : (
        <JobStatusBadge status={job.status} word={job.statusWord} />
      ),
  },
  {
    head: heads.instance,
    width: { least: 96, share: 1.2 },
    sortBy: 'instance',
    place: 'name',
    cell: (job) => {
      const { id, itemName, operation } = job;
      const instance = itemName || common.absence.notReported;
      const name = <SearchMarked text={instance} />;
      if (id === '') return name;
      return (
        <TwoLines
          first={
            // Enter on the row opens it: the link is for the mouse, and for those who read by links.
            <NameLink
              to="/jobs/$jobId"
              params={{ jobId: jobAddress(id) }}
              aria-label={pages.jobs.jobOf(operation || common.job, instance)}
              tabIndex={-1}
            >
              {name}
            </NameLink>
          }
        />
      );
    },
  },
  {
    head: heads.operation,
    width: { least: 92, share: 0.6 },
    leaves: 3,
    sortBy: 'operation',
    place: 'line',
    cell: ({ operation }) => operation || common.absence.notReported,
  },
  {
    head: heads.result,
    width: { least: 176, share: 2.4 },
    place: 'line',
    cell: (job) => (job.id === '' ? null : runs(job) ? <SoFar job={job} /> : <Result job={job} />),
  },
  {
    head: heads.vault,
    width: { least: 96, share: 1 },
    leaves: 2,
    sortBy: 'vault',
    place: 'line',
    cell: ({ vaultName }) => <SearchMarked text={vaultName || common.absence.notReported} />,
  },
  ...jobTimeColumns<JobWithErrors>({ leaves: 4, sortBy: 'started' }),
];

/** Reads jobs in view, as often as the budget of reads allows; their cells draw them. */
function useLiveRows(
  rowAt: (index: number) => Job | undefined,
  range: RowRange,
  reads: (job: Job) => ReturnType<typeof readsOf>,
): void {
  const rows = Array.from({ length: range.last - range.first + 1 }, (_, at) =>
    rowAt(range.first + at),
  );
  useQueries({
    queries: rows.flatMap((job) => (job === undefined || job.id === '' ? [] : reads(job))),
    // What is read concerns a cell alone: the page is not drawn again for it.
    combine: nothing,
  });
}

const readsOfRunning = (job: Job) => (job.status === 'inProgress' ? [jobQuery(job.id)] : []);

/** Also restores that have ended, once. */
function readsOf(job: Job) {
  const running = readsOfRunning(job);
  if (running.length > 0) return running;
  return isRestore(job) ? [{ ...jobQuery(job.id), staleTime: Infinity }] : [];
}

const nothing = () => null;

interface CellProps {
  readonly job: JobWithErrors;
}

/** The state of a job that ran when the list was read: the job itself may know better. */
function RunningStatus({ job }: CellProps) {
  const read = useJobNow(job.id, 'listen')?.job ?? job;
  const { status, statusWord, ownWord } = read.status === 'inProgress' ? job : read;
  return <JobStatusBadge status={status} word={statusWord} own={ownWord} />;
}

const useStyles = makeStyles({
  soFar: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    maxWidth: '100%',
    // Too narrow for all of it, the end is cut.
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  bar: { width: '72px' },
});

/** How far a running job is, read from the job itself: lists do not hold it. */
function SoFar({ job }: CellProps) {
  const styles = useStyles();
  const read = useJobNow(job.id, 'listen');
  if (job.status !== 'inProgress') return null;
  if (read === null || read === undefined) return common.absence.notRead;
  if (read.job.status !== 'inProgress') return null;
  const { percent } = read.progress;
  const figures = figuresOf(read);
  if (percent === null) return figures.join(', ') || common.absence.notReported;
  return (
    <span className={styles.soFar}>
      <RowProgress
        className={styles.bar}
        label={pages.jobs.progressOf(job.itemName)}
        progress={read.progress}
      />
      {figures.length > 0 && <span>{figures.join(', ')}</span>}
    </span>
  );
}

/** How much longer it takes or since when it stands, and how much of its bytes is there. */
function figuresOf({ job, progress: { eta, stall } }: JobAtMoment): readonly string[] {
  // Only restores are compared with past ones.
  const isEstimated = eta.kind === 'range' || /restore/i.test(job.operation);
  const left = isEstimated ? [leftText(eta)] : [];
  return [
    ...(stall === null ? left : [stalled.title(timeText(stall.since))]),
    ...(job.bytes === null ? [] : [gibOf(job.bytes, pages.job.bytesOf)]),
  ];
}

/** What came of a job that has ended, by its list or an earlier read; nothing where neither says. */
function Result({ job }: CellProps) {
  // The list reads the restores in view: a row takes what it has read.
  const { data } = useQuery({ ...jobQuery(job.id), enabled: false });
  const text = resultOf(job, data, outlineOf(job, data));
  return text === null ? null : <Name isName>{text}</Name>;
}

function resultText(outline: RestoreOutline): string {
  const target = outline.kind === 'replaceDisks' ? words.toSource : targetWords(outline);
  return outline.kind === null ? target : words.result(words.kinds[outline.kind], target);
}

function targetWords(outline: RestoreOutline): string {
  const target = targetText(outline);
  return target === null ? words.toUnknown : words.to(target);
}
