import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe, tagsWire } from '#src/api/arm/wire.ts';
import { GRAPH_API_VERSION } from '#src/api/versions.ts';
import { cutList, type FirstHits } from '#src/lib/list.ts';
import { type SourceTag, tagsIn, tagValue } from '#src/model/machines.ts';

/** Text as a literal of the query language, whatever a person typed. */
export function literal(text: string): string {
  const oneLine = text.replaceAll(/\p{Cc}/gu, ' ');
  return `'${oneLine.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}

/** A condition that a column is one of some texts, in any letter case; null when all will do. */
export function inTexts(column: string, texts: readonly string[]): string | null {
  return texts.length === 0 ? null : `${column} in~ (${texts.map(literal).join(', ')})`;
}

/** A step that keeps the rows of a condition; null when all will do. */
export function where(condition: string | null): string | null {
  return condition === null ? null : `where ${condition}`;
}

/** A condition that a row lies in one of some vaults; null when all will do. */
export function inVaults(ids: readonly string[]): string | null {
  return ids.length === 0
    ? null
    : ids.map((id) => `id startswith ${literal(`${id}/`)}`).join(' or ');
}

/** A question of several lines, each but the first a step; what is null is left out. */
export function graphQuestion(table: string, steps: readonly (string | null)[]): string {
  return [table, ...steps.filter((step) => step !== null).map((step) => `| ${step}`)].join('\n');
}

/** Words that a person typed, as conditions of a question to Resource Graph. */

/** True of rows that have each word in one of the columns; `contains` ignores letter case. */
export function hasWords(words: readonly string[], columns: readonly string[]): string {
  return words
    .map((word) => columns.map((column) => `${column} contains ${literal(word)}`).join(' or '))
    .map((anyColumn) => `(${anyColumn})`)
    .join(' and ');
}

/**
 * Ranks a hit: 0 where the column is the first word, 1 where it starts with it, 2 where it holds it,
 * 3 where the words are elsewhere.
 */
export function rankOf(words: readonly string[], column: string): string {
  const first = literal(words[0] ?? '');
  return `case(${column} =~ ${first}, 0, ${column} startswith ${first}, 1, ${column} contains ${first}, 2, 3)`;
}

/** A page of rows; `resultTruncated` really is the text "true" or "false". */
export const graphPageWire = z.looseObject({
  totalRecords: z.number(),
  count: z.number(),
  resultTruncated: z.string(),
  $skipToken: maybe(z.string()),
  data: z.array(z.record(z.string(), z.unknown())),
});
export type GraphPageWire = z.infer<typeof graphPageWire>;

/** Where every question goes. */
const GRAPH_URL = `/providers/Microsoft.ResourceGraph/resources?api-version=${GRAPH_API_VERSION}`;

/** More than this is not shown in one list: a person narrows a search instead. */
const MOST_ROWS = 5000;

/** The most rows of one answer (azure-contract §1). */
export const MOST_ROWS_A_PAGE = 1000;

/** Where a page starts: at a row, or where the page before it ended. */
export type PageStart = { readonly skip: number } | { readonly token: string };

/** Which part of a list is read. */
export interface PageWanted {
  readonly start: PageStart;
  readonly top: number;
}

/** A page of rows, how many there are in all, and the token of the next page. */
export interface GraphPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
}

interface GraphQuestion<Schema> extends PageWanted {
  /** The shape of a row. */
  readonly row: Schema;
  readonly query: string;
}

/**
 * Asks Azure Resource Graph for one page of rows, each read by a schema: `POST
 * /providers/Microsoft.ResourceGraph/resources`.
 * A copy that lags by minutes: never used to decide that something was not started.
 * A question starts nothing, so it may be repeated although it is a POST.
 */
export async function graphPage<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  { row, query, start, top }: GraphQuestion<Schema>,
  signal?: AbortSignal,
): Promise<GraphPage<z.output<Schema>>> {
  const from = 'token' in start ? { $skipToken: start.token } : { $skip: start.skip };
  const body = { query, options: { $top: top, ...from } };
  const page = z.extend(graphPageWire, { data: z.array(row) });
  const answer = await sendFor(arm, page, { method: 'POST', url: GRAPH_URL, body, signal });
  return { rows: answer.data, total: answer.totalRecords, next: answer.$skipToken ?? null };
}

/** All rows of a question, page after page; of more than 5 000 the first, which `isCut` then says of them. */
export async function queryGraph<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  row: Schema,
  query: string,
  signal?: AbortSignal,
): Promise<z.output<Schema>[]> {
  const rows: z.output<Schema>[] = [];
  let start: PageStart | null = { skip: 0 };
  while (start !== null && rows.length < MOST_ROWS) {
    const question: GraphQuestion<Schema> = { row, query, start, top: MOST_ROWS_A_PAGE };
    const page: GraphPage<z.output<Schema>> = await graphPage(arm, question, signal);
    rows.push(...page.rows);
    start = page.next ? { token: page.next } : null;
  }
  return start === null ? rows : cutList(rows);
}

/** How a list requests its rows: their shape, and what the product maps each to. */
interface Rows<Schema extends z.core.$ZodType, Thing> {
  readonly row: Schema;
  readonly toThing: (row: z.output<Schema>) => Thing;
}

interface ListPageWanted<Filter, Order> extends PageWanted {
  readonly filter: Filter;
  readonly order: Order;
}

/** What reads one page of a list that Resource Graph filters and sorts. */
export function pageReader<Schema extends z.core.$ZodType, Thing, Filter, Order>({
  row,
  toThing,
  question,
}: Rows<Schema, Thing> & { readonly question: (filter: Filter, order: Order) => string }) {
  return async (
    arm: ArmPipelines,
    { filter, order, start, top }: ListPageWanted<Filter, Order>,
    signal?: AbortSignal,
  ): Promise<GraphPage<Thing>> => {
    const query = question(filter, order);
    const page = await graphPage(arm, { row, query, start, top }, signal);
    return { ...page, rows: page.rows.map(toThing) };
  };
}

/** What finds the first things with some words in their names, over all that Resource Graph knows. */
export function finder<Schema extends z.core.$ZodType, Thing>({
  row,
  toThing,
  question,
}: Rows<Schema, Thing> & { readonly question: (words: readonly string[]) => string }) {
  return async (
    arm: ArmPipelines,
    words: readonly string[],
    most: number,
    signal?: AbortSignal,
  ): Promise<FirstHits<Thing>> => {
    const wanted = { row, query: question(words), start: { skip: 0 }, top: most };
    const { rows, total } = await graphPage(arm, wanted, signal);
    return { hits: rows.map(toThing), total };
  };
}

/** A condition that a resource has one of some tags. Azure distinguishes values by letter case. */
export const hasTag = (tags: readonly SourceTag[]): string =>
  tags
    .map(({ name, value }) => `tostring(tags[${literal(name)}]) == ${literal(value)}`)
    .join(' or ');

const rowWire = z.object({ tagText: z.string() });

/**
 * The tags that resources of some types have, each once and by their names, from Resource Graph (table
 * `resources`): of the thousand most frequent sets of tags.
 */
export async function listTags(
  arm: ArmPipelines,
  types: readonly string[],
  signal?: AbortSignal,
): Promise<readonly SourceTag[]> {
  const query = graphQuestion('resources', [
    `where ${inTexts('type', types) ?? 'false'}`,
    'extend tagText = tostring(tags)',
    'summarize resources = count() by tagText',
    'order by resources desc, tagText asc',
  ]);
  const page = { row: rowWire, query, start: { skip: 0 }, top: MOST_ROWS_A_PAGE };
  const { rows } = await graphPage(arm, page, signal);
  const all = rows.flatMap(({ tagText }) =>
    tagsIn(tagsWire.parse(JSON.parse(tagText || '{}')) ?? {}),
  );
  const byValue = new Map(all.map((tag) => [tagValue(tag), tag]));
  return [...byValue.values()].toSorted((a, b) => tagValue(a).localeCompare(tagValue(b)));
}
