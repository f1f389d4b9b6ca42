import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { ReadNow } from '#src/datasources/azure-vm/reads/reader.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { changesOf } from '#src/wizard/reads/changes-of.ts';

/**
 * Reads through one reader, and watches all queries that it names with one observer: what calls it is
 * drawn again only when one of them has another answer.
 */
export function useReader(
  newReader: (client: QueryClient) => (choices: VmChoices) => ReadNow,
  choices: VmChoices,
): Reads {
  const client = useQueryClient();
  // The reader remembers what it gave last, so that the same reads stay the same object.
  const read = useMemo(() => newReader(client), [client, newReader]);
  const { reads, queries } = read(choices);
  useQueries({ queries, combine: changesOf });
  return reads;
}
