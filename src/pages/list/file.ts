import type { QueryClient } from '@tanstack/react-query';
import type { Listed } from '#src/api/queries/paged.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import type { ListFile, ListWanted } from '#src/datasources/list.ts';
import { csvText } from '#src/lib/csv.ts';
import { common } from '#src/strings/common.ts';
import type { ListFilter } from '#src/ui/filters/ListFilters.tsx';

const words = common.csv;

interface FileInput<Row> {
  readonly file: ListFile<Row>;
  readonly rows: readonly Row[];
  /** What the page says of the list beside its rows. */
  readonly caveats: readonly string[];
  readonly names: PlaceNames;
  readonly queries: QueryClient;
  readonly whole: Listed<Row>['whole'];
}

interface FileText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** A list as CSV. What isn't in it stands in its last lines, each as wide as the others. */
export async function fileText<Row>(input: FileInput<Row>): Promise<FileText> {
  const { file, rows, caveats, ...context } = input;
  const { cells, notes: lacking } = await file.lines(rows, context);
  const notes = [...caveats, ...lacking];
  const rest = file.heads.slice(2).map(() => null);
  const last = notes.map((note) => [words.note, note, ...rest]);
  return { text: csvText([file.heads, ...cells, ...last]), notes };
}

/** The value of a filter that always has one and narrows nothing. */
const ALL = 'all';

/** What narrows a list, as its file says it; null: nothing does. */
export function filteredText(
  { search }: Pick<ListWanted<unknown>, 'search'>,
  filters: readonly ListFilter[],
): string | null {
  const chosen = filters.flatMap(({ label, options, chosen: values }) =>
    values.length === 0 || values.includes(ALL)
      ? []
      : [`${label}: ${values.map((value) => textOf(options, value)).join(' / ')}`],
  );
  const searched = search.value === '' ? [] : [`${search.label}: ${search.value}`];
  const all = [...searched, ...chosen];
  return all.length === 0 ? null : words.filtered(all);
}

const textOf = (options: ListFilter['options'], value: string): string =>
  options?.find((one) => one.value === value)?.text ?? value;
