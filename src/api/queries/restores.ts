import { mutationOptions, queryOptions } from '@tanstack/react-query';
import {
  type AcceptedOperation,
  type OperationState,
  pollOperation,
} from '#src/api/arm/operation.ts';
import { whenFree } from '#src/lib/lock.ts';
import { session } from '#src/api/arm/session.ts';
import type { JobDetails } from '#src/model/job.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { findRestoreJobs, type RestoreSearch } from '#src/api/recovery-services/jobs/search.ts';

/** Two of the pauses that Azure asks for after a restore: when to look a second time. */
const LOOK_AGAIN_MS = 120_000;
export const MOST_LOOKS = 2;

/** The mutation under which the one request of a draft runs, so that its page knows it is on its way. */
export const restoreMutation = <Input>(draftId: string, run: (input: Input) => Promise<void>) =>
  mutationOptions({
    mutationKey: restoreMutationKey(draftId),
    mutationFn: run,
    retry: false,
    networkMode: 'always',
  });

export const restoreMutationKey = (draftId: string) => ['restore', draftId];

/**
 * An accepted operation, asked again as often as Azure says, until the job is there. What the last
 * answer said about where to ask next is in the cache with it.
 */
export const operationQuery = (accepted: AcceptedOperation) => {
  const begun: OperationState = { status: 'running', next: accepted };
  return queryOptions({
    queryKey: ['operation', accepted.pollUrl],
    queryFn: ({ client, queryKey, signal }) => {
      const last = client.getQueryData<OperationState>(queryKey) ?? begun;
      return pollOperation(session(), last.status === 'running' ? last.next : accepted, signal);
    },
    initialData: begun,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      state.data?.status === 'running' ? readAgainIn(state.data.next.retryAfterMs) : false,
  });
};

export type { RestoreSearch };

/** The lock that a tab holds while the one request of a draft is on its way. */
export const sendingLock = (draftId: string) => `restore-center.send.${draftId}`;

/** Waits until no tab is sending a draft any more: answered, or its tab is gone. */
export const senderGoneQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['sender gone', draftId],
    queryFn: async () => {
      await whenFree(sendingLock(draftId));
      return true;
    },
    gcTime: 0,
    networkMode: 'always',
  });

/** A job that may be the one of a restore whose answer was lost. */
export type FoundJob = Pick<JobDetails, 'id' | 'name' | 'startedAt'>;

/** What looking for a restore has found, and how often it was looked for. */
export interface RestoreFound {
  readonly jobs: readonly FoundJob[];
  readonly looks: number;
}

/** Looks for the job of a restore whose answer was lost: at once, and once more later. */
export const restoreSearchQuery = (search: RestoreSearch) =>
  lookedForTwice(['restore search', search], (signal) =>
    findRestoreJobs(session(), search, signal),
  );

/** The query that looks for a lost restore, of whatever datasource. */
export type LostSearchQuery = ReturnType<typeof lookedForTwice>;

/** Looks for jobs at once, and where none is found once more later. */
export const lookedForTwice = (
  key: readonly unknown[],
  find: (signal: AbortSignal) => Promise<readonly FoundJob[]>,
) =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ client, queryKey, signal }): Promise<RestoreFound> => {
      const jobs = await find(signal);
      const before = client.getQueryData<RestoreFound>(queryKey);
      return { jobs, looks: (before?.looks ?? 0) + 1 };
    },
    refetchInterval: ({ state }) =>
      state.data?.jobs.length === 0 && state.data.looks < MOST_LOOKS
        ? readAgainIn(LOOK_AGAIN_MS)
        : false,
  });
