import { queryOptions, skipToken } from '@tanstack/react-query';
import { backupVaultIdOf, vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { Place } from '#src/api/queries/history.ts';
import { jobRow } from '#src/api/queries/jobs.ts';
import { jobSearchQuestion } from '#src/api/recovery-services/job-lists.ts';
import { finder } from '#src/api/resource-graph/query.ts';
import { now } from '#src/lib/clock.ts';
import { loadCode } from '#src/lib/load.ts';
import { isTerminal, type JobDetails, secondaryJobOf } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { endedBy, type PastRestore } from '#src/progress/past.ts';

/** The first jobs with some words in what they name, of vaults of both kinds. @throws as every read. */
export const findJobs = finder({ row: jobRow, toThing: (job) => job, question: jobSearchQuestion });

/** Restores of a vault that have ended, as far as they are known: what one that isn't sent yet is compared with. */
export const pastRestoresQuery = (vaultId: ResourceId, region: string | null) =>
  queryOptions({
    queryKey: ['past restores', vaultId.toLowerCase(), region ?? ''],
    queryFn: async ({ client, queryKey, signal }) => {
      // No screen waits for it.
      const { readHistory } = await loadCode(() => import('#src/api/queries/history.ts'));
      const tell = (known: readonly PastRestore[]) => void client.setQueryData(queryKey, known);
      return readHistory(client, { vaultId, region }, tell, signal);
    },
  });

/**
 * Those of a running job's vault that had ended when it started: what its own time is compared with. Without the job,
 * and for one that isn't compared, nothing is read.
 */
export const pastJobsQuery = (id: ResourceId, job: JobDetails | undefined) => {
  const place = placeOf(id);
  if (job === undefined || place === null || !isCompared(job, place))
    return nothingPast<readonly PastRestore[]>();
  return queryOptions({
    ...pastRestoresQuery(place.vaultId, place.region),
    select: (past) => endedBy(past, job.startedAt ?? now()),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** The same of nowhere: nothing is read. */
export const nothingPast = <Past>() =>
  queryOptions<Past, Error, Past, string[]>({ queryKey: ['past restores'], queryFn: skipToken });

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
