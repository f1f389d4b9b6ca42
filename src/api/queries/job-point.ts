import { queryOptions, skipToken } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { isNotFound } from '#src/api/arm/error.ts';
import { uncut } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { storedInstant } from '#src/api/arm/wire.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { itemOfJob, type SourceJob } from '#src/api/queries/source-machine.ts';
import { listRecoveryPoints, listSecondaryPoints } from '#src/api/recovery-services/points.ts';
import { now } from '#src/lib/clock.ts';
import { entryNames } from '#src/lib/storage.ts';
import { storedEntry, storedValues } from '#src/lib/stored-values.ts';
import type { Instant } from '#src/lib/time.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';
import type { Machine } from '#src/model/machines.ts';
import type { Consistency, RecoveryPoint, RecoveryPointTier } from '#src/model/points.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** The restore point of a job that another browser started: found once, and stored. */

const text = z.nullable(z.string());

const pointShape = z.object({
  /** When it was read. */
  at: storedInstant,
  /** As its job reports it, which tells it from a job of another world with the same id. */
  time: storedInstant,
  expiresAt: z.nullable(storedInstant),
  consistency: z.enum([
    'AppConsistent',
    'FileSystemConsistent',
    'CrashConsistent',
    'unknown',
  ] as const satisfies readonly Consistency[]),
  tier: z.enum([
    'Snapshot',
    'SnapshotAndVault',
    'Vault',
    'Archive',
    'unknown',
  ] as const satisfies readonly RecoveryPointTier[]),
  vmSize: text,
  /** Of the VM that was backed up. */
  resourceGroup: text,
  /** Null: not reported. A size is that of the VM's disk at the time of reading; null: the VM doesn’t have that disk. */
  disks: z.nullable(
    z.array(z.object({ lun: z.nullable(z.number()), name: text, sizeGiB: z.nullable(z.number()) })),
  ),
});

/** What is stored of a restore point. */
export type StoredPoint = z.infer<typeof pointShape>;

/** What the search for a job's restore point came to. */
export type PointOfJob =
  | {
      readonly is: 'found';
      readonly point: StoredPoint;
      /** Whether its VM was read, which alone has sizes. */
      readonly hasSizes: boolean;
    }
  /** No restore point of that time is there any more. */
  | { readonly is: 'gone'; readonly at: Instant }
  /** The job doesn’t tell which of several it is, or of which backup instance. */
  | { readonly is: 'notNamed' };

const PREFIX = 'point.';
const points = storedValues(PREFIX, pointShape);

/** So many are stored, of about 1 kB each; those read first go first. */
const MOST = 40;

function store(jobId: string, point: StoredPoint): void {
  const others = entryNames(PREFIX)
    .map((name) => ({ name, at: storedEntry(name, pointShape)?.at ?? 0 }))
    .toSorted((a, b) => b.at - a.at);
  for (const { name } of others.slice(MOST - 1)) points.remove(name.slice(PREFIX.length));
  points.write(jobId.toLowerCase(), point);
}

/** A job names its restore point by the second. */
const SECOND_MS = 1000;
const isSameSecond = (a: Instant, b: Instant | null): boolean =>
  b !== null && Math.floor(a / SECOND_MS) === Math.floor(b / SECOND_MS);

/** What is kept of a job's restore point, whoever read it; null: nothing. */
export function storedPointOf(jobId: ResourceId, time: Instant): StoredPoint | null {
  const point = points.read(jobId.toLowerCase());
  return point !== null && isSameSecond(time, point.time) ? point : null;
}

/**
 * Finds the restore point of a job, which tells no more of it than its time: among those of its backup instance, if
 * exactly one has that time. @throws as every read, but for the read of its VM.
 */
export async function findPointOfJob(
  arm: ArmPipelines,
  job: SourceJob,
  time: Instant,
  signal?: AbortSignal,
): Promise<PointOfJob> {
  const item = await itemOfJob(arm, job);
  if (item === null) return { is: 'notNamed' };
  const list = secondaryJobOf(job.id) === null ? listRecoveryPoints : listSecondaryPoints;
  const [all, machine] = await Promise.all([
    readPoints(list(arm, item.id, signal)),
    machineOf(arm, item.sourceResourceId, signal),
  ]);
  const [found, ...others] = all.filter((point) => isSameSecond(time, point.time));
  if (found === undefined) return { is: 'gone', at: now() };
  if (others.length > 0) return { is: 'notNamed' };
  return {
    is: 'found',
    hasSizes: machine !== undefined,
    point: {
      at: now(),
      time,
      expiresAt: found.expiresAt,
      consistency: found.consistency,
      tier: found.tier,
      vmSize: found.vmSize,
      resourceGroup: item.resourceGroup || null,
      disks:
        found.disks?.map(({ lun, name }) => {
          const same = machine?.disks.find((one) => one.lun === lun && sameId(one.name, name));
          return { lun, name, sizeGiB: same?.sizeGiB ?? null };
        }) ?? null,
    },
  };
}

/** All points of an instance; none where it is no longer protected. A list that was cut proves nothing of what it lacks. */
async function readPoints(reading: Promise<RecoveryPoint[]>): Promise<readonly RecoveryPoint[]> {
  try {
    return await uncut(reading);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** The VM that was backed up, as it is now; null: it is gone. Undefined: not read. */
async function machineOf(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Machine | null | undefined> {
  try {
    return id === '' ? undefined : await getMachine(arm, id, signal);
  } catch {
    // Its sizes are missing, and are named as not read.
    signal?.throwIfAborted();
    return undefined;
  }
}

/**
 * The restore point of a job, read once: what is whole is stored in the browser. `time`: as the job reports it; null:
 * nothing is read.
 */
export const pointOfJobQuery = (job: SourceJob, time: Instant | null) =>
  queryOptions({
    queryKey: ['point of a job', job.id.toLowerCase(), time],
    queryFn:
      time === null
        ? skipToken
        : async ({ signal }): Promise<PointOfJob> => {
            const before = storedPointOf(job.id, time);
            if (before !== null) return { is: 'found', hasSizes: true, point: before };
            const found = await findPointOfJob(session(), job, time, signal);
            if (found.is === 'found' && found.hasSizes) store(job.id, found.point);
            return found;
          },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
