import type { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type DiskAnswers, type DiskReads, READS } from '#src/datasources/azure-disk/reads.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { keysOf } from '#src/lib/data.ts';
import { useNow } from '#src/ui/use-now.ts';
import {
  nothingRead,
  queriesDue,
  type QueriesOf,
  type ReadTable,
  tableReader,
  useReader,
} from '#src/wizard/reads/read-table.ts';

/** What a read may depend on. */
interface Given {
  readonly choices: DiskChoices;
  readonly reads: DiskAnswers;
}

type Queries = QueriesOf<typeof READS>;

/** A query of a read, enabled while the read is needed. */
type DiskQuery = Queries[keyof Queries][number];

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
  queriesDue(TABLE, given, (when) => when === 'atRestore');

/** Points expire and roles come of age while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Asks Azure what the draft of a disk's restore needs to know, each thing once its id is known. */
export function useDiskReads(choices: DiskChoices): DiskReads {
  const at = useNow(LOOK_EVERY_MS);
  const answers = useReader<DiskChoices, DiskAnswers, DiskQuery>(newReader, choices);
  return useMemo(() => ({ ...answers, at, validation: 'none' }), [answers, at]);
}
