import type { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { prefilled } from '#src/datasources/commvault-vm/prefill.ts';
import {
  type CommvaultAnswers,
  type CommvaultReads,
  READS,
} from '#src/datasources/commvault-vm/reads.ts';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
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

interface Given {
  readonly choices: CommvaultChoices;
  readonly reads: CommvaultAnswers;
}

type Queries = QueriesOf<typeof READS>;

/** A query of a read, enabled while the read is needed. */
type CommvaultQuery = Queries[keyof Queries][number];

const TABLE: ReadTable<Given, CommvaultAnswers, Queries> = READS;
const NAMES = keysOf(TABLE);

/**
 * Reads from the cache what a draft needs. What is filled in follows from the reads above, so each read is
 * given the choices as they are by then.
 */
export function newReader(client: QueryClient) {
  const readNow = tableReader(client, TABLE, nothingRead(READS));
  return (choices: CommvaultChoices) =>
    readNow((reads, ask) => {
      for (const name of NAMES) ask([name], { choices: prefilled(choices, reads), reads });
    });
}

/** All queries that a draft is judged by. */
export const queriesOf = (given: Given): readonly CommvaultQuery[] =>
  NAMES.flatMap((name): readonly CommvaultQuery[] =>
    TABLE[name].queriesOf({ ...given, choices: prefilled(given.choices, given.reads) }),
  );

/** The queries of what others may have changed before Restore, by the names of their reads. */
export const queriesAtRestore = (given: Given) =>
  queriesDue(
    TABLE,
    { ...given, choices: prefilled(given.choices, given.reads) },
    (when) => when === 'atRestore',
  );

/** Restore points get older while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Asks Commvault and Azure what a draft needs to know, each thing once its ID is known. */
export function useCommvaultReads(choices: CommvaultChoices): CommvaultReads {
  const at = useNow(LOOK_EVERY_MS);
  const answers = useReader<CommvaultChoices, CommvaultAnswers, CommvaultQuery>(newReader, choices);
  return useMemo(() => ({ ...answers, at }), [answers, at]);
}
