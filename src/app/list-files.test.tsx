import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import type { Listed } from '#src/api/queries/paged.ts';
import { deletedDisksQuery } from '#src/api/queries/disk-instances.ts';
import { type AnyList, anyList } from '#src/datasources/list.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { endedList } from '#src/pages/jobs/ended-list.tsx';
import { secondaryJobs, stateJobs } from '#src/pages/jobs/lists.tsx';
import { loadListings } from '#src/pages/list/loaded.ts';
import { OtherLists } from '#src/pages/list/OtherLists.tsx';
import { instances } from '#src/strings/instances.ts';
import { CaveatsContext, caveatsOfPage } from '#src/ui/caveats.ts';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { draw } from '#src/ui/testing-draw.tsx';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';

/** Each list's file has the columns of the list, and what the page says beside it. */

const names = { subscriptions: {}, regions: {} };
const FIRST = { first: 0, last: 0 };
const queries = () =>
  new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });

/** Rows as if one list had been read and were empty. */
const listed: Listed<never> = {
  read: { data: [], error: null, refetch: async () => Promise.reject(new Error()) },
  total: 0,
  rowAt: () => undefined,
  failed: null,
  readAt: null,
  all: [],
  pages: [],
  whole: null,
};

/** Draws a list that hands over its columns. */
const drawnList = (list: AnyList, onHeads: (heads: readonly string[]) => void) =>
  list(({ WithColumns }) => (
    <WithColumns {...names} rows={listed} range={FIRST} linkTo={(_, text) => text}>
      {(columns) => {
        onHeads(columns.map(({ head }) => head));
        return null;
      }}
    </WithColumns>
  ));

const { all: listings } = await loadListings();

interface ShownFile {
  readonly word: string;
  readonly heads: readonly string[];
  readonly shown: string[];
  readonly drawn: React.ReactNode;
}

/** A list that has a file, with the columns of both; those shown are there once it's drawn. */
function fileOf(word: string, list: AnyList | undefined): ShownFile[] {
  const heads = list?.((spec) => spec.listOf({}).csv?.heads);
  if (list === undefined || heads === undefined) return [];
  const shown: string[] = [];
  const keep = (columns: readonly string[]) => void shown.splice(0, shown.length, ...columns);
  return [{ word, heads, shown, drawn: drawnList(list, keep) }];
}

/** No facts of a row: what can be done with it, and what the time beside it says. */
const NO_FACTS = new Set(['Restore', 'Age', 'Action']);
const NONE_ELSEWHERE = { secondary: [], others: [], isReading: false, unread: [] };

test('the file of each list has the columns that the list shows', async () => {
  const files = [
    ...listings.flatMap(({ word, lists: own }) =>
      [own.instances.list, own.vaults?.list, own.jobs, own.secondary].flatMap((list) =>
        fileOf(word, list),
      ),
    ),
    ...fileOf('jobs', anyList(endedList(NONE_ELSEWHERE, { open: new Map(), news: new Map() }))),
    ...fileOf('jobs of a state', anyList(stateJobs(NONE_ELSEWHERE))),
    ...fileOf('jobs of a secondary region', anyList(secondaryJobs)),
  ];
  await draw(
    <QueryClientProvider client={queries()}>
      {files.map(({ word, drawn }) => (
        <div key={word}>{drawn}</div>
      ))}
    </QueryClientProvider>,
  );
  expect(files.map(({ word, shown }) => `${word}: ${String(shown.length)}`)).toEqual([
    'vm: 12',
    'disk: 8',
    'commvault: 8',
    'jobs: 6',
    'jobs of a state: 7',
    'jobs of a secondary region: 7',
  ]);
  const lacking = files.flatMap(({ word, heads, shown }) => {
    const inFile = heads.map((head) => head.replace(/ \(.+\)$/, ''));
    return shown
      .filter((head) => !NO_FACTS.has(head) && !inFile.includes(head))
      .map((head) => `${word}: ${head}`);
  });
  expect(lacking).toEqual([]);
});

beforeEach(() => setOwner(TEST_OWNER));

/** What the lists of backup instances show under their rows. */
const Footers = () =>
  listings.map(({ word, lists }) => (
    <div key={word}>{lists.instances.list((spec) => spec.listOf({}).footer)}</div>
  ));

const vaults = { data: { vaults: [{ name: 'v1' }], isChecked: false }, error: null };
const beside = {
  Line: ({ children }: { readonly children: (text: string) => React.ReactNode }) =>
    children('Not in this list: 3 VMs in Commvault.'),
  show: 'Show',
};
const other = { list: anyList(secondaryJobs), beside };

const noPermission = instances.unread;
const unchecked = { data: undefined, error: new Error() };

/** What a page shows beside a list, by name, and how many of its texts the file has. */
const CAVEATS: Readonly<Record<string, readonly [React.ReactNode, number]>> = {
  vaults: [<UnreadVaults key="v" read={vaults} words={noPermission} />, 2],
  permissions: [<UnreadVaults key="p" read={unchecked} words={noPermission} />, 1],
  'deleted disks': [<Footers key="d" />, 1],
  'unknown filters': [<Ignored key="f" parts={['a=b']} />, 1],
  'other lists': [
    <OtherLists
      key="o"
      lists={new Map([['commvault', other]])}
      address={{}}
      renderLink={() => null}
      missing={['Azure Disks']}
    />,
    2,
  ],
};

test.each(Object.entries(CAVEATS))(
  '%s: what is shown is in the file',
  async (_, [shown, count]) => {
    const client = queries();
    const unread = [resourceId('/subscriptions/1/providers/M/vaults/v2')];
    client.setQueryData(deletedDisksQuery().queryKey, { disks: [], unread });
    const caveats = caveatsOfPage();
    const around = (children: React.ReactNode) => (
      <QueryClientProvider client={client}>
        <CaveatsContext value={caveats}>{children}</CaveatsContext>
      </QueryClientProvider>
    );
    const drawn = await draw(around(shown));
    expect(caveats.shown()).toHaveLength(count);
    for (const text of caveats.shown()) await expect.element(drawn.getByText(text)).toBeVisible();
    await drawn.rerender(around(null));
    expect(caveats.shown()).toEqual([]);
  },
);
