import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/job.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A press of Restore with unknown outcome. */
export interface Press {
  /** By this machine's clock, which may be wrong. */
  readonly sentAt: Instant;
  /** The ids of the restore jobs that the vault had at the press; null: they could not be read. */
  readonly before: readonly string[] | null;
  /** Jobs that the person has attributed to others. */
  readonly notOurs: readonly string[];
}

/** A job that may be the one of such a press. */
export interface FoundJob extends Pick<Job, 'id' | 'name' | 'startedAt'> {
  /** What it says of itself names all of the target; else it does not tell. */
  readonly isNamed: boolean;
}

/** Where the earlier jobs are unknown, jobs count from so long before the press: clocks differ. */
const CLOCKS_DIFFER_MS = 2 * 60 * 60_000;

/** Whether a job may have started with a press. By ids where they are known, else by the clocks. */
export function isNewSince(
  { before, notOurs, sentAt }: Press,
  { id, startedAt }: Pick<Job, 'id' | 'startedAt'>,
): boolean {
  if (isAmong(notOurs, id)) return false;
  if (before !== null) return !isAmong(before, id);
  return startedAt === null || startedAt >= sentAt - CLOCKS_DIFFER_MS;
}

const isAmong = (ids: readonly string[], id: string): boolean => ids.some((one) => sameId(one, id));

/**
 * The job that is certainly the one of a press: the only one that has started since, and it names the
 * target. Null where the person has to decide, or nothing was found.
 */
export function certainJob(press: Press, found: readonly FoundJob[]): FoundJob | null {
  const [only, ...others] = found;
  const isCertain = press.before !== null && only?.isNamed === true && others.length === 0;
  return isCertain ? only : null;
}

/** Orders jobs by their start; one whose start is not known comes last. */
export const byStart = (one: FoundJob, other: FoundJob): number =>
  (one.startedAt ?? Number.POSITIVE_INFINITY) - (other.startedAt ?? Number.POSITIVE_INFINITY) || 0;
