import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { getDiskJob, listDiskRestores } from '#src/api/data-protection/jobs.ts';
import {
  type DiskRestore,
  pollDiskRestore,
  pollDiskValidation,
  startDiskValidation,
} from '#src/api/data-protection/restores.ts';
import { acceptedByAzure, lookedFor, type LostSearchQuery } from '#src/api/queries/restores.ts';
import {
  byItselfQuery,
  follow,
  type LookAt,
  type ValidationRun,
  validationRunQuery,
} from '#src/api/queries/validations.ts';
import { now, wait } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import { type FoundJob, mayBeOf, oursAmong, type Press } from '#src/model/lost-restore.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { ROLE_DELAY_MS } from '#src/model/roles.ts';

/** A restore of a disk, and its text: a result for one text holds for no other. */
interface RequestedDiskRestore {
  readonly restore: DiskRestore;
  readonly restoreText: string;
}

/** Asks Azure about the restore of a disk, which takes minutes, and writes down how that stands. */
export function runDiskValidation(
  client: QueryClient,
  draftId: string,
  { restore, restoreText }: RequestedDiskRestore,
): Promise<void> {
  const start = async (signal: AbortSignal) => {
    const state = await startDiskValidation(session(), restore, signal);
    if (state === null) throw new Error('The accepted validation has no headers.');
    return state;
  };
  return follow(client, draftId, { restoreText, since: now(), start, look: lookAtDiskValidation });
}

/** Validates the restore of a disk automatically; `restore` is null while a part of it is missing. */
export const diskValidationByItselfQuery = (draftId: string, restore: DiskRestore | null) =>
  byItselfQuery(draftId, { restore, restoreText: JSON.stringify(restore) }, runDiskValidation);

/** Looks once where the validation of a disk's restore stands. @throws ArmError as every read. */
export const lookAtDiskValidation: LookAt = (next, signal) =>
  pollDiskValidation(session(), next, signal);

/** A restore to validate with Azure at a given moment. */
interface DueValidation extends RequestedDiskRestore {
  readonly at: Instant;
}

/**
 * Validates with Azure at the moment from which a new role counts, unless that has happened since.
 * Waits while the query has observers; a started validation goes on alone. Null: nothing is due.
 */
export const dueValidationQuery = (draftId: string, due: DueValidation | null) =>
  queryOptions({
    queryKey: ['due validation', draftId, due?.restoreText, due?.at],
    queryFn:
      due === null
        ? skipToken
        : async ({ client, queryKey, signal }) => {
            // A clock that was moved refetches all visible data, except automatic validations.
            if (client.getQueryData(queryKey) !== undefined) return due.at;
            await wait(due.at - now(), signal);
            const run = client.getQueryData(validationRunQuery(draftId).queryKey);
            if (run?.restoreText === due.restoreText && isGood(run, due.at)) return due.at;
            void runDiskValidation(client, draftId, due);
            return due.at;
          },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/**
 * Whether a look under way or ended says all that another one would. One that found nothing says so
 * only of a role that was there: of one given since it says nothing.
 */
const isGood = (run: ValidationRun, dueAt: Instant): boolean =>
  run.kind === 'running' ||
  (run.kind === 'done' && run.at >= (run.problems.length === 0 ? dueAt - ROLE_DELAY_MS : dueAt));

/** Follows an accepted restore of a disk to its job. */
export const acceptedDiskRestoreQuery = (instanceId: ResourceId, stored: unknown) =>
  acceptedByAzure(stored, (next, signal) => pollDiskRestore(session(), instanceId, next, signal));

/** What is known of the restore of a disk whose answer was lost. */
interface DiskRestoreSearch extends Press {
  readonly vaultId: ResourceId;
  readonly instanceId: string;
  readonly targetDiskId: string;
}

/** Looks for the job of a disk's restore whose answer was lost, in its vault's own list. */
export const lostDiskRestoreQuery = (search: DiskRestoreSearch): LostSearchQuery =>
  lookedFor(['disk restore search', search], search, (signal) =>
    findDiskRestores(session(), search, signal),
  );

/**
 * The restore jobs that may be the one of a lost answer. Where any has one of our request IDs no other counts. Else, as lists name no target, each that could be
 * ours is read; one that does not tell it could be.
 */
export async function findDiskRestores(
  arm: ArmPipelines,
  search: DiskRestoreSearch,
  signal: AbortSignal,
): Promise<FoundJob[]> {
  const { vaultId, instanceId, targetDiskId } = search;
  const jobs = await listDiskRestores(arm, vaultId, signal);
  const possible = jobs
    .map((job) => ({ ...job, isNamed: false, requestId: job.activityId ?? null }))
    .filter((job) => mayBeOf(search, job));
  const ours = oursAmong(search, possible);
  if (ours.length > 0) return [...ours];
  const ofDisk = possible.filter((job) => sameId(job.instanceId, instanceId));
  const read = await Promise.all(ofDisk.map(({ id }) => getDiskJob(arm, id, signal)));
  return read.flatMap(({ id, name, startedAt, restoredDiskId: told, activityId: requestId }) =>
    told !== null && !sameId(told, targetDiskId)
      ? []
      : [{ id, name, startedAt, isNamed: told !== null, requestId }],
  );
}
