import { type Instant, instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/job.ts';
import { pointTimeOf } from '#src/progress/live/point-time.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { attemptOf, isCertain } from '#src/wizard/draft/submission.ts';

/** What a restore doesn't bring back: all that was written from one moment to another. */
export interface DataLoss {
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

/** When Restore was pressed. */
export interface PressTime {
  readonly at: Instant;
  /** Whether nothing but this computer's clock tells it. */
  readonly isByComputer: boolean;
  /** How far the clock that the press was dated by is behind the service's, in milliseconds. */
  readonly behindMs: number;
}

/** A job that starts within this of the press, in milliseconds, says that the two clocks agree. */
const AGREE_MS = 2 * 60_000;

/**
 * When Restore was pressed, by the service's clock where it is known: the press's own, else by the start of its job,
 * where that is certainly of this press. Null: not known here. `startedAt`: null where nothing reports it. Pure.
 */
export function pressTime(draft: Draft | null, startedAt: Instant | null): PressTime | null {
  const submission = draft?.submission;
  const attempt = submission === undefined ? null : attemptOf(submission);
  if (attempt === null) return null;
  const at = instant(attempt.sentAt);
  if (attempt.clock === 'service') return { at, isByComputer: false, behindMs: 0 };
  const isOurs = submission?.state === 'job' && isCertain(submission);
  if (!isOurs || startedAt === null) return { at, isByComputer: true, behindMs: 0 };
  const behindMs = Math.abs(startedAt - at) < AGREE_MS ? 0 : startedAt - at;
  return { at: instant(at + behindMs), isByComputer: false, behindMs };
}
