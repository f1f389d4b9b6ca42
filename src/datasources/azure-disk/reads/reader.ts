import type { QueryClient } from '@tanstack/react-query';
import { keysOf } from '#src/lib/data.ts';
import type { DiskAnswers } from '#src/datasources/azure-disk/reads/reads.ts';
import { READS } from '#src/datasources/azure-disk/reads/table.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { nothingRead } from '#src/wizard/reads/read-table.ts';
import {
  queriesAgain,
  type QueriesOf,
  type ReadTable,
  tableReader,
} from '#src/wizard/reads/table-reader.ts';

/** What a read may depend on. */
interface Given {
  readonly choices: DiskChoices;
  readonly reads: DiskAnswers;
}

type Queries = QueriesOf<typeof READS>;

/** A query of a read, enabled while the read is needed. */
export type DiskQuery = Queries[keyof Queries][number];

const TABLE: ReadTable<Given, DiskAnswers, Queries> = READS;
const NAMES = keysOf(TABLE);
const NOTHING_READ = nothingRead(READS);

/**
 * Reads from the cache what a draft needs. It gives the same object, and in it the same reads, while
 * nothing has changed.
 */
export function newReader(client: QueryClient) {
  const readNow = tableReader(client, TABLE, NOTHING_READ);
  return (choices: DiskChoices) => readNow((reads, ask) => ask(NAMES, { choices, reads }));
}

/** All queries that a draft is judged by. */
export const queriesOf = (given: Given): readonly DiskQuery[] =>
  NAMES.flatMap((name): readonly DiskQuery[] => TABLE[name].queriesOf(given));

/** The queries of what may have changed between the validation and Restore, by the names of their reads. */
export const queriesAtRestore = (given: Given) =>
  queriesAgain(TABLE, given, (when) => when === 'atRestore');
