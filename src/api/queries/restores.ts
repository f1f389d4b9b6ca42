import { queryOptions } from '@tanstack/react-query';
import {
  type AcceptedOperation,
  type OperationState,
  pollOperation,
  storedOperation,
} from '#src/api/arm/operation.ts';
import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { pauseAfterLook } from '#src/api/arm/outcome.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { proveStreams } from '#src/api/arm/send.ts';
import { readAgainIn } from '#src/api/queries/query.ts';
import { newWrite, useWrite } from '#src/api/queries/use-write.ts';
import type { MountOutcome } from '#src/api/recovery-services/files.ts';
import { findRestoreJobs, type RestoreSearch } from '#src/api/recovery-services/lost-jobs.ts';
import { lookDelayMs, now } from '#src/lib/clock.ts';
import { afterOthers } from '#src/lib/lock.ts';
import type { Instant } from '#src/lib/time.ts';
import { type FoundJob, type Press, requestOf, type TargetPart } from '#src/model/lost-restore.ts';

/**
 * The mutation under which the one request of a draft runs, so that its page knows it is on its way. `sendOnce`
 * guards it, by the lock and the stored state of the draft.
 */
export const restoreMutation = <Input>(draftId: string, run: (input: Input) => Promise<void>) => ({
  ...newWrite(restoreMutationKey(draftId), (input: Input) => run(input)),
  hasOwnGuard: true as const,
});

/** The same behind a button. */
export const useRestoreWrite = <Input>(draftId: string, run: (input: Input) => Promise<void>) =>
  useWrite(restoreMutation(draftId, run));

export const restoreMutationKey = (draftId: string) => ['restore', draftId];

/** An accepted operation, polled at Azure's interval, until it ends. */
export const operationQuery = (accepted: AcceptedOperation) =>
  polled<AcceptedOperation, Exclude<OperationState, { readonly status: 'running' }>>(
    ['operation', accepted.pollUrl],
    accepted,
    (next, signal) => pollOperation(session(), next, signal),
  );

/** When to look again at what was accepted. What else is in it is known to its service alone. */
interface NextLook {
  readonly retryAfterMs: number;
}

/** The disks of a restore point can be mounted. Its password is in the outcome, so it is stored nowhere. */
export interface MountedEnd {
  readonly status: 'mounted';
  /** Full id of the recovery point. */
  readonly pointId: string;
  readonly outcome: MountOutcome;
}

/**
 * How an accepted request has ended; `started`: its job exists, under this full id; null: it names none.
 */
export type RestoreEnd =
  | MountedEnd
  | Extract<OperationState, { readonly status: 'failed' }>
  | { readonly status: 'started'; readonly jobId: string | null };

/** The state of an accepted restore, of any datasource. */
export type RestoreState = Running<NextLook> | RestoreEnd;

/**
 * An accepted restore, polled as often as its service says, until its job exists. `what` tells it from
 * others.
 */
export const acceptedRestoreQuery = (
  what: string | number | null,
  accepted: NextLook,
  poll: Poll<NextLook, RestoreEnd>,
) => polled<NextLook, RestoreEnd>(['accepted restore', what], accepted, poll);

/** An accepted restore whose stored operation can't be read: its job is looked for. */
export const unfollowedQuery = (): AcceptedRestoreQuery =>
  acceptedRestoreQuery(null, { retryAfterMs: 0 }, unnamed);

const unnamed = (): Promise<RestoreEnd> => Promise.resolve({ status: 'started', jobId: null });

/** A restore that Azure has accepted, as it was stored, followed by the address that Azure gave. */
export const acceptedByAzure = (
  stored: unknown,
  poll: Poll<AcceptedOperation, RestoreEnd>,
): AcceptedRestoreQuery => {
  const accepted = storedOperation.safeParse(stored).data;
  if (accepted === undefined) return unfollowedQuery();
  return acceptedRestoreQuery(accepted.pollUrl, accepted, async (next, signal) => {
    const operation = storedOperation.safeParse(next).data;
    return operation === undefined ? unnamed() : poll(operation, signal);
  });
};

/** The query that follows an accepted restore, of any datasource. */
export type AcceptedRestoreQuery = ReturnType<typeof acceptedRestoreQuery>;

interface Running<Next> {
  readonly status: 'running';
  readonly next: Next;
}

type Poll<Next, End> = (next: Next, signal: AbortSignal) => Promise<Running<Next> | End>;

/** What the last answer said about where to ask next is in the cache with it. */
const polled = <
  Next extends NextLook,
  End extends { readonly status: 'succeeded' | 'started' | 'mounted' | 'failed' },
>(
  queryKey: readonly unknown[],
  accepted: Next,
  poll: Poll<Next, End>,
) => {
  const begun: Running<Next> | End = { status: 'running', next: accepted };
  return queryOptions({
    queryKey,
    queryFn: ({ client, signal }) => {
      const last = client.getQueryData<Running<Next> | End>(queryKey) ?? begun;
      return poll(last.status === 'running' ? last.next : accepted, signal);
    },
    initialData: begun,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'running' ? readAgainIn(data.next.retryAfterMs) : false,
  });
};

