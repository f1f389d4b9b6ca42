import { queryOptions } from '@tanstack/react-query';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/session.ts';
import { type DiskRestoreState, pollDiskRestore } from '#src/api/data-protection/restores/ops.ts';
import {
  pollDiskValidation,
  startDiskValidation,
} from '#src/api/data-protection/restores/validate.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { wait } from '#src/lib/clock.ts';
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
    state = await pollDiskValidation(session(), state.next, signal);
  }
  return state === null ? null : state.problems;
}

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
