import type { QueryClient } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import {
  READ_SOURCES,
  type ReadName,
} from '#src/datasources/azure-vm/facts/sources/read-sources.ts';
import { NOTHING_READ, READS, type Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { SOURCE_READS } from '#src/datasources/azure-vm/reads/source.ts';
import { TARGET_READS } from '#src/datasources/azure-vm/reads/target.ts';
import { keysOf } from '#src/lib/keys-of.ts';
import { type AnswersOf, onceEach } from '#src/wizard/reads/read-table.ts';

const SOURCE_NAMES = keysOf(SOURCE_READS);
const TARGET_NAMES = keysOf(TARGET_READS);

/** What a read may depend on. */
interface Given {
  readonly choices: VmChoices;
  readonly reads: Answers;
  /** The subscription restored to; empty while it is not known. */
  readonly target: string;
}

type Answers = AnswersOf<typeof READS>;
type Queries = {
  readonly [Name in ReadName]: ReturnType<(typeof READS)[Name]['queriesOf']>;
};

/** A query of a read, enabled while the read is needed. */
export type ReadQuery = Queries[ReadName][number];

const TABLE: {
  readonly [Name in ReadName]: {
    readonly queriesOf: (given: Given) => Queries[Name];
    readonly answerOf: (
      client: QueryClient,
      queries: Queries[Name],
      before: Answers[Name],
    ) => Answers[Name];
  };
} = READS;

/** The subscription that a restore goes to; empty while it is not known. */
type TargetOf = (choices: VmChoices, reads: Reads) => string;

/** What the cache has of each read, and the queries that are to be watched for it. */
export interface ReadNow {
  readonly reads: Reads;
  readonly queries: readonly ReadQuery[];
}

/** Ages are counted in minutes: as long the moment of looking stays, and with it what is drawn from it. */
const MINUTE_MS = 60_000;

/**
 * Reads from the cache what a draft needs. It gives the same object, and in it the same reads, while
 * nothing has changed for a minute. Without `targetOf` it reads nothing about where the restore goes.
 */
export function newReader(client: QueryClient, targetOf?: TargetOf) {
  let latest: Reads = { ...NOTHING_READ, at: now() };
  let watched: readonly ReadQuery[] = [];
  return (choices: VmChoices): ReadNow => {
    const reads: { -readonly [Name in ReadName]: Answers[Name] } = { ...NOTHING_READ };
    const queries: ReadQuery[] = [];
    const ask = <Name extends ReadName>(
      name: Name,
      into: { [One in Name]: Answers[One] },
      target: string,
    ): void => {
      const own = TABLE[name].queriesOf({ choices, reads, target });
      into[name] = TABLE[name].answerOf(client, own, latest[name]);
      queries.push(...own);
    };
    for (const name of SOURCE_NAMES) ask(name, reads, '');
    if (targetOf !== undefined) {
      const target = targetOf(choices, { ...reads, at: latest.at });
      for (const name of TARGET_NAMES) ask(name, reads, target);
    }
    const at = now();
    const isSame =
      Math.abs(at - latest.at) < MINUTE_MS &&
      [...SOURCE_NAMES, ...TARGET_NAMES].every((name) => reads[name] === latest[name]);
    if (!isSame) latest = { ...reads, at };
    watched = onceEach(queries, watched);
    return { reads: latest, queries: watched };
  };
}

type Again = 'atReview' | 'atRestore';

/** The queries of the reads that are read again, by their names; a read of several things is not. */
export function queriesAgain(given: Given, isDue: (when: Again) => boolean) {
  const due: Partial<Record<ReadName, ReadQuery>> = {};
  for (const name of keysOf(READS)) {
    const { readAgain } = READ_SOURCES[name];
    if (readAgain === undefined || !isDue(readAgain)) continue;
    const [query] = TABLE[name].queriesOf(given);
    if (query !== undefined) due[name] = query;
  }
  return due;
}
