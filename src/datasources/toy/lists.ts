import { atOnce } from '#src/api/queries/list-source.ts';
import type { ToyBox } from '#src/api/toy/boxes/box.ts';
import type { ToyJob } from '#src/api/toy/jobs/map.ts';
import { boxesQuery, toyJobsQuery } from '#src/api/toy/queries/shelf.ts';
import { anyList, type DatasourceLists, type ListSpec } from '#src/datasources/list.ts';
import type { Address } from '#src/lib/address-values.ts';
import { gib } from '#src/lib/bytes.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { pages } from '#src/strings/pages.ts';
import { toyLists } from '#src/strings/toy/lists.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { type ColumnsContext, withColumns } from '#src/ui/grid/own-columns.tsx';

const { boxes: boxWords, jobs: jobWords } = toyLists;

/** All boxes: the shelf gives them at once, and they are narrowed here. */
const boxes: ListSpec<ToyBox> = {
  what: boxWords.what,
  rowName: ({ name }) => name,
  listOf: (address) => {
    const search = searchIn(address);
    return {
      search: { label: boxWords.search, value: search },
      scope: {},
      filters: () => [],
      ignored: [],
      source: atOnce(boxesQuery(), (read) => ({
        kind: 'rows',
        read,
        rows: read.filter(({ name }) => holds(name, search)),
      })),
      empty: () => ({ title: search === '' ? boxWords.none : boxWords.noneFit }),
      count: (total) => boxWords.count(countText(total)),
    };
  },
  WithColumns: withColumns(boxColumns),
};

function boxColumns({ linkTo }: ColumnsContext): GridColumn<ToyBox>[] {
  const { heads } = boxWords;
  return [
    {
      head: heads.name,
      width: { least: 120, share: 2 },
      place: 'name',
      cell: ({ id, name }) => linkTo(id, name),
    },
    {
      head: heads.latest,
      width: { least: 120, share: 1 },
      place: 'line',
      cell: ({ points: [latest] }) =>
        latest === undefined ? boxWords.noPoint : dateTimeText(latest.time),
    },
    {
      head: heads.size,
      width: { least: 96 },
      place: 'end',
      isNumber: true,
      cell: ({ sizeBytes }) => gib(sizeBytes),
    },
  ];
}

/** All jobs of the shelf, which Resource Graph knows nothing of. */
const jobs: ListSpec<ToyJob> = {
  what: jobWords.what,
  rowName: ({ itemName }) => itemName,
  listOf: (address) => {
    const search = searchIn(address);
    return {
      search: { label: jobWords.search, value: search },
      scope: {},
      filters: () => [],
      ignored: [],
      source: atOnce(toyJobsQuery(), (read) => ({
        kind: 'rows',
        read,
        rows: read.filter(({ itemName }) => holds(itemName, search)).toReversed(),
      })),
      empty: () => ({ title: search === '' ? jobWords.none : jobWords.noneFit }),
      count: (total) => jobWords.count(countText(total)),
    };
  },
  WithColumns: withColumns(jobColumns),
};

function jobColumns({ linkTo }: ColumnsContext): GridColumn<ToyJob>[] {
  const { heads } = jobWords;
  return [
    {
      head: heads.box,
      width: { least: 120, share: 2 },
      place: 'name',
      cell: ({ id, itemName }) => linkTo(id, itemName),
    },
    {
      head: heads.status,
      width: { least: 120, share: 1 },
      place: 'end',
      cell: ({ status }) => pages.jobStatus[status],
    },
    {
      head: heads.started,
      width: { least: 120, share: 1 },
      place: 'line',
      cell: ({ startedAt }) => (startedAt === null ? '' : dateTimeText(startedAt)),
    },
  ];
}

const searchIn = (address: Address): string => (address['search'] ?? '').trim();

const holds = (text: string, search: string): boolean =>
  text.toLowerCase().includes(search.toLowerCase());

/** The lists of the toy shelf. */
export const lists: DatasourceLists = {
  instances: { list: anyList(boxes) },
  jobs: { list: anyList(jobs) },
};
