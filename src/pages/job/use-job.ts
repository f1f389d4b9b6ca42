import { useQuery } from '@tanstack/react-query';
import { firstVerifiedQuery } from '#src/api/queries/restored.ts';
import type { JobPageParts } from '#src/datasources/job.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { useProgressNow } from '#src/progress/live/live.tsx';
import type { Progress } from '#src/progress/progress.ts';
import { isGood, type JobVerdict, jobVerdictOf } from '#src/progress/verdict.ts';

/** A job at a moment, by all its reads and by what its datasource knows of it. */
export interface JobOfPage {
  readonly progress: Progress;
  readonly verdict: JobVerdict;
  readonly at: Instant;
  readonly parts: JobPageParts;
  /** When what the job itself created was read from its target first; null: it wasn't, or not in this browser. */
  readonly verifiedAt: Instant | null;
  /** The service that runs it, by its name. */
  readonly service: string;
}

/** The job of an open page now. */
export function useJob(id: ResourceId, job: JobDetails, parts: JobPageParts): JobOfPage {
  const { progress, at } = useProgressNow(id, job);
  const verdict = jobVerdictOf(job, parts.found);
  const isVerified = verdict.isReadBack && isGood(verdict.outcome);
  const { data: verifiedAt = null } = useQuery(firstVerifiedQuery(id, isVerified));
  return {
    progress,
    verdict,
    verifiedAt,
    at,
    parts,
    service: serviceBehind(id),
  };
}
