import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { pointTimeOf } from '#src/progress/live/progress-text.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { pressTime } from '#src/wizard/submit/press-of-job.ts';

/** What a restore doesn't bring back: all that was written from one moment to another. */
interface DataLoss {
  /** When the restore point was taken; null: not reported. */
  readonly from: Instant | null;
  /** In milliseconds, to the press of Restore, else to the start of the job; null: not known. */
  readonly ms: number | null;
  /** Whether the press is known by this computer's clock alone. */
  readonly isByComputer: boolean;
}

/** What a restore loses, by its restore point's time. `draft`: null where another browser started it. Pure. */
export function dataLossOf(job: JobDetails, draft: Draft | null): DataLoss {
  const from = pointTimeOf(job);
  const press = pressTime(draft, job.startedAt);
  const to = press?.at ?? job.startedAt;
  const isKnown = from !== null && to !== null && to >= from;
  return { from, ms: isKnown ? to - from : null, isByComputer: press?.isByComputer ?? false };
}
