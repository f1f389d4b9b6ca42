import {
  hashKey,
  type InferDataFromTag,
  type QueryClient,
  type QueryKey,
  useQueries,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { keysOf } from '#src/lib/data.ts';
import { isOnItsWay, type Read, readOf } from '#src/wizard/read.ts';

/** What a table of reads says of a read, beside its query. */
export interface ReadSource {
  /** What it asks for, in words: `the vault`. */
  readonly what: string;
  /** It waits for this one; null: it depends on a choice alone, or on nothing. */
  readonly after: string | null;
  /** Once this is chosen it doesn't wait for the read before. */
  readonly unlessChosen?: 'subscription';
  /** Of a list that was read a fact is known once one of it is chosen: in this field. */
  readonly chosenIn?: string;
  /** Others may change it: it is read again at Review, or at Restore too. */
  readonly readAgain?: 'atReview' | 'atRestore';
}

interface Query {
  readonly queryKey: QueryKey;
}

type Watched<Q extends Query> = Q & { readonly enabled: boolean };

const notRead = <Value>(): Read<Value> => ({ state: 'not asked' });

type ValueOf<Q extends Query> = InferDataFromTag<unknown, Q['queryKey']>;

/**
 * An entry of a table of reads that reads one thing. `query` gives null while its address isn't known;
 * what isn't needed sends nothing, and still holds what was read before.
 */
export function one<const Source extends ReadSource, Given, Q extends Query, Need = Given>(
  source: Source,
  query: (given: Given) => Q | null,
  isNeeded: (given: Need) => boolean = () => true,
) {
  const nothing = notRead<ValueOf<Q>>();
  const coming: typeof nothing = { state: 'loading' };
  return {
    ...source,
    nothing,
    queriesOf: (given: Given & Need): readonly Watched<Q>[] => {
      const own = query(given);
      return own === null ? [] : [{ ...own, enabled: isNeeded(given) }];
    },
    answerOf: (
      client: QueryClient,
      [own]: readonly Watched<Q>[],
      before: Read<ValueOf<Q>>,
      isComing: boolean,
    ): Read<ValueOf<Q>> => {
      if (own !== undefined) return sameOrNew(before, readIn(client, own));
      return isComing ? coming : nothing;
    },
  };
}

/** An entry that reads several things, each by a query of its own. */
export function many<const Source extends ReadSource, Given, Q extends Query>(
  source: Source,
  queries: (given: Given) => readonly Q[],
) {
  const nothing: readonly Read<ValueOf<Q>>[] = [];
  return {
    ...source,
    nothing,
    queriesOf: (given: Given): readonly Watched<Q>[] =>
      queries(given).map((own) => ({ ...own, enabled: true })),
    answerOf: (
      client: QueryClient,
      all: readonly Watched<Q>[],
      before: readonly Read<ValueOf<Q>>[],
    ): readonly Read<ValueOf<Q>>[] => {
      const now = all.map((own, at) => sameOrNew(before[at], readIn(client, own)));
      const isSame = now.length === before.length && now.every((read, at) => read === before[at]);
      return isSame ? before : now;
    },
  };
}

type Entries<Names extends PropertyKey> = {
  readonly [Name in Names]: { readonly nothing: unknown };
};

/** The reads of a table: each with its state, or with those of several things. */
export type AnswersOf<Table extends Entries<keyof Table>> = {
  readonly [Name in keyof Table]: Table[Name]['nothing'];
};

/** The reads of a table before the first query. */
export function nothingRead<Table extends Entries<keyof Table>>(table: Table): AnswersOf<Table> {
  const reads: { [Name in keyof Table]?: Table[Name]['nothing'] } = {};
  for (const name in table) reads[name] = table[name].nothing;
  if (!isWhole(table, reads)) throw new Error('A read is missing.');
  return reads;
}

const isWhole = <Table extends Entries<keyof Table>>(
  table: Table,
  reads: Partial<AnswersOf<Table>>,
): reads is AnswersOf<Table> => Object.keys(table).every((name) => name in reads);

/** Each query once, one that some read needs is sent; the list of before while it holds the same ones. */
function onceEach<Q extends Watched<Query>>(
  queries: readonly Q[],
  before: readonly Q[],
): readonly Q[] {
  const once = byHash(queries.filter(({ enabled }) => !enabled));
  for (const [hash, query] of byHash(queries.filter(({ enabled }) => enabled))) {
    once.set(hash, query);
  }
  const was = byHash(before);
  const isSame =
    once.size === was.size &&
    [...once].every(([hash, { enabled }]) => was.get(hash)?.enabled === enabled);
  return isSame ? before : [...once.values()];
}

const byHash = <Q extends Query>(queries: readonly Q[]): Map<string, Q> =>
  new Map(queries.map((query) => [hashKey(query.queryKey), query]));

/** The read of before while nothing has changed: what is drawn from it need not be drawn again. */
function sameOrNew<Value>(before: Read<Value> | undefined, now: Read<Value>): Read<Value> {
  return before !== undefined && isSameRead(before, now) ? before : now;
}

function isSameRead(before: Read<unknown>, now: Read<unknown>): boolean {
  if (before.state === 'known') {
    return now.state === 'known' && now.value === before.value && now.at === before.at;
  }
  return now.state === before.state && troubleOf(now) === troubleOf(before);
}

const troubleOf = (read: Read<unknown>) => ('trouble' in read ? read.trouble?.problem : undefined);

/** A query as the cache has it. One that is needed and was never read is on its way. */
function readIn<Q extends Query>(
  client: QueryClient,
  { queryKey, enabled }: Watched<Q>,
): Read<ValueOf<Q>> {
  const key: Q['queryKey'] = queryKey;
  const state = client.getQueryState(key);
  const isComing = enabled && isReadAnew(client, key);
  return readOf({
    data: state?.data,
    dataUpdatedAt: state?.dataUpdatedAt ?? 0,
    error: isComing ? null : (state?.error ?? null),
    fetchStatus: isComing ? 'fetching' : (state?.fetchStatus ?? 'idle'),
    refetch: () => client.refetchQueries({ queryKey: key, exact: true }),
  });
}

/** Whether watching a query sends it. */
function isReadAnew(client: QueryClient, queryKey: QueryKey): boolean {
  const query = client.getQueryCache().find({ queryKey });
  if (query === undefined) return true;
  if (query.isActive()) return false;
  return (
    query.state.status !== 'error' ||
    client.defaultQueryOptions({ queryKey }).retryOnMount !== false
  );
}

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
    readonly after: string | null;
    readonly readAgain?: ReadSource['readAgain'];
    readonly queriesOf: (given: Given) => Queries[Name];
    /** `isComing`: the read before, which may name what this one asks for, is on its way. */
    readonly answerOf: (
      client: QueryClient,
      queries: Queries[Name],
      before: Answers[Name],
      isComing: boolean,
    ) => Answers[Name];
  };
};

