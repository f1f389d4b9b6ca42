import { mutationOptions, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { acceptedRestoreQuery, lookedFor, unfollowedQuery } from '#src/api/queries/restores.ts';
import { listBoxes } from '#src/api/toy/boxes/ops.ts';
import { toyJobId } from '#src/api/toy/id.ts';
import { listToyJobs } from '#src/api/toy/jobs/ops.ts';
import { getOwner } from '#src/api/toy/owner/ops.ts';
import { shelfSession } from '#src/api/toy/queries/session.ts';
import { jobOfTicket } from '#src/api/toy/restores/ops.ts';
import { type FoundJob, mayBeOf, type Press, requestOf } from '#src/model/lost-restore.ts';

/** All boxes of the shelf: a list that comes as a whole. */
export const boxesQuery = () =>
  queryOptions({
    queryKey: ['toy boxes'],
    queryFn: ({ signal }) => listBoxes(shelfSession(), signal),
  });

/** All jobs of the shelf, the oldest first: a list that comes as a whole. */
export const toyJobsQuery = () =>
  queryOptions({
    queryKey: ['toy jobs'],
    queryFn: ({ signal }) => listToyJobs(shelfSession(), signal),
  });

/** Tests the connection: the name of whom the token belongs to. */
export const testConnection = () =>
  mutationOptions({
    mutationKey: ['toy connection'],
    mutationFn: () => getOwner(shelfSession()),
    retry: false,
  });

/** Milliseconds between two looks at a ticket. */
const TICKET_MS = 10_000;

const accepted = z.object({ ticket: z.number() });

/** What a draft stores of an accepted request. */
export type AcceptedToy = z.infer<typeof accepted>;

/** Follows a ticket, as a draft has stored it, until its job exists. */
export const ticketQuery = (stored: unknown) => {
  const read = accepted.safeParse(stored).data;
  if (read === undefined) return unfollowedQuery();
  const { ticket } = read;
  const next = { retryAfterMs: TICKET_MS };
  return acceptedRestoreQuery(ticket, next, async (_next, signal) => {
    const number = await jobOfTicket(shelfSession(), ticket, signal);
    return number === null
      ? { status: 'running', next }
      : { status: 'started', jobId: toyJobId(number) };
  });
};

/** Looks for the job of a request that was marked by its ID, and whose answer did not arrive. */
export const lostToyRestoreQuery = (press: Press) =>
  lookedFor(['lost toy restore', press], press, async (signal) =>
    (await listToyJobs(shelfSession(), signal))
      .map(({ id, name, startedAt, mark: requestId }): FoundJob => {
        return { id, name, startedAt, isNamed: true, requestId };
      })
      .filter((job) => mayBeOf(press, job) && requestOf(press, job) === 'ours'),
  );
