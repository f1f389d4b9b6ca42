import type { Instant } from '#src/lib/time.ts';
import type { TaskStatus } from '#src/model/jobs.ts';

/**
 * What was seen of one job in all its reads: plain values, bounded, for storage. Nothing
 * here compares this machine's clock with Azure's: see {@link Sample.ageMs}.
 */
export interface Observations {
  /** The reads at which a figure had changed, oldest first, since the last that fell. */
  readonly changes: readonly Sample[];
  readonly latest: Sample;
  /** The subtasks of the latest read. */
  readonly tasks: readonly SeenTask[];
  /** When something moved last, and how old the job was. */
  readonly movedAt: Instant;
  readonly movedAgeMs: number;
  /** The longest time between two movements so far. */
  readonly longestStillMs: number;
  /** A figure rose in one leap: how far it has come says little of how long it will take. */
  readonly isStepwise: boolean;
  /** Figures that went backwards, the newest last. */
  readonly setbacks: readonly Setback[];
}

/** The figures of one read. */
export interface Sample {
  /** When it was read, by this machine's clock. */
  readonly at: Instant;
  /** How old the job was, by Azure's clock where Azure reports a job's duration. Never falls. */
  readonly ageMs: number;
  readonly percent: number | null;
  readonly bytes: number | null;
  readonly totalBytes: number | null;
  readonly remainingMs: number | null;
  readonly durationMs: number | null;
}

export interface SeenTask {
  readonly name: string;
  readonly status: TaskStatus;
  readonly percent: number | null;
  /** The job's age when it was first seen to run, and to have ended; null: before, or not yet. */
  readonly beganAgeMs: number | null;
  readonly endedAgeMs: number | null;
}

/** A figure of Azure's that went backwards, and what was seen at the same read. */
export interface Setback {
  readonly figure: 'percent' | 'bytes' | 'remaining';
  /** Percent, bytes or milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
  readonly why: SetbackReason;
}

export type SetbackReason =
  | { readonly kind: 'taskAgain'; readonly task: string }
  | { readonly kind: 'moreTasks' }
  | { readonly kind: 'moreBytes' }
  | { readonly kind: 'notTold' };
