import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/job.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A press of Restore with unknown outcome. */
export interface Press {
  /** By this computer's clock where the service's wasn't known. Of several presses of a draft, the first. */
  readonly sentAt: Instant;
  /** The request IDs that the draft has sent, that of the latest press first. */
  readonly requestIds: readonly string[];
  /** The ids of the restore jobs that the vault had at the press; null: they could not be read. */
  readonly before: readonly string[] | null;
  /** Jobs that the person has attributed to others. */
  readonly notOurs: readonly string[];
  /** Jobs that aren't looked for, because what they are of is known. */
  readonly known?: readonly string[] | undefined;
  /** Whether only a job with one of the request IDs counts. */
  readonly isByIdOnly?: boolean | undefined;
}

/** A job that may be the one of such a press. */
export interface FoundJob extends Pick<Job, 'id' | 'name' | 'startedAt'> {
  /** What it says of itself names all of the target; else it does not tell. */
  readonly isNamed: boolean;
  /** What it reports as the ID of the request that started it, or a text with that ID; null: nothing. */
  readonly requestId: string | null;
}

/** Whether what a job reports has a request ID. */
export const hasRequestId = (told: string | null, id: string): boolean =>
  id !== '' && told !== null && told.toLowerCase().includes(id.toLowerCase());

/**
 * Whose request started a job, by its ID. A gateway can replace the ID of a request, so another one is no
 * proof that the job is another person's.
 */
export function requestOf(
  { requestIds }: Pick<Press, 'requestIds'>,
  { requestId }: Pick<FoundJob, 'requestId'>,
): 'ours' | 'another' | 'unknown' {
  if (requestId === null) return 'unknown';
  return requestIds.some((id) => hasRequestId(requestId, id)) ? 'ours' : 'another';
}

/**
 * Why jobs are shown beside one: `id`: all have request IDs of the draft. `target`: they are new and name the same
 * target. `otherId`: they have a request ID of the draft, and the one that the person picked has not.
 */
export type SharedBy = 'id' | 'target' | 'otherId';

/** Where the earlier jobs are unknown, jobs count from so long before the press: clocks differ. */
const CLOCKS_DIFFER_MS = 2 * 60 * 60_000;

/** Whether a job may be of a press: by its request ID, else by what was there before. */
export function mayBeOf(
  press: Press,
  job: Pick<FoundJob, 'id' | 'startedAt' | 'requestId'>,
): boolean {
  if (isAmong(press.known ?? [], job.id)) return false;
  if (requestOf(press, job) === 'ours') return true;
  return press.isByIdOnly !== true && !isAmong(press.notOurs, job.id) && isNewSince(press, job);
}

/** Whether a job may have started with a press. By ids where they are known, else by the clocks. */
export function isNewSince(
  { before, sentAt }: Press,
  { id, startedAt }: Pick<Job, 'id' | 'startedAt'>,
): boolean {
  if (before !== null) return !isAmong(before, id);
  return startedAt === null || startedAt >= sentAt - CLOCKS_DIFFER_MS;
}

const isAmong = (ids: readonly string[], id: string): boolean => ids.some((one) => sameId(one, id));

/**
 * The job that is certainly the one of a press: it has the ID of its request; or it is the only one that has
 * started since, it names the target, and reports no ID. Of several with our IDs, the first of the latest
 * press. Null where the person has to decide, or nothing was found.
 */
export function certainJob(press: Press, found: readonly FoundJob[]): FoundJob | null {
  const ours = oursAmong(press, found);
  if (ours[0] !== undefined) return ours[0];
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || press.before === null) return null;
  return only.isNamed && requestOf(press, only) === 'unknown' ? only : null;
}

/** The jobs that have one of our request IDs: those of the latest press first, each in the order of their start. */
export function oursAmong(press: Press, found: readonly FoundJob[]): readonly FoundJob[] {
  return press.requestIds.flatMap((id) =>
    found.filter(({ requestId }) => hasRequestId(requestId, id)).toSorted(byStart),
  );
}

/** Orders jobs by their start; one whose start is not known comes last. */
export const byStart = (one: FoundJob, other: FoundJob): number =>
  (one.startedAt ?? Number.POSITIVE_INFINITY) - (other.startedAt ?? Number.POSITIVE_INFINITY) || 0;
