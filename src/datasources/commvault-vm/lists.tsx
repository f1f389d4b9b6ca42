import { startedIn } from '#src/ui/stored-search.ts';
import { commvaultJobPages, seenJobs } from '#src/api/commvault/job-lists.ts';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { CommvaultJob } from '#src/api/commvault/jobs.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import { type CommvaultVm, commvaultVmPages, VM_STATUSES } from '#src/api/commvault/vms.ts';
import { searchHere, useListed } from '#src/api/queries/paged.ts';
import {
  chosenHost,
  ConnectionNote,
  useChosenHost,
  useConnected,
} from '#src/datasources/commvault-vm/connection.tsx';
import {
  ReadSoFar,
  useVmsRead,
  vmSearch,
  vmSource,
  VmStatus,
} from '#src/datasources/commvault-vm/vm-search.tsx';
import {
  anyList,
  type RowsElsewhere,
  type BesideLineProps,
  type DatasourceLists,
  type ListedRow,
  type ListFile,
  type ListSpec,
  type WithColumnsProps,
} from '#src/datasources/list.ts';
import { addressReader, oneOf } from '#src/lib/address-values.ts';
import { now } from '#src/lib/clock.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { isoOrNull, parseSpan, spanAddress } from '#src/lib/time.ts';
import { type HourRange, JOB_STATUSES, OPERATIONS, RANGE_MS } from '#src/model/jobs.ts';
import { common } from '#src/strings/common.ts';
import { commvaultLists } from '#src/strings/commvault.ts';
import { instances } from '#src/strings/instances.ts';
import { jobs as shared } from '#src/strings/jobs.ts';
import { pages as pageWords } from '#src/strings/pages.ts';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Moment, TwoLines } from '#src/ui/text.tsx';
import { optionsOf } from '#src/ui/filters/ListFilters.tsx';
import { startedFilter, startedText } from '#src/ui/filters/started-filter.ts';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/columns.ts';
import { type ColumnsContext, jobTimeColumns, withColumns } from '#src/ui/grid/own-columns.tsx';
import { RestoreCell, restoreColumn } from '#src/ui/RestoreMenu.tsx';
import { usePartStyles } from '#src/ui/styles.ts';

const { vms: vmWords, jobs: jobWords, readSoFar } = commvaultLists;

/** The columns of the list of VMs of a CommServe. */
function vmColumns({ linkTo }: ColumnsContext): GridColumn<CommvaultVm>[] {
  const { heads: own } = vmWords;
  return [
    {
      head: own.name,
      width: { least: 96, share: 1.2 },
      place: 'name',
      cell: ({ id, name }) => <TwoLines first={linkTo(id, <SearchMarked text={name} />)} />,
    },
    {
      head: instances.heads.source,
      width: { least: 80, share: 0.85 },
      leaves: 4,
      place: 'line',
      cell: ({ isDeleted }) => isDeleted && vmWords.deleted,
    },
    {
      head: own.group,
      width: { least: 112, share: 1 },
      leaves: 2,
      place: 'line',
      cell: ({ group }) => group?.name ?? common.absence.notReported,
    },
    {
      head: own.plan,
      width: { least: 112, share: 1 },
      leaves: 1,
      place: 'line',
      cell: ({ planName }) => planName ?? common.absence.notReported,
    },
    {
      head: own.hypervisor,
      width: { least: 112, share: 1 },
      leaves: 3,
      place: 'line',
      cell: ({ hypervisor }) => hypervisor?.name ?? common.absence.notReported,
    },
    {
      head: own.lastBackup,
      width: { least: MOMENT_PX },
      place: 'line',
      cell: ({ lastBackupAt }) => <Moment key="lastBackupAt" at={lastBackupAt} />,
    },
    {
      head: own.status,
      width: { least: 148, share: 1.3 },
      place: 'end',
      cell: ({ status }) => <VmStatus status={status} />,
    },
    restoreColumn(({ id, name }) => (
      <RestoreCell name={name} search={{ instance: instanceAddress(id) }} />
    )),
  ];
}

const { heads } = shared;

