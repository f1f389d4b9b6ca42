import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { inTime } from '#src/lib/clock.ts';
import type { Job } from '#src/model/jobs.ts';
import type { UnreadSource } from '#src/model/lost-restore.ts';
import {
  type BegunRestore,
  type DecidedWithout,
  isRefusedAnswer,
} from '#src/wizard/draft/schema.ts';
import { freshState } from '#src/wizard/draft/store.ts';
import type { Read } from '#src/wizard/read.ts';

/** What is in progress to the same target by a press, beyond what Review had shown. */
export interface BegunBeside {
  /** Restores that started since, or weren't read by then. */
  readonly begun: readonly BegunRestore[];
  /** What couldn't be read, and wasn't shown as not checked. */
  readonly unread: readonly UnreadSource[];
  /** What couldn't be read at a press before, and the person goes without. */
  readonly meant: readonly UnreadSource[];
}

/** Reads that. */
export type BegunSince = () => Promise<BegunBeside>;

/** The person's answers to the questions of the page. */
export interface Decided extends Readonly<DecidedWithout> {
  /** Send although another draft might have started the same restore. */
  readonly onceMore?: boolean;
}

/** How to send a restore that was confirmed. */
export interface HowToSend {
  /** Reads again what others might have changed since it was confirmed. */
  readonly isStillSo: () => Promise<boolean>;
  readonly begunSince?: BegunSince;
  readonly decided?: Decided;
}

/** Longest real wait for a list of existing jobs. */
export const JOBS_READ_MS = 10_000;
/** Longest real wait for everything that others might have changed. */
export const MOST_READ_MS = 30_000;

/** How the jobs of the vault restored from are read. */
export interface JobsOfVault {
  /** The restore jobs that the vault has now. */
  readonly jobsNow: (signal: AbortSignal) => Promise<readonly Pick<Job, 'id'>[]>;
}

/** The ids of the vault's jobs, or why they couldn't be read in time. @throws where the person is signed out. */
export async function jobsOrWhy({ jobsNow }: JobsOfVault): Promise<JobsOrWhy> {
  try {
    const jobs = await inTime(JOBS_READ_MS, null, jobsNow);
    return jobs === null
      ? { ids: null, why: 'late' }
      : { ids: jobs.map(({ id }) => id), why: null };
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return { ids: null, why: 'failed' };
  }
}

/** The ids of the jobs of a vault; null: they couldn't be read, or no read was tried. */
export interface JobsOrWhy {
  readonly ids: readonly string[] | null;
  /** Why they couldn't be read; null: they could, or no read was tried. */
  readonly why: UnreadSource['why'] | null;
}

/**
 * Reads once more what is in view of some queries, right before a restore is sent. A read that fails
 * leaves what was read before; what comes back is in view too, so that each step says it.
 */
async function readOnceMore(client: QueryClient, keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(
    keys.map((queryKey) => client.refetchQueries({ queryKey, exact: true, type: 'active' })),
  );
}

/**
 * Reads all of this again where Azure has refused what a draft sent last: something that was read before is not so
 * any more, and what is not in view is read when it comes into view.
 */
export function readAfterRefusal(
  client: QueryClient,
  draftId: string,
  keys: readonly QueryKey[],
): void {
  const { draft } = freshState(draftId);
  if (!draft.ok) return;
  const { submission } = draft.value;
  const isLookedFor = submission.state === 'lost' && isRefusedAnswer(submission.answer);
  if (submission.state !== 'refused' && !isLookedFor) return;
  for (const queryKey of keys) void client.invalidateQueries({ queryKey, exact: true });
}

/**
 * Reads once more what others may have changed, and gives the reads with what came back. What is not
 * in view, or fails, stays as it was read before.
 */
export async function readLatest<
  Name extends string,
  Reads extends Readonly<Record<Name, Read<unknown> | readonly Read<unknown>[]>>,
>(
  client: QueryClient,
  reads: Reads,
  queries: Readonly<Partial<Record<Name, HasKey>>>,
): Promise<Reads> {
  const all = Object.values<HasKey | undefined>(queries).filter((query) => query !== undefined);
  await readOnceMore(
    client,
    all.map(({ queryKey }) => queryKey),
  );
  const latest: Record<string, Read<unknown>> = {};
  for (const name in queries) {
    const query = queries[name];
    const before = reads[name];
    if (query === undefined || !('state' in before)) continue;
    latest[name] = latestRead(client.getQueryData(query.queryKey), before);
  }
  return { ...reads, ...latest };
}

interface HasKey {
  readonly queryKey: QueryKey;
}

/** What a query has given by now, else what it had given before. What was not read stays so. */
function latestRead<Value>(value: Value | undefined, before: Read<Value>): Read<Value> {
  return value === undefined || before.state === 'not asked' ? before : { state: 'known', value };
}
