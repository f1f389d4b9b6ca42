import { useQuery } from '@tanstack/react-query';
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
  /** The service that runs it, by its name. */
  readonly service: string;
}

/** The job of an open page now. */
export function useJob(id: ResourceId, job: JobDetails, parts: JobParts): JobNow {
  const { data: seen } = useQuery(seenJobQuery(id));
  const at = useNow(EVERY_MS);
  const observations = seen?.observations ?? null;
  const facts = { observations, past: parts.past, sizeBytes: null };
  return {
    progress: progressOf(job, facts, at),
    verdict: verdictOf(job, parts.found),
    at,
    parts,
    service: serviceBehind(id),
  };
}
