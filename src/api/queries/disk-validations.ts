import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { validatedDisk } from '#src/api/queries/disk-restores.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { now, wait } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/** How a validation of the restore of a disk stands that was asked for (document 002, note). */
export type DiskValidationRun = {
  /** The restore that was looked at, word for word: another one is not told about by it. */
  readonly asked: string;
  /** When it was begun: what came to count later it does not know of. */
  readonly since: Instant;
} & (
  | { readonly kind: 'running'; readonly stop: () => void }
  /** `lost`: Azure has taken it, and its answer cannot be had. */
  | { readonly kind: 'stopped' | 'lost' }
  | { readonly kind: 'trouble'; readonly problem: Problem }
  | {
      readonly kind: 'done';
      readonly at: Instant;
      readonly problems: readonly ValidationProblem[];
    }
);

/** The parameters of a restore as text, by which a validation knows them again. */
export function askedOf(restore: DiskRestore): string {
  const { instanceId, recoveryPointName, sourceDiskId, targetDiskId, region } = restore;
  return JSON.stringify([instanceId, recoveryPointName, sourceDiskId, targetDiskId, region]);
}

/**
 * The latest validation of a restore of a backup instance, kept while the page is open; null: none
 * was asked for.
 */
export const diskValidationRunQuery = (instanceId: ResourceId) =>
  queryOptions<DiskValidationRun | null>({
    queryKey: ['disk validation run', instanceId.toLowerCase()],
    queryFn: skipToken,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Validates a restore, and writes down how that stands until Azure has answered. One goes on at a time. */
export async function runDiskValidation(client: QueryClient, restore: DiskRestore): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const { queryKey } = diskValidationRunQuery(restore.instanceId);
  const begun = { asked: askedOf(restore), since: now() };
  const write = (run: DiskValidationRun): void => {
    client.setQueryData<DiskValidationRun | null>(queryKey, run);
  };
  const stop = (): void => {
    controller.abort();
    write({ ...begun, kind: 'stopped' });
  };
  const last = client.getQueryData<DiskValidationRun | null>(queryKey);
  if (last?.kind === 'running') last.stop();
  write({ ...begun, kind: 'running', stop });
  try {
    const problems = await validatedDisk(restore, signal);
    if (signal.aborted) return;
    write(
      problems === null
        ? { ...begun, kind: 'lost' }
        : { ...begun, kind: 'done', at: now(), problems },
    );
  } catch (error) {
    if (!signal.aborted) write({ ...begun, kind: 'trouble', problem: problemOf(error) });
  }
}

/** Whether these very parameters have passed. */
export function hasPassed(
  run: DiskValidationRun | null | undefined,
  restore: DiskRestore,
): boolean {
  return run?.kind === 'done' && run.problems.length === 0 && run.asked === askedOf(restore);
}

/**
 * Waits for the moment at which a new role counts, and then validates once by itself, unless the
 * restore has passed before: a role may count sooner than Azure promises. Left alone it stops
 * waiting, and when somebody looks again it goes on.
 */
export const validationWhenDueQuery = (restore: DiskRestore, due: Instant) =>
  queryOptions({
    queryKey: ['disk validation when due', askedOf(restore), due],
    queryFn: async ({ client, signal }) => {
      await wait(due - now(), signal);
      const { queryKey } = diskValidationRunQuery(restore.instanceId);
      const last = client.getQueryData<DiskValidationRun | null>(queryKey);
      if (!hasPassed(last, restore)) void runDiskValidation(client, restore);
      return due;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Reads again what the prerequisites of a restore are judged by, where it is in view. */
export async function readPrerequisitesAgain(client: QueryClient): Promise<void> {
  const kinds = ['backup vault', 'role assignments', 'snapshots', 'found disk', 'permissions'];
  await Promise.all(
    kinds.map((kind) => client.refetchQueries({ queryKey: [kind], type: 'active' })),
  );
}
