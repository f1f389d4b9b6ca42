import type * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type GraphPage, graphPage, type PageStart } from '#src/api/resource-graph/query/ops.ts';
import type { FirstHits } from '#src/model/search.ts';

/** How a list requests its rows: their shape, and what the product maps each to. */
interface Rows<Schema extends z.core.$ZodType, Thing> {
  readonly row: Schema;
  readonly toThing: (row: z.output<Schema>) => Thing;
}

interface PagedList<Schema extends z.core.$ZodType, Thing, Filter, Order> extends Rows<
  Schema,
  Thing
> {
  readonly question: (filter: Filter, order: Order) => string;
}

export interface ListPageWanted<Filter, Order> {
  readonly filter: Filter;
  readonly order: Order;
  readonly start: PageStart;
  readonly top: number;
}

/** What reads one page of a list that Resource Graph filters and sorts. */
export function pageReader<Schema extends z.core.$ZodType, Thing, Filter, Order>({
  row,
  toThing,
  question,
}: PagedList<Schema, Thing, Filter, Order>) {
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

interface Search<Schema extends z.core.$ZodType, Thing> extends Rows<Schema, Thing> {
  readonly question: (words: readonly string[]) => string;
}

/** What finds the first things with some words in their names, over all that Resource Graph knows. */
export function finder<Schema extends z.core.$ZodType, Thing>({
  row,
  toThing,
  question,
}: Search<Schema, Thing>) {
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
