import { queryOptions } from '@tanstack/react-query';
import { sha256 } from '#src/lib/data.ts';

/** Hexadecimal digits of a hash that a person compares. */
const SHOWN = 12;

/** What a plan is known by: the start of the SHA-256 of its text; null: this browser can’t calculate it. */
export const planHashQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plan hash', plan],
    queryFn: () =>
      sha256(plan).then(
        (hash) => hash.slice(0, SHOWN),
        () => null,
      ),
    staleTime: Infinity,
  });