/** The columns of the list of jobs: what the lists of a CommServe report. */
const jobColumns = ({ linkTo }: ColumnsContext): GridColumn<CommvaultJob>[] => [
  {
    head: jobWords.heads.job,
    width: { least: 96 },
    place: 'name',
    cell: ({ id, number }) =>
      id === '' ? (
        common.absence.notReported
      ) : (
        <TwoLines first={linkTo(id, <SearchMarked text={number} />)} />
      ),
  },
  {
    head: heads.operation,
    width: { least: 96, share: 1 },
    place: 'line',
    cell: ({ operation }) => <SearchMarked text={operation || common.absence.notReported} />,
  },
  {
    head: jobWords.heads.group,
    width: { least: 112, share: 1.2 },
    leaves: 2,
    place: 'line',
    cell: ({ itemName }) => <SearchMarked text={itemName || common.absence.notReported} />,
  },
  {
    head: heads.status,
    width: { least: 160, share: 1 },
    place: 'end',
    cell: ({ status, statusWord, ownWord }) => (
      <JobStatusBadge status={status} word={statusWord} own={ownWord} />
    ),
  },
  ...jobTimeColumns<CommvaultJob>({ leaves: 3 }),
  {
    head: heads.progress,
    width: { least: 96 },
    isNumber: true,
    place: 'line',
    cell: ({ percent }) =>
      percent === null ? common.absence.notReported : pageWords.job.percent(percent),
  },
];

/** Draws with columns, below a note where there is no token: what was read before stays. */
const withNote = <Row,>(columnsOf: (context: ColumnsContext) => GridColumn<Row>[]) => {
  const WithColumns = withColumns(columnsOf);
  return function WithNote({ rows, ...rest }: WithColumnsProps<Row>) {
    const styles = usePartStyles();
    const host = useChosenHost() ?? '';
    const isConnected = useConnected(host);
    return (
      <>
        <div className={styles.inset}>
          <ConnectionNote host={host} />
        </div>
        {(isConnected || rows.read.data !== undefined) && <WithColumns {...rest} />}
      </>
    );
  };
};

interface BesideWords {
  readonly too: (total: number, text: string) => string;
  readonly tooNotRead: string;
  readonly show: string;
}

const FIRST = { first: 0, last: 0 };

/**
 * What a list of the CommServe has for the address of a list of Azure: as many rows as it shows once a person
 * opens it. `ofAzure` names the parts of an address that only rows of Azure have.
 */
function besideOf<Row extends ListedRow>(
  { listOf }: ListSpec<Row>,
  ofAzure: readonly string[],
  words: BesideWords,
): RowsElsewhere {
  function Counted({ address, children }: BesideLineProps) {
    const { total, read } = useListed(listOf(address).source, FIRST);
    if (total === undefined) return read.error === null ? null : children(words.tooNotRead);
    return total === 0 ? null : children(words.too(total, countText(total)));
  }
  function RowsToo({ address, children }: BesideLineProps) {
    const isOfAzure =
      ofAzure.some((part) => Boolean(address[part])) || listOf(address).ignored.length > 0;
    return isOfAzure ? null : <Counted address={address}>{children}</Counted>;
  }
  return { Line: RowsToo, show: words.show };
}

const vmStatuses = [
  { value: 'all', text: vmWords.all },
  ...optionsOf(VM_STATUSES, vmWords.statuses),
];

/** How much of the list was searched. */
function VmsSearched({ pages }: { readonly pages: Parameters<typeof vmSource>[0] }) {
  return <ReadSoFar {...useVmsRead(pages)} />;
}

const csv: ListFile<CommvaultVm> = {
  ...vmWords.csv,
  lines: (rows) => ({
    cells: rows.map((vm) => [
      vm.name,
      vm.guid,
      vmWords.statuses[vm.status],
      vm.group?.name ?? null,
      vm.planName,
      vm.hypervisor?.name ?? null,
      isoOrNull(vm.lastBackupAt),
      vm.sizeBytes,
      vm.isDeleted ? vmWords.deleted : null,
    ]),
    notes: [],
  }),
};

/** The VMs of the CommServe that a person works with. */
const vmList: ListSpec<CommvaultVm> = {
  what: vmWords.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const { search, text, status, filter, ignored } = vmSearch(address);
    const pages = commvaultVmPages(chosenHost() ?? '', filter);
    return {
      search: { label: vmWords.search, value: search },
      scope: {},
      filters: () => [
        {
          part: 'health',
          label: vmWords.status,
          options: vmStatuses,
          chosen: [status ?? 'all'],
          isOneOf: true,
        },
      ],
      ignored,
      source: vmSource(pages, text),
      empty: () => ({
        title: search === '' && status === undefined ? vmWords.none : vmWords.noneFit,
        children: text !== '' && readSoFar.hint,
      }),
      count: (total) => vmWords.count(total, countText(total)),
      footer: text !== '' && <VmsSearched pages={pages} />,
      csv,
    };
  },
  WithColumns: withNote(vmColumns),
};

