import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { requestedPauseMs } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf, parseResourceId } from '#src/api/arm/resource-id.ts';
import { listDiskRestores } from '#src/api/data-protection/jobs.ts';
import { comparedJobQuery, jobQuery } from '#src/api/queries/jobs.ts';
import { readOther } from '#src/api/queries/query.ts';
import { storedJob } from '#src/api/queries/seen-jobs.ts';
import { listRestoresIn } from '#src/api/recovery-services/job-lists.ts';
import { now } from '#src/lib/clock.ts';
import { ifFree, whenFree } from '#src/lib/lock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { entryNames, writeEntry } from '#src/lib/storage.ts';
import { storedEntry } from '#src/lib/stored-values.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import {
  isTerminal,
  type Job,
  type JobDetails,
  RANGE_MS,
  type RestoreKind,
} from '#src/model/jobs.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import {
  type History,
  knownOf,
  nextToRead,
  NO_HISTORY,
  pastRestoreOf,
  readsLeft,
  withRead,
  withRestore,
} from '#src/progress/history.ts';
import type { PhaseKind } from '#src/progress/observe.ts';
import type { PastRestore } from '#src/progress/past.ts';

/** Past restores of a place: listed, read one by one as far as they may be, and kept in the browser. */

/** A vault of either kind, and its secondary region where the restores there are meant. */
export interface Place {
  readonly vaultId: ResourceId;
  readonly region: string | null;
}

const figure = z.nullable(z.number());
const PHASE_KINDS = [
  'rehydrate',
  'prepare',
  'snapshot',
  'transferFrom',
  'transferTo',
  'createMachine',
  'createDisks',
  'replaceDisks',
  'writeTemplate',
  'other',
] as const satisfies readonly PhaseKind[];
const KINDS = [
  'createVm',
  'restoreDisks',
  'replaceDisks',
] as const satisfies readonly RestoreKind[];
const phase = z.object({
  kind: z.enum(PHASE_KINDS),
  durationMs: z.number(),
});
const restore = z.object({
  id: z.pipe(z.string(), z.transform(resourceId)),
  startedAt: figure,
  endedAt: z.number(),
  operation: z.string(),
  kind: z.nullable(z.enum(KINDS)),
  isRehydrating: z.boolean(),
  sizeBytes: figure,
  durationMs: z.number(),
  phases: z.array(phase),
});
const history = z.object({
  // One that another version wrote is as if it had not been read.
  jobs: z.pipe(
    z.array(z.catch(z.nullable(restore), null)),
    z.transform((jobs) => jobs.filter((one) => one !== null)),
  ),
  reads: z.array(z.object({ at: z.number(), item: z.string() })),
});

const PREFIX = 'past.';

const nameOf = ({ vaultId, region }: Place): string =>
  `${PREFIX}${vaultId.toLowerCase()}|${region ?? ''}`;

/** What this tab alone keeps, where the browser stores nothing. */
const unstored = new Map<string, History>();
onNewVisit(() => unstored.clear());

const historyOf = (name: string): History =>
  unstored.get(name) ?? storedEntry(name, history) ?? NO_HISTORY;

function keep(name: string, kept: History): void {
  if (writeEntry(name, JSON.stringify(kept)).ok) unstored.delete(name);
  else unstored.set(name, kept);
}

/** How many single reads the hour still has for the subscription of a place. */
function leftNow({ vaultId }: Place, at: Instant): number {
  const { subscriptionId = '' } = parseResourceId(vaultId) ?? {};
  const start = `${PREFIX}/subscriptions/${subscriptionId.toLowerCase()}/`;
  const names = new Set([...entryNames(start), ...unstored.keys()]);
  const reads = [...names]
    .filter((name) => name.startsWith(start))
    .flatMap((name) => historyOf(name).reads);
  return readsLeft(reads, at);
}

/**
 * Restores of a place that have completed, as far as they are known. `tell`: with those of earlier visits, and with what
 * is known where a read fails. Tabs take turns, so none reads what another reads.
 * @throws as the read of the list.
 */
export async function readHistory(
  client: QueryClient,
  place: Place,
  tell: (known: readonly PastRestore[]) => void,
  signal: AbortSignal,
): Promise<readonly PastRestore[]> {
  const isOfDisks = backupVaultIdOf(place.vaultId) !== null;
  const from = instant(isOfDisks ? 0 : now() - RANGE_MS['30d']);
  const listed = isOfDisks
    ? await listDiskRestores(session(), place.vaultId, signal)
    : await listRestoresIn(session(), place, from, signal);
  const name = nameOf(place);
  const known = () => knownOf(historyOf(name), listed, from);
  if (known().length > 0) tell(known());
  const read = async (id: ResourceId): Promise<void> => {
    try {
      take(name, await readOther(client, { ...comparedJobQuery(id), staleTime: 0 }));
    } catch (error) {
      if (signal.aborted || requestedPauseMs(error) > 0) throw error;
    }
  };
  const fill = async (): Promise<true> => {
    takeRead(client, name, listed);
    const failed = new Set<string>();
    const kinds = isOfDisks ? [null] : KINDS;
    for (;;) {
      signal.throwIfAborted();
      const facts = { listed, known: known(), kinds, leftOfHour: leftNow(place, now()), failed };
      const next = nextToRead({ ...facts, reads: historyOf(name).reads }, now());
      if (next.length === 0) return true;
      for (const { itemName } of next) keep(name, withRead(historyOf(name), itemName, now()));
      await Promise.all(next.map(({ id }) => read(id)));
      // One that can't be read, or says nothing, is one fewer to compare with.
      const ids = new Set(known().map(({ id }) => id));
      for (const { id } of next) if (!ids.has(id)) failed.add(id);
    }
  };
  try {
    while ((await ifFree(name, fill)) === null) await whenFree(name, signal);
  } catch (error) {
    if (!signal.aborted) tell(known());
    throw error;
  }
  return known();
}

/** Takes what was read for another reason, which costs nothing. */
function takeRead(client: QueryClient, name: string, listed: readonly Job[]): void {
  for (const { id, status } of listed) {
    const job = client.getQueryData(jobQuery(id).queryKey);
    if (status === 'completed' && job !== undefined && isTerminal(job.status)) take(name, job);
  }
}

function take(name: string, job: JobDetails): void {
  const past = pastRestoreOf(job, storedJob(job.id)?.observations ?? null);
  if (past !== null) keep(name, withRestore(historyOf(name), past));
}
