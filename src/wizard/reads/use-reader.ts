import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { changesOf } from '#src/wizard/reads/changes-of.ts';

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
