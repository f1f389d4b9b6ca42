import type { CommvaultJob } from '#src/api/commvault/jobs.ts';
import { commvaultJobPages, seenJobs } from '#src/api/commvault/job-lists.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import { searchHere } from '#src/api/queries/paged.ts';
import { chosenHost } from '#src/datasources/commvault-vm/connection/chosen-host.ts';
import { ReadSoFar } from '#src/datasources/commvault-vm/lists/ReadSoFar.tsx';
import { withNote } from '#src/datasources/commvault-vm/lists/with-note.tsx';
import type { ListSpec } from '#src/datasources/list.ts';
import { addressReader, oneOf } from '#src/lib/address-values.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { JOB_STATUSES, OPERATIONS, RANGE_MS, RANGES } from '#src/model/jobs.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { jobs as shared } from '#src/strings/jobs.ts';
import { pages as pageWords } from '#src/strings/pages.ts';
import { optionsOf } from '#src/ui/filters/ListFilters.tsx';
import { jobColumns } from '#src/datasources/commvault-vm/lists/job-columns.tsx';

const { jobs: words, readSoFar } = commvaultLists;
const { ranges } = shared;
const rangeOptions = optionsOf(RANGES, ranges);
const statusOptions = optionsOf(JOB_STATUSES, pageWords.jobStatus);
/** Those of its operations that Azure has, too. */
const operationOptions = optionsOf(['Restore', 'Backup'] as const, shared.operations);

/** What a person looks for: a CommServe narrows its jobs by their time alone. */
interface Wanted {
  readonly search: string;
  readonly operations: readonly string[];
  readonly statuses: readonly string[];
}

/** As the one text that the rows read are searched by; empty: all of them are meant. */
const textOf = ({ search, operations, statuses }: Wanted): string =>
  search === '' && operations.length + statuses.length === 0
    ? ''
    : [operations.join(), statuses.join(), search].join('\n');

const { source, useReadSoFar } = searchHere<CommvaultJob>(
  ({ number, operation, itemName, status, statusWord }, text) => {
    const [operations = '', statuses = '', search = ''] = text.split('\n');
    const isOneOf = (names: string, name: string): boolean =>
      names === '' || names.split(',').includes(name.toLowerCase());
    return (
      isOneOf(operations, operation) &&
      isOneOf(statuses, status) &&
      (number.startsWith(search) ||
        `${operation} ${itemName} ${statusWord ?? ''}`.toLowerCase().includes(search))
    );
  },
);

/** How much of the list was searched. */
function Searched({ pages }: { readonly pages: Parameters<typeof source>[0] }) {
  return <ReadSoFar {...useReadSoFar(pages)} />;
}

/** The jobs of the CommServe that a person works with; without a token those last seen. */
export const jobs: ListSpec<CommvaultJob> = {
  what: words.what,
  intro: words.intro,
  rowName: ({ number }) => words.jobOf(number),
  listOf: (address) => {
    const host = chosenHost() ?? '';
    const reader = addressReader(address);
    const { search } = reader;
    const range = reader.one('range', oneOf(RANGES)) ?? '24h';
    const operations = reader.list('operation', oneOf(OPERATIONS));
    const statuses = reader.list('status', oneOf(JOB_STATUSES));
    const text = textOf({ search, operations, statuses });
    const pages = commvaultJobPages(host, RANGE_MS[range] / 1000);
    const seen = tokensOf(host)?.isThere() === true ? null : seenJobs(host);
    return {
      search: { label: words.search, value: search },
      scope: {},
      filters: () => [
        {
          part: 'operation',
          label: shared.filters.operation,
          options: operationOptions,
          chosen: operations,
        },
        { part: 'status', label: shared.filters.status, options: statusOptions, chosen: statuses },
        {
          part: 'range',
          label: words.ran,
          options: rangeOptions,
          chosen: [range],
          isOneOf: true,
        },
      ],
      ignored: reader.ignored(),
      source: source(pages, text),
      empty: () => ({
        title: text === '' ? words.none(ranges[range]) : words.noneFit,
        children: text !== '' && readSoFar.hint,
      }),
      count: (total) =>
        seen === null
          ? words.count(total, countText(total), ranges[range])
          : words.lastSeen(total, countText(total), dateTimeText(seen.at)),
      footer: text !== '' && <Searched pages={pages} />,
    };
  },
  WithColumns: withNote(jobColumns),
};