/** The lock that a tab holds while the one request of a draft is on its way. */
export const sendingLock = (draftId: string) => `send.${draftId}`;

/** Those that it holds beside it: of all that the restore creates or changes, each by its names. */
export const targetLocks = (target: readonly TargetPart[]): string[] =>
  target.map(({ kind, subscriptionId, group, name }) =>
    ['target', kind, subscriptionId ?? '', group ?? '', name ?? ''].join('/').toLowerCase(),
  );

/**
 * Waits until no tab is sending a draft any more: answered, or its tab is gone. `onGone` then writes down
 * what that means.
 */
export const senderGoneQuery = (draftId: string, onGone: (draftId: string) => void) =>
  queryOptions({
    queryKey: ['sender gone', draftId],
    queryFn: async () => {
      await afterOthers(sendingLock(draftId), () => onGone(draftId));
      return true;
    },
    gcTime: 0,
    networkMode: 'always',
  });

/** What looking for a restore has found, and how often it was looked for. */
export interface RestoreFound {
  readonly jobs: readonly FoundJob[];
  /** Whether any of them isn't of another request. */
  readonly isFound: boolean;
  readonly looks: number;
  readonly firstAt: Instant;
  readonly latestAt: Instant;
}

/** Seconds between one look and the next: often at first, and ten minutes in all. */
const PAUSES_S = [15, 30, 60, 90, 120, 120, 165];
/** The search has ended when so long lies between its first and its latest look. */
const SEARCH_MS = 595_000;

/**
 * Whether a search will look no more by itself. A search of which every look fails ends, too. Jobs of other
 * requests don't end it: our own may still appear.
 */
export function hasSearchEnded(found: RestoreFound | undefined, failed: number): boolean {
  if (failed > PAUSES_S.length) return true;
  if (found === undefined) return false;
  return found.isFound || found.latestAt - found.firstAt >= SEARCH_MS;
}

/** Seconds until the next look; null: there is none by itself. */
export function pauseBeforeLook(found: RestoreFound | undefined, failed: number): number | null {
  const next = Math.min((found?.looks ?? 0) + failed, PAUSES_S.length) - 1;
  return hasSearchEnded(found, failed) ? null : (PAUSES_S[next] ?? null);
}

/** Looks for the job of a restore whose answer was lost. */
export const restoreSearchQuery = (search: RestoreSearch) =>
  lookedFor(['restore search', search], search, (signal) =>
    findRestoreJobs(session(), search, signal),
  );

/** The query that looks for a lost restore, of whatever datasource. */
export type LostSearchQuery = ReturnType<typeof lookedFor>;

/** Looks for jobs until some are found, for ten minutes. A look that fails counts as one. */
export const lookedFor = (
  key: readonly unknown[],
  press: Pick<Press, 'requestIds'>,
  find: (signal: AbortSignal) => Promise<readonly FoundJob[]>,
) =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ client, queryKey, signal }): Promise<RestoreFound> => {
      const jobs = await find(signal);
      const before = client.getQueryData<RestoreFound>(queryKey);
      const latestAt = now();
      const looks = (before?.looks ?? 0) + 1;
      const isFound = jobs.some((job) => requestOf(press, job) !== 'another');
      return { jobs, isFound, looks, firstAt: before?.firstAt ?? latestAt, latestAt };
    },
    // The list has changed, so even a recent result is stale.
    staleTime: 0,
    refetchInterval: ({ state: { data, errorUpdateCount: failed } }) => {
      const pause = pauseBeforeLook(data, failed);
      return pause === null ? false : readAgainIn(pause * 1000);
    },
  });

/** Whether looks for what a service has refused are over: without a sign-in none can come back. */
export const areLooksOver = (isConflict: boolean, looks: number, error: Error | null): boolean => {
  const facts = armFacts(error);
  const isInVain = facts !== null && isSignedOut(facts);
  return looks > 0 && (isInVain || pauseAfterLook(isConflict, looks) === null);
};

/** The same look for what a service has refused: a few times, as a job may be listed after its request was answered. */
export const afterRefusal = (query: LostSearchQuery, isConflict: boolean): LostSearchQuery => ({
  ...query,
  refetchInterval: ({ state: { data, errorUpdateCount: failed } }) => {
    const pause = pauseAfterLook(isConflict, (data?.looks ?? 0) + failed);
    return pause === null ? false : lookDelayMs(pause);
  },
});

/**
 * Finds out before a press how its request can leave, so that the press doesn't wait for it. What is known isn't read
 * again. `host`: of another service than Azure.
 */
export const requestStreamsQuery = (host = '', pipelines: () => ArmPipelines = session) =>
  queryOptions({
    queryKey: ['request streams', host],
    queryFn: async () => {
      await proveStreams(pipelines());
      return true;
    },
  });
