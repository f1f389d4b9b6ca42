import { type Instant, instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/job.ts';
import { pointTimeOf } from '#src/progress/live/point-time.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';

/** What a restore doesn't bring back: all that was written from one moment to another. */
export interface DataLoss {
  /** When the restore point was taken; null: not reported. */
  readonly from: Instant | null;
  /** In milliseconds, to the press of Restore, else to the start of the job; null: not known. */
  readonly ms: number | null;
}

/** What a restore loses, by its restore point's time. `draft`: null where another browser started it. Pure. */
export function dataLossOf(job: JobDetails, draft: Draft | null): DataLoss {
  const from = pointTimeOf(job);
  const to = pressedAt(draft) ?? job.startedAt;
  const isKnown = from !== null && to !== null && to >= from;
  return { from, ms: isKnown ? to - from : null };
}

/** When Restore was pressed; null: not known here. */
export function pressedAt(draft: Draft | null): Instant | null {
  const attempt = draft && attemptOf(draft.submission);
  return attempt === null ? null : instant(attempt.sentAt);
}
