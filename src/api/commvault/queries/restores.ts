import * as z from 'zod/mini';
import { commvaultJobId } from '#src/api/commvault/id.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { isJobKnown } from '#src/api/commvault/jobs/ops.ts';
import {
  type CommvaultSearch,
  findCommvaultRestores,
  recentRestores,
} from '#src/api/commvault/jobs/search.ts';
import { commServeSession, placedJob } from '#src/api/commvault/queries/session.ts';
import { toCreateTaskBody } from '#src/api/commvault/restores/body.ts';
import { createTask } from '#src/api/commvault/restores/ops.ts';
import type { CommvaultRestore } from '#src/api/commvault/restores/restore.ts';
import {
  type AcceptedRestoreQuery,
  acceptedRestoreQuery,
  type LostSearchQuery,
  lookedFor,
  unfollowedQuery,
} from '#src/api/queries/restores.ts';
import { requestStreamsQuery } from '#src/api/queries/request-streams.ts';
import { now } from '#src/lib/clock.ts';
import type { Job } from '#src/model/jobs.ts';

const accepted = z.object({ jobId: z.string() });

/** What a draft stores of an accepted request. */
export type AcceptedCommvault = z.infer<typeof accepted>;

/** The restores that a CommServe has now: before a press, to tell its job from them. */
export const restoresNow = (host: string, signal: AbortSignal): Promise<readonly Job[]> =>
  recentRestores(commServeSession(host).serve, host, signal);

/** Finds out how a restore can leave for a CommServe: as {@link requestStreamsQuery} for Azure. */
export const commServeStreamsQuery = (host: string) =>
  requestStreamsQuery(host, () => commServeSession(host).serve);

/** The same at the press. */
export const proveCommServe = (host: string): Promise<void> =>
  proveStreams(commServeSession(host).serve);

/**
 * Sends a restore, once, marked with a text that its job can be found by.
 * @returns its job; null: an answer came that says nothing of it. @throws ArmError as {@link createTask}.
 */
export async function startCommvaultRestore(
  host: string,
  restore: CommvaultRestore,
  mark: string,
): Promise<AcceptedCommvault | null> {
  const body = toCreateTaskBody(restore, mark, now());
  const number = await createTask(commServeSession(host).serve, body);
  return number === null ? null : { jobId: commvaultJobId(host, number) };
}

/** A job may be unknown right after its start: looks come 2, 4, 8, 16 and 32 seconds apart (C). */
const FIRST_LOOK_MS = 2000;
const LAST_LOOK_MS = 32_000;

/** Follows an accepted request, as a draft has stored it, until the CommServe knows its job, or for a minute. */
export const startedQuery = (stored: unknown): AcceptedRestoreQuery => {
  const jobId = accepted.safeParse(stored).data?.jobId;
  if (jobId === undefined) return unfollowedQuery();
  const first = { retryAfterMs: FIRST_LOOK_MS };
  return acceptedRestoreQuery(jobId, first, async ({ retryAfterMs }, signal) => {
    const { serve, place } = placedJob(jobId);
    const isKnown = retryAfterMs >= LAST_LOOK_MS || (await isJobKnown(serve, place, signal));
    return isKnown
      ? { status: 'started', jobId }
      : { status: 'running', next: { retryAfterMs: retryAfterMs * 2 } };
  });
};

/** Looks for the job of a request whose answer did not arrive. */
export const lostCommvaultRestoreQuery = (search: CommvaultSearch): LostSearchQuery =>
  lookedFor(['lost commvault restore', search], search, (signal) =>
    findCommvaultRestores(commServeSession(search.host).serve, search, signal),
  );
