import type { QueryClient } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import { keysOf } from '#src/lib/data.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { NOTHING_READ, READS, type Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { SOURCE_READS } from '#src/datasources/azure-vm/reads/source.ts';
import { TARGET_READS } from '#src/datasources/azure-vm/reads/target.ts';
import type { AnswersOf, ReadSource } from '#src/wizard/reads/read-table.ts';
import {
  queriesAgain as queriesAgainOf,
  type QueriesOf,
  type ReadTable,
  tableReader,
} from '#src/wizard/reads/table-reader.ts';

const SOURCE_NAMES = keysOf(SOURCE_READS);
const TARGET_NAMES = keysOf(TARGET_READS);

/** What a read may depend on. */
interface Given {
  readonly choices: VmChoices;
  readonly reads: AnswersOf<typeof READS>;
  /** The subscription restored to; empty while it is not known. */
  readonly target: string;
  readonly made?: Reads['made'] | undefined;
}

type Queries = QueriesOf<typeof READS>;

/** A query of a read, enabled while the read is needed. */
export type ReadQuery = Queries[keyof Queries][number];

const TABLE: ReadTable<Given, AnswersOf<typeof READS>, Queries> = READS;

/** The subscription that a restore goes to; empty while it is not known. */
type TargetOf = (choices: VmChoices, reads: Reads) => string;

/** Ages are counted in minutes: as long the moment of looking stays, and with it what is drawn from it. */
const MINUTE_MS = 60_000;

/**
 * Reads from the cache what a draft needs. It gives the same object, and in it the same reads, while
 * nothing has changed for a minute. Without `targetOf` it reads nothing about where the restore goes.
 */
export function newReader(client: QueryClient, targetOf?: TargetOf) {
  const readNow = tableReader(client, TABLE, NOTHING_READ);
  let answers = NOTHING_READ;
  let latest: Reads = { ...answers, at: now() };
  return (choices: VmChoices, made?: Reads['made']) => {
    const { reads, queries } = readNow((above, ask) => {
      ask(SOURCE_NAMES, { choices, reads: above, target: '' });
      if (targetOf === undefined) return;
      const target = targetOf(choices, { ...above, at: latest.at });
      ask(TARGET_NAMES, { choices, reads: above, target, made });
    });
    const at = now();
    const isSame = reads === answers && made === latest.made;
    if (!isSame || Math.abs(at - latest.at) >= MINUTE_MS) latest = { ...reads, at, made };
    answers = reads;
    return { reads: latest, queries };
  };
}

/** The queries of the reads that are read again, by their names; a read of several things is not. */
export const queriesAgain = (
  given: Given,
  isDue: (when: NonNullable<ReadSource['readAgain']>) => boolean,
) => queriesAgainOf(TABLE, given, isDue);
