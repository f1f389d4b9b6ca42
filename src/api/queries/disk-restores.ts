import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/session.ts';
import { type DiskRestoreState, pollDiskRestore } from '#src/api/data-protection/restores/ops.ts';
import {
  pollDiskValidation,
  startDiskValidation,
} from '#src/api/data-protection/restores/validate.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { runAsked, type ValidationRun, validationRunQuery } from '#src/api/queries/validations.ts';
import { now, wait } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/**
 * Asks Azure whether it would take the restore of a disk, and waits for its answer, which takes
 * minutes; an aborted signal ends the waiting, not the operation.
 * @returns what would make it fail; nothing when it has passed; null when Azure accepted the
 * question and its headers could not be read, so that its answer cannot be had.
 * @throws ArmError as every request.
 */
export async function validatedDisk(
  restore: DiskRestore,
  signal: AbortSignal,
): Promise<readonly ValidationProblem[] | null> {
  let state = await startDiskValidation(session(), restore, signal);
  while (state?.status === 'running') {
    await wait(state.next.retryAfterMs, signal);
    state = await polled(state.next, signal);
  }
  return state === null ? null : state.problems;
}

/** How often a look at a running operation that got no answer is taken again. */
const LOOKS_AGAIN = 3;

/** A look that gets no answer is taken again: the operation goes on without it. */
async function polled(
  next: AcceptedOperation,
  signal: AbortSignal,
  again = LOOKS_AGAIN,
): ReturnType<typeof pollDiskValidation> {
  try {
    return await pollDiskValidation(session(), next, signal);
  } catch (error) {
    if (again === 0 || signal.aborted || problemOf(error).kind !== 'lost') throw error;
    await wait(next.retryAfterMs, signal);
    return polled(next, signal, again - 1);
  }
}

/** A restore of a disk, and the same as text: what is said of one holds for no other. */
export interface AskedDiskRestore {
  readonly restore: DiskRestore;
  readonly asked: string;
}

/** Asks Azure about the restore of a disk, and writes down how that stands until it has answered. */
export function runDiskValidation(
  client: QueryClient,
  draftId: string,
  { restore, asked }: AskedDiskRestore,
): Promise<void> {
  return runAsked(client, draftId, asked, async (signal) => {
    const problems = await validatedDisk(restore, signal);
    if (problems === null) throw new Error('The headers of the accepted validation are not there.');
    return problems;
  });
}

/** A restore that Azure is to be asked about at a moment. */
export interface DueValidation extends AskedDiskRestore {
  readonly at: Instant;
}

/**
 * Asks Azure by itself at the moment from which a new role counts, unless it was asked since then.
 * Waits for as long as somebody looks; what it has begun goes on alone. Null: nothing is due.
 */
export const dueValidationQuery = (draftId: string, due: DueValidation | null) =>
  queryOptions({
    queryKey: ['due validation', draftId, due?.asked, due?.at],
    queryFn:
      due === null
        ? skipToken
        : async ({ client, queryKey, signal }) => {
            // A clock that was moved has all in view read again: what was asked by itself is not.
            if (client.getQueryData(queryKey) !== undefined) return due.at;
            await wait(due.at - now(), signal);
            const run = client.getQueryData(validationRunQuery(draftId).queryKey);
            if (run?.asked === due.asked && isGood(run, due.at)) return due.at;
            // One that looks at something else is of no use any more.
            if (run?.kind === 'running') run.stop();
            void runDiskValidation(client, draftId, due);
            return due.at;
          },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Whether a look under way or ended says all that another one would. */
const isGood = (run: ValidationRun, dueAt: Instant): boolean =>
  run.kind === 'running' || (run.kind === 'done' && (run.problems.length === 0 || run.at >= dueAt));

/** An accepted restore of a disk, asked again as often as Azure says, until its job is there. */
export const diskOperationQuery = (instanceId: ResourceId, accepted: AcceptedOperation) => {
  const begun: DiskRestoreState = { status: 'running', next: accepted };
  return queryOptions({
    queryKey: ['disk operation', accepted.pollUrl],
    queryFn: ({ client, queryKey, signal }) => {
      const last = client.getQueryData<DiskRestoreState>(queryKey) ?? begun;
      const next = last.status === 'running' ? last.next : accepted;
      return pollDiskRestore(session(), instanceId, next, signal);
    },
    initialData: begun,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      state.data?.status === 'running' ? readAgainIn(state.data.next.retryAfterMs) : false,
  });
};
