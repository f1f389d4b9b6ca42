import * as z from 'zod/mini';
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
import {
  type FoundJob,
  isNewVm,
  type Press,
  requestOf,
  type TargetPart,
} from '#src/model/lost-restore.ts';

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
export const unfollowedQuery = (): AcceptedRestoreQuery => startedAs(null);

/** What is stored in place of an operation where the answer has named the job at once. */
const storedJob = z.object({ jobId: z.string() });

const startedAs = (jobId: string | null): AcceptedRestoreQuery =>
  acceptedRestoreQuery(jobId, { retryAfterMs: 0 }, async () => ({ status: 'started', jobId }));

/** A restore that Azure has accepted, as it was stored, followed by the address that Azure gave. */
export const acceptedByAzure = (
  stored: unknown,
  poll: Poll<AcceptedOperation, RestoreEnd>,
): AcceptedRestoreQuery => {
  const accepted = storedOperation.safeParse(stored).data;
  if (accepted === undefined) return startedAs(storedJob.safeParse(stored).data?.jobId ?? null);
  return acceptedRestoreQuery(accepted.pollUrl, accepted, async (next, signal) => {
    const operation = storedOperation.safeParse(next).data;
    return operation === undefined ? { status: 'started', jobId: null } : poll(operation, signal);
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

/**
 * Those that it holds beside it: of all that the restore creates or changes, each by its names. A new VM's name is one
 * in all resource groups.
 */
export const targetLocks = (target: readonly TargetPart[]): string[] =>
  target.flatMap((part) => {
    const { kind, subscriptionId, group, name } = part;
    const [subscription, named] = [subscriptionId ?? '', name ?? ''];
    return [
      ['target', kind, subscription, group ?? '', named],
      ...(isNewVm(part) ? [['new', kind, subscription, named]] : []),
    ].map((words) => words.join('/').toLowerCase());
  });

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

/** What looking for a restore has found, and how often a look came back. */
export interface RestoreFound {
  readonly jobs: readonly FoundJob[];
  /** Whether any of them isn't of another request. */
  readonly isFound: boolean;
  readonly looks: number;
  /** When the first and the latest look came back; the start of the search while none has. */
  readonly firstAt: Instant;
  readonly latestAt: Instant;
}

/** A search as its query has it. The two times are real: when a look came back last, and when one failed last. */
export interface RestoreSearched {
  readonly data: RestoreFound | undefined;
  readonly dataUpdatedAt: number;
  readonly errorUpdatedAt: number;
  readonly errorUpdateCount: number;
}

/** Seconds between one look and the next: often at first, and ten minutes in all. */
const PAUSES_S = [15, 30, 60, 90, 120, 120, 165];
/** So many looks have to come back, and so much time of the clock has to lie between the first and the latest. */
const LEAST_LOOKS = PAUSES_S.length + 1;
const SEARCH_MS = 595_000;
/** Real milliseconds without a look that comes back. */
const BLIND_MS = 600_000;

/** Why a search looks no more by itself: it has found something, or nothing, or it couldn't look. */
export type SearchEnd = 'found' | 'none' | 'notLooked';

/** How a search has ended; null: it goes on. Jobs of other requests don't end it: our own may still appear. */
export function searchEnd(searched: RestoreSearched): SearchEnd | null {
  const { data: found, dataUpdatedAt, errorUpdatedAt, errorUpdateCount: failed } = searched;
  if (found?.isFound === true) return 'found';
  const isLooked = found !== undefined && found.looks >= LEAST_LOOKS;
  if (isLooked && found.latestAt - found.firstAt >= SEARCH_MS) return 'none';
  // A computer that wakes up fails once, hours later, and goes on.
  const isTried = failed >= LEAST_LOOKS;
  return isTried && errorUpdatedAt - dataUpdatedAt >= BLIND_MS ? 'notLooked' : null;
}

/** Seconds until the next look; null: there is none by itself. */
export function pauseBeforeLook(searched: RestoreSearched): number | null {
  const looks = (searched.data?.looks ?? 0) + searched.errorUpdateCount;
  const next = Math.min(looks, PAUSES_S.length) - 1;
  return searchEnd(searched) === null ? (PAUSES_S[next] ?? null) : null;
}

/** Looks for the job of a restore whose answer was lost. */
export const restoreSearchQuery = (search: RestoreSearch) =>
  lookedFor(['restore search', search], search, (signal) =>
    findRestoreJobs(session(), search, signal),
  );

/** The query that looks for a lost restore, of whatever datasource. */
export type LostSearchQuery = ReturnType<typeof lookedFor>;

function notLooked(): RestoreFound {
  const at = now();
  return { jobs: [], isFound: false, looks: 0, firstAt: at, latestAt: at };
}

/** Looks for jobs until some are found, for ten minutes. A look that fails doesn't count. */
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
      const firstAt = looks === 1 ? latestAt : (before?.firstAt ?? latestAt);
      const isFound = jobs.some((job) => requestOf(press, job) !== 'another');
      return { jobs, isFound, looks, firstAt, latestAt };
    },
    // By its real time it is known how long no look has come back.
    initialData: notLooked,
    // The list has changed, so even a recent result is stale.
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const pause = pauseBeforeLook(state);
      return pause === null ? false : lookDelayMs(pause * 1000);
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
