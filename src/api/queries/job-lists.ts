import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { listDiskRestores } from '#src/api/data-protection/jobs.ts';
import { comparedJobQuery, jobRow } from '#src/api/queries/jobs.ts';
import { readOther } from '#src/api/queries/query.ts';
import { storedJob } from '#src/api/queries/seen-jobs.ts';
import { jobSearchQuestion, listRestoresIn } from '#src/api/recovery-services/job-lists.ts';
import { finder } from '#src/api/resource-graph/query.ts';
import { now } from '#src/lib/clock.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails, RANGE_MS, secondaryJobOf } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { baselineOf, type PastJob, pastJobOf } from '#src/progress/past.ts';

/** The first jobs with some words in what they name, of vaults of both kinds. @throws as every read. */
export const findJobs = finder({ row: jobRow, toThing: (job) => job, question: jobSearchQuestion });

/** A vault of either kind, and its secondary region where the restores there are meant. */
interface Place {
  readonly vaultId: ResourceId;
  readonly region: string | null;
}

/**
 * Restores of a running job's vault that had ended when it started: what its own time is compared with. They
 * stay the same while it runs. Without the job, and for one that isn't compared, nothing is read.
 */
export const pastJobsQuery = (id: ResourceId, job: JobDetails | undefined) => {
  const place = placeOf(id);
  return queryOptions({
    queryKey: ['past jobs', id.toLowerCase()],
    queryFn:
      job === undefined || place === null || !isCompared(job, place)
        ? skipToken
        : ({ client, signal }) => readPast(client, place, job.startedAt ?? now(), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** Restores of a vault that have ended: what one that isn't sent yet is compared with. */
export const pastRestoresQuery = (vaultId: ResourceId, region: string | null) =>
  queryOptions({
    queryKey: ['past restores', vaultId.toLowerCase(), region ?? ''],
    queryFn: ({ client, signal }) => readPast(client, { vaultId, region }, now(), signal),
  });

/** A job of a CommServe isn't: past jobs say nothing of a queue. */
const isCompared = ({ status, operation, restoreKind }: JobDetails, { vaultId }: Place): boolean =>
  !isTerminal(status) &&
  (restoreKind !== null || (backupVaultIdOf(vaultId) !== null && /restore/i.test(operation)));

function placeOf(id: ResourceId): Place | null {
  const secondary = secondaryJobOf(id);
  if (secondary !== null) return secondary.place;
  const vaultId = vaultIdOf(id) ?? backupVaultIdOf(id);
  return vaultId && { vaultId, region: null };
}

async function readPast(
  client: QueryClient,
  place: Place,
  before: Instant,
  signal: AbortSignal,
): Promise<readonly PastJob[]> {
  const { vaultId } = place;
  const listed =
    backupVaultIdOf(vaultId) === null
      ? await listRestoresIn(session(), place, instant(before - RANGE_MS['7d']), signal)
      : await listDiskRestores(session(), vaultId, signal);
  // Lists don't have what a restore makes. A job that was read and is over isn't read again.
  const read = await Promise.allSettled(
    baselineOf(listed, before).map(({ id }) =>
      readOther(client, { ...comparedJobQuery(id), staleTime: untilOver }),
    ),
  );
  // One that can't be read is one fewer to compare with.
  return read
    .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    .map((job) => pastJobOf(job, storedJob(job.id)?.observations ?? null, null))
    .filter((job) => job !== null);
}

const untilOver = ({
  state: { data },
}: {
  readonly state: { readonly data?: JobDetails | undefined };
}): number => (data !== undefined && isTerminal(data.status) ? Number.POSITIVE_INFINITY : 0);
