import { useQuery } from '@tanstack/react-query';
import { firstVerifiedQuery } from '#src/api/queries/first-verified.ts';
import { seenJobQuery } from '#src/api/queries/jobs.ts';
import type { JobParts } from '#src/datasources/job.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';
import { type Verdict, verdictOf } from '#src/progress/verdict.ts';
import { useNow } from '#src/ui/use-now.ts';

/** Between two looks at the clock: times left and running times go on without a read. */
const EVERY_MS = 5000;

/** A job at a moment, by all its reads and by what its datasource knows of it. */
export interface JobNow {
  readonly progress: Progress;
  readonly verdict: Verdict;
  readonly at: Instant;
  readonly parts: JobParts;
  /** When what it created was read from its target for the first time; null: it wasn't, or not in this browser. */
  readonly verifiedAt: Instant | null;
  /** The service that runs it, by its name. */
  readonly service: string;
}

/** The job of an open page now. */
export function useJob(id: ResourceId, job: JobDetails, parts: JobParts): JobNow {
  const { data: seen } = useQuery(seenJobQuery(id));
  const at = useNow(EVERY_MS);
  const observations = seen?.observations ?? null;
  const facts = { observations, past: parts.past, sizeBytes: null };
  const verdict = verdictOf(job, parts.found);
  const isVerified =
    verdict.isReadBack && (verdict.outcome === 'done' || verdict.outcome === 'doneWithWork');
  const { data: verifiedAt = null } = useQuery(firstVerifiedQuery(id, isVerified));
  return {
    progress: progressOf(job, facts, at),
    verdict,
    verifiedAt,
    at,
    parts,
    service: serviceBehind(id),
  };
}
