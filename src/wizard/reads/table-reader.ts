import type { QueryClient } from '@tanstack/react-query';
import { keysOf } from '#src/lib/data.ts';
import {
  onceEach,
  type Query,
  type ReadSource,
  type Watched,
} from '#src/wizard/reads/read-table.ts';

/** The queries of each entry of a table. */
type QueriesBy<Name extends PropertyKey> = {
  readonly [One in Name]: readonly Watched<Query>[];
};

/** The queries of each entry of a table, by its name. */
export type QueriesOf<
  Table extends {
    readonly [Name in keyof Table]: { readonly queriesOf: (given: never) => unknown };
  },
> = { readonly [Name in keyof Table]: ReturnType<Table[Name]['queriesOf']> };

/** A table whose entries can all be given the same. */
export type ReadTable<Given, Answers, Queries extends QueriesBy<keyof Answers>> = {
  readonly [Name in keyof Answers]: {
    readonly readAgain?: ReadSource['readAgain'];
    readonly queriesOf: (given: Given) => Queries[Name];
    readonly answerOf: (
      client: QueryClient,
      queries: Queries[Name],
      before: Answers[Name],
    ) => Answers[Name];
  };
};

/** What the cache has of each read, and the queries that are to be watched for it. */
export interface ReadNow<Reads, Q extends Query> {
  readonly reads: Reads;
  readonly queries: readonly Q[];
}

/**
 * Reads a table from the cache. It gives the same object, and in it the same reads, while nothing has
 * changed. A pass names the reads that it needs in the order of the table, with what they are given;
 * each finds those above it in `reads`.
 */
export function tableReader<
  Given,
  Answers extends object,
  Queries extends QueriesBy<keyof Answers>,
>(client: QueryClient, table: ReadTable<Given, Answers, Queries>, nothing: Answers) {
  type Name = keyof Answers & string;
  type Q = Queries[Name][number];
  type Ask = (names: readonly Name[], given: Given) => void;
  let latest = nothing;
  let watched: readonly Q[] = [];
  return (pass: (reads: Answers, ask: Ask) => void): ReadNow<Answers, Q> => {
    const reads = { ...nothing };
    const queries: Q[] = [];
    pass(reads, (names, given) => {
      for (const name of names) {
        const own = table[name].queriesOf(given);
        reads[name] = table[name].answerOf(client, own, latest[name]);
        queries.push(...own);
      }
    });
    if (keysOf(reads).some((name) => reads[name] !== latest[name])) latest = reads;
    watched = onceEach(queries, watched);
    return { reads: latest, queries: watched };
  };
}

/** The queries of the reads that are read again, by their names; a read of several things is not. */
export function queriesAgain<
  Given,
  Answers extends object,
  Queries extends QueriesBy<keyof Answers>,
>(
  table: ReadTable<Given, Answers, Queries>,
  given: Given,
  isDue: (when: NonNullable<ReadSource['readAgain']>) => boolean,
) {
  const due: { [Name in keyof Answers]?: Queries[Name][number] } = {};
  for (const name of keysOf(table)) {
    const { readAgain, queriesOf } = table[name];
    if (readAgain === undefined || !isDue(readAgain)) continue;
    const [query] = queriesOf(given);
    if (query !== undefined) due[name] = query;
  }
  return due;
}