/** What the cache has of each read, and the queries that are to be watched for it. */
interface ReadNow<Reads, Q extends Query> {
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
    const answered = new Map<string, unknown>();
    pass(reads, (names, given) => {
      for (const name of names) {
        const { after, queriesOf, answerOf } = table[name];
        const own = queriesOf(given);
        const isComing = after !== null && isOnItsWay(answered.get(after));
        reads[name] = answerOf(client, own, latest[name], isComing);
        answered.set(name, reads[name]);
        queries.push(...own);
      }
    });
    if (keysOf(reads).some((name) => reads[name] !== latest[name])) latest = reads;
    watched = onceEach(queries, watched);
    return { reads: latest, queries: watched };
  };
}

/** The queries of the reads that are read again, by their names; a read of several things is not. */
export function queriesDue<Given, Answers extends object, Queries extends QueriesBy<keyof Answers>>(
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

/** What tells one answer of a query from the next. */
interface Answered {
  readonly status: string;
  readonly fetchStatus: string;
  readonly dataUpdatedAt: number;
  readonly errorUpdatedAt: number;
}

/** A text that differs once a query is sent for the first time, or has another answer. */
const changesOf = (queries: readonly Answered[]): string =>
  queries
    .map(({ status, fetchStatus, dataUpdatedAt, errorUpdatedAt }) =>
      [status, status === 'pending' ? fetchStatus : '', dataUpdatedAt, errorUpdatedAt].join(),
    )
    .join(' ');

type Watchable<Q> = Parameters<typeof useQueries<Q[], string>>[0]['queries'];

/** Gives the reads that some choices need, and the queries that are to be watched for them. */
type Reader<Choices, Reads, Q> = (choices: Choices) => {
  readonly reads: Reads;
  readonly queries: Watchable<Q>;
};

/**
 * Reads through one reader, and watches all queries that it names with one observer: what calls it is
 * drawn again only when one of them has another answer.
 */
export function useReader<Choices, Reads, Q>(
  newReader: (client: QueryClient) => Reader<Choices, Reads, Q>,
  choices: Choices,
): Reads {
  const client = useQueryClient();
  // The reader remembers what it gave last, so that the same reads stay the same object.
  const read = useMemo(() => newReader(client), [client, newReader]);
  const { reads, queries } = read(choices);
  useQueries<Q[], string>({ queries, combine: changesOf });
  return reads;
}

/** A query about a thing, once what a read is given tells which. */
export const queryAbout =
  <Given>() =>
  <Thing, Q>(thingOf: (given: Given) => Thing | null | undefined, query: (thing: Thing) => Q) =>
  (given: Given): Q | null => {
    const thing = thingOf(given) ?? null;
    return thing === null ? null : query(thing);
  };

/** The choices of a draft, and what was read for them. */
interface ChoicesAndReads<Choices, Reads> {
  readonly choices: Choices;
  readonly reads: Reads;
}

/**
 * The reads of a table for the choices of a draft, each given the choices with what `filledIn` adds to them from the
 * reads above.
 */
export function readsOfDraft<
  Choices,
  Answers extends object,
  Queries extends QueriesBy<keyof Answers>,
>(
  table: ReadTable<ChoicesAndReads<Choices, Answers>, Answers, Queries>,
  nothing: Answers,
  filledIn: (choices: Choices, reads: Answers) => Choices = (choices) => choices,
) {
  type Given = ChoicesAndReads<Choices, Answers>;
  type Q = Queries[keyof Answers][number];
  const names = keysOf(table);
  const filled = ({ choices, reads }: Given): Given => ({
    choices: filledIn(choices, reads),
    reads,
  });
  return {
    /** Reads from the cache what a draft needs: the same object, and in it the same reads, while nothing has changed. */
    newReader: (client: QueryClient) => {
      const readNow = tableReader(client, table, nothing);
      return (choices: Choices) =>
        readNow((reads, ask) => {
          for (const name of names) ask([name], filled({ choices, reads }));
        });
    },
    /** All queries that a draft is judged by. */
    queriesOf: (given: Given): readonly Q[] =>
      names.flatMap((name): readonly Q[] => table[name].queriesOf(filled(given))),
    /** The queries of what others may have changed before Restore, by the names of their reads. */
    queriesAtRestore: (given: Given) =>
      queriesDue(table, filled(given), (when) => when === 'atRestore'),
  };
}
