import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import {
  ofVaultAnew,
  type OfVaultQuery,
  othersAnew,
  type OthersQuery,
} from '#src/api/queries/running-restores.ts';
import { wait } from '#src/lib/clock.ts';
import type { Job } from '#src/model/jobs.ts';
import {
  itemOf,
  type MetRestore,
  restoresMet,
  type WantedTarget,
} from '#src/model/lost-restore.ts';
import type { BegunRestore } from '#src/wizard/draft/schema.ts';
import { heldBackBy } from '#src/wizard/draft/sent.ts';
import { draftState, freshState } from '#src/wizard/draft/store.ts';
import type { Read } from '#src/wizard/read.ts';

/** Reads the restores in progress to the same target that Review had not shown, started since or not read by then. */
export type BegunSince = () => Promise<readonly BegunRestore[]>;

/** The person's answers to the questions of the page. */
export interface Decided {
  /** Send although the jobs of the vault couldn't be read. */
  readonly withoutJobs?: boolean;
  /** Send although another draft might have started the same restore. */
  readonly onceMore?: boolean;
}

/** Maximum wait for a list of existing jobs. */
const JOBS_READ_MS = 10_000;
/** Maximum wait for everything that others might have changed. */
export const MOST_READ_MS = 30_000;

/** How the jobs of the vault restored from are read. */
export interface JobsOfVault {
  /** The restore jobs that the vault has now. */
  readonly jobsNow: (signal: AbortSignal) => Promise<readonly Pick<Job, 'id'>[]>;
}

/** The ids of the vault's jobs; null where they cannot be read in time. @throws where the person is signed out. */
export async function jobsInTime({ jobsNow }: JobsOfVault): Promise<readonly string[] | null> {
  try {
    const jobs = await inTime(JOBS_READ_MS, null, jobsNow);
    return jobs?.map(({ id }) => id) ?? null;
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return null;
  }
}

/** The result of a read, or a fallback if it takes too long. */
export async function inTime<Value, Else>(
  ms: number,
  otherwise: Else,
  read: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | Else> {
  const over = new AbortController();
  const tooLate = wait(ms, over.signal).then(() => otherwise);
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

/** How the restores in progress are read. */
export interface TargetQueries {
  /** The list of the vault restored from; null: it has none of its own. */
  readonly ofVault: OfVaultQuery | null;
  readonly others: OthersQuery;
}

interface TargetQuestion {
  readonly draftId: string;
  readonly wanted: WantedTarget;
  readonly queries: TargetQueries;
  /** What Review showed when Restore was selected. */
  readonly shown: readonly MetRestore[];
  readonly decided: Decided;
}

/**
 * Reads once more which restores to the same target are in progress, and gives those that Review didn't show. The
 * person may have accepted those that held the latest press back. What can't be read counts as it was read before.
 */
export function begunSince(
  client: QueryClient,
  { draftId, wanted, queries, shown, decided }: TargetQuestion,
): BegunSince {
  // Before the press: what held the latest one back isn't stored any longer than that.
  const { draft } = draftState(draftId);
  const accepted = decided.onceMore === true && draft.ok ? heldBackBy(draft.value) : [];
  const known = new Set(
    [...shown.map(({ restore }) => restore.job.id), ...accepted.map(({ id }) => id)].map((id) =>
      id.toLowerCase(),
    ),
  );
  const listed = new Set(passedOver(client, queries, wanted));
  // The person sends without the list of the vault, which could just not be read.
  const ofItsVault = decided.withoutJobs === true ? null : queries.ofVault;
  return async () => {
    const [ofVault, others] = await Promise.allSettled([
      inTime(JOBS_READ_MS, null, async () => ofItsVault && ofVaultAnew(client, ofItsVault)),
      inTime(JOBS_READ_MS, null, () => othersAnew(client, queries.others)),
    ]);
    return restoresMet(
      wanted,
      ofVault.status === 'fulfilled' ? (ofVault.value ?? []) : [],
      others.status === 'fulfilled' ? (others.value?.restores ?? []) : [],
    ).flatMap(({ restore, meeting }): BegunRestore[] => {
      const { id, startedAt: since } = restore.job;
      // A restore of something else that reports nothing is no reason: almost all start like that.
      if (meeting.kind === 'unreported' || known.has(id.toLowerCase())) return [];
      // One that Review had read as another’s reports less than before.
      if (meeting.kind === 'maybe' && listed.has(id.toLowerCase())) return [];
      return [{ id, machine: itemOf(restore), since }];
    });
  };
}

/**
 * The restores that Review has read as none of this target. One that meets it and came too late to be drawn is not
 * among them.
 */
function passedOver(
  client: QueryClient,
  { ofVault, others }: TargetQueries,
  wanted: WantedTarget,
): string[] {
  const own = (ofVault && client.getQueryData(ofVault.queryKey)) ?? [];
  const rest = client.getQueryData(others.queryKey)?.restores ?? [];
  const met = new Set(
    restoresMet(wanted, own, rest).flatMap(({ restore, meeting }) =>
      meeting.kind === 'unreported' ? [] : restore.job.id.toLowerCase(),
    ),
  );
  return [...own, ...rest].map(({ job }) => job.id.toLowerCase()).filter((id) => !met.has(id));
}