const statusOptions = optionsOf(JOB_STATUSES, pageWords.jobStatus);
/** Those of its operations that Azure has, too. */
const operationOptions = optionsOf(['Restore', 'Backup'] as const, shared.operations);

/** What a person looks for: a CommServe narrows its jobs by their time alone. */
interface Wanted {
  readonly search: string;
  readonly operations: readonly string[];
  readonly statuses: readonly string[];
  /** When they started; null: a CommServe narrows them by their time. */
  readonly hours: HourRange | null;
}

/** As the one text that the rows read are searched by; empty: all of them are meant. */
const textOf = ({ search, operations, statuses, hours }: Wanted): string =>
  search === '' && hours === null && operations.length + statuses.length === 0
    ? ''
    : [operations.join(), statuses.join(), hours === null ? '' : spanAddress(hours), search].join(
        '\n',
      );

const { source: jobSource, useReadSoFar: useJobsRead } = searchHere<CommvaultJob>(
  ({ number, operation, itemName, status, statusWord, startedAt }, text) => {
    const [operations = '', statuses = '', span = '', search = ''] = text.split('\n');
    // The text is in small letters.
    const hours = parseSpan(span.toUpperCase());
    const isOneOf = (names: string, name: string): boolean =>
      names === '' || names.split(',').includes(name.toLowerCase());
    return (
      isOneOf(operations, operation) &&
      isOneOf(statuses, status) &&
      (hours === null || (startedAt !== null && startedAt >= hours.from && startedAt < hours.to)) &&
      (number.startsWith(search) ||
        `${operation} ${itemName} ${statusWord ?? ''}`.toLowerCase().includes(search))
    );
  },
);

/** How much of the list was searched. */
function JobsSearched({ pages }: { readonly pages: Parameters<typeof jobSource>[0] }) {
  return <ReadSoFar {...useJobsRead(pages)} />;
}

const HOUR_S = 3600;

/** How far back jobs are read that started in these hours, in whole hours: the same for as long as may be. */
const sinceS = ({ from }: HourRange): number => Math.ceil((now() - from) / 1000 / HOUR_S) * HOUR_S;

/** The jobs of the CommServe that a person works with; without a token those last seen. */
const jobList: ListSpec<CommvaultJob> = {
  what: jobWords.what,
  intro: jobWords.intro,
  rowName: ({ number }) => jobWords.jobOf(number),
  listOf: (address) => {
    const host = chosenHost() ?? '';
    const reader = addressReader(address);
    const { search } = reader;
    const started = reader.one('range', startedIn) ?? '24h';
    const hours = typeof started === 'string' ? null : started;
    const range = typeof started === 'string' ? started : '24h';
    const operations = reader.list('operation', oneOf(OPERATIONS));
    const statuses = reader.list('status', oneOf(JOB_STATUSES));
    const text = textOf({ search, operations, statuses, hours });
    const when = startedText({ range, hours });
    const withinS = hours === null ? RANGE_MS[range] / 1000 : sinceS(hours);
    const pages = commvaultJobPages(host, withinS);
    const seen = tokensOf(host)?.isThere() === true ? null : seenJobs(host);
    return {
      search: { label: jobWords.search, value: search },
      scope: {},
      filters: () => [
        {
          part: 'operation',
          label: shared.filters.operation,
          options: operationOptions,
          chosen: operations,
        },
        { part: 'status', label: shared.filters.status, options: statusOptions, chosen: statuses },
        startedFilter(jobWords.ran, { range, hours }),
      ],
      ignored: reader.ignored(),
      source: jobSource(pages, text),
      empty: () => ({
        title: text === '' ? jobWords.none(when) : jobWords.noneFit,
        children: text !== '' && readSoFar.hint,
      }),
      count: (total) =>
        seen === null
          ? jobWords.count(total, countText(total), when)
          : jobWords.lastSeen(total, countText(total), dateTimeText(seen.at)),
      footer: text !== '' && <JobsSearched pages={pages} />,
    };
  },
  WithColumns: withNote(jobColumns),
};

/** What only rows of Azure have: an address that asks for it asks for none of a CommServe. */
const OF_AZURE = ['subscription', 'vault', 'region', 'source', 'older', 'tag'];

/** The lists of VMs and jobs of a CommServe. */
export const commvaultVmLists: DatasourceLists = {
  instances: { list: anyList(vmList), beside: besideOf(vmList, OF_AZURE, vmWords.beside) },
  jobs: anyList(jobList),
};
