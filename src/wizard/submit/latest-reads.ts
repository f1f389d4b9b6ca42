import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { waitReal } from '#src/lib/clock.ts';
import type { Job } from '#src/model/jobs.ts';
import type { BegunRestore, DecidedWithout } from '#src/wizard/draft/schema.ts';
import { freshState } from '#src/wizard/draft/store.ts';
import type { Read } from '#src/wizard/read.ts';

/** Reads the restores in progress to the same target that Review had not shown, started since or not read by then. */
export type BegunSince = () => Promise<readonly BegunRestore[]>;

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

/** The ids of the vault's jobs, or why they aren't known. @throws where the person is signed out. */
export async function jobsInTime({
  jobsNow,
}: JobsOfVault): Promise<readonly string[] | 'unread' | 'late'> {
  try {
    const jobs = await inTime(JOBS_READ_MS, 'late', jobsNow);
    return jobs === 'late' ? jobs : jobs.map(({ id }) => id);
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return 'unread';
  }
}

/** The result of a read, or a fallback if it takes longer than so many real milliseconds. */
export async function inTime<Value, const Else>(
  ms: number,
  otherwise: Else,
  read: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | Else> {
  const over = new AbortController();
  const tooLate = waitReal(ms, over.signal).then(() => otherwise);
  try {
    return await Promise.race([read(over.signal), tooLate]);
  } finally {
    over.abort();
  }
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
  if (!draft.ok || draft.value.submission.state !== 'refused') return;
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
