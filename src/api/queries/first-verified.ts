import { queryOptions } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import { readEntry, writeEntry } from '#src/lib/storage.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * When this browser first read from the target what a restore has created; null: it hasn't. `isVerified`: the
 * latest read found it. The moment is kept: a later read proves nothing about how long the recovery took.
 */
export const firstVerifiedQuery = (jobId: ResourceId, isVerified: boolean) =>
  queryOptions({
    queryKey: ['first verified', jobId.toLowerCase(), isVerified],
    queryFn: (): Instant | null => {
      const name = `verified.${jobId.toLowerCase()}`;
      const entry = readEntry(name);
      const stored = entry.ok && entry.value !== null ? entry.value : '';
      // What is not as this version writes it counts as none.
      if (/^\d{10,14}$/.test(stored)) return instant(Number(stored));
      if (!isVerified) return null;
      const at = now();
      writeEntry(name, String(at));
      return at;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
