import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { byId, listReader, oneReader, uncut } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf, parseResourceId } from '#src/api/arm/resource-id.ts';
import { maybe, pageOf, userErrorWire } from '#src/api/arm/wire.ts';
import { LIST_EVERY_MS, readAgainIn } from '#src/api/queries/query.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import { parseDurationMs, parseInstant } from '#src/lib/time.ts';
import { type DiskJob, type DiskJobDetails, isDiskJob } from '#src/model/backup-vaults.ts';
import type {
  Job,
  JobDetails,
  JobError,
  JobStatus,
  JobTask,
  JobWithErrors,
  TaskStatus,
} from '#src/model/jobs.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** An error of Data Protection, made for people (azure-contract §12, UserFacingError). */
interface UserError {
  readonly code?: string | null | undefined;
  readonly message?: string | null | undefined;
  readonly recommendedAction?: readonly string[] | null | undefined;
}

/** The same as what would make a restore fail. */
export function toDiskProblem(error: UserError): ValidationProblem {
  return {
    code: error.code ?? '',
    message: error.message ?? '',
    recommendations: error.recommendedAction ?? [],
  };
}

/** A field that is nothing where Azure sends another kind of value: it must not cost the whole job. */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);
const text = lenient(z.string());

const subTaskWire = z.looseObject({ taskName: text, taskStatus: text });

/**
 * A job of a Backup vault, `GET {BV}/backupJobs/{job}` of 2024-04-01. Nulls and missing keys are
 * alike, and a disk's job never has a percent (azure-contract §11).
 */
export const diskJobWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    backupInstanceId: text,
    dataSourceId: text,
    dataSourceName: text,
    backupInstanceFriendlyName: text,
    vaultName: text,
    operation: text,
    operationCategory: text,
    status: text,
    startTime: text,
    endTime: text,
    duration: text,
    activityID: text,
    errorDetails: lenient(z.array(userErrorWire)),
    extendedInfo: lenient(
      z.looseObject({
        subTasks: lenient(z.array(subTaskWire)),
        sourceRecoverPoint: lenient(z.looseObject({ recoveryPointTime: text })),
        recoveryDestination: text,
        additionalDetails: lenient(z.record(z.string(), text)),
      }),
    ),
  }),
});
export type DiskJobWire = z.infer<typeof diskJobWire>;

const diskJobPageWire = pageOf(diskJobWire);

/** Examples, documents and the specification use different words for the same (azure-contract §11). */
const STATUS: Readonly<Record<string, JobStatus & TaskStatus>> = {
  started: 'inProgress',
  inprogress: 'inProgress',
  completed: 'completed',
  success: 'completed',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

function statusOf(word: string | null | undefined): JobStatus {
  const folded = word?.toLowerCase() ?? '';
  return /^(completed|success)withwarnings?$/.test(folded)
    ? 'completedWithWarnings'
    : (STATUS[folded] ?? 'unknown');
}

/** A job of a list. No operation of this API cancels one. */
export function toDiskJob({ id, name, properties }: DiskJobWire): DiskJob {
  return {
    id: resourceId(id),
    name,
    vaultName: properties.vaultName || nameOf(backupVaultIdOf(id) ?? ''),
    itemName: properties.dataSourceName || (properties.backupInstanceFriendlyName ?? ''),
    operation: properties.operation || (properties.operationCategory ?? ''),
    status: statusOf(properties.status),
    statusWord: properties.status?.trim() || null,
    startedAt: parseInstant(properties.startTime),
    endedAt: parseInstant(properties.endTime),
    durationMs: parseDurationMs(properties.duration),
    isCancellable: false,
    activityId: properties.activityID || null,
    instanceId: resourceId(properties.backupInstanceId ?? ''),
    sourceDiskId: resourceId(properties.dataSourceId ?? ''),
  };
}

/** A job of a list with the errors that the list may tell: it need not. */
export const toDiskJobWithErrors = (wire: DiskJobWire): DiskJob & JobWithErrors => ({
  ...toDiskJob(wire),
  errors: (wire.properties.errorDetails ?? []).map(toError),
});

/** A job read by itself: it reports no percent, no bytes and no time that is left. */
function toDiskJobDetails(wire: DiskJobWire): DiskJobDetails {
  const extended = wire.properties.extendedInfo;
  return {
    ...toDiskJobWithErrors(wire),
    percent: null,
    remainingMs: null,
    bytes: null,
    restoreKind: null,
    verdictBy: 'subtasks',
    activityId: wire.properties.activityID || null,
    tasks: (extended?.subTasks ?? []).map(toTask),
    properties: Object.entries(extended?.additionalDetails ?? {}).map(([name, value]) => ({
      name,
      value: value ?? '',
    })),
    recoveryPointTime: parseInstant(extended?.sourceRecoverPoint?.recoveryPointTime),
    restoredDiskId: extended?.recoveryDestination ? resourceId(extended.recoveryDestination) : null,
  };
}

type Wire = DiskJobWire['properties'];
type TaskWire = NonNullable<NonNullable<Wire['extendedInfo']>['subTasks']>[number];
type ErrorWire = NonNullable<Wire['errorDetails']>[number];

function toTask({ taskName, taskStatus }: TaskWire): JobTask {
  return {
    name: taskName ?? '',
    status: STATUS[taskStatus?.toLowerCase() ?? ''] ?? 'unknown',
    statusWord: taskStatus ?? null,
    startedAt: null,
    durationMs: null,
    percent: null,
    details: null,
    bytes: null,
  };
}

const toError = (wire: ErrorWire): JobError => ({ ...toDiskProblem(wire), title: '' });

/** Reads a job of a Backup vault with its subtasks: `GET {BV}/backupJobs/{job}` (2024-04-01). */
export const getDiskJob = oneReader(
  diskJobWire,
  byId(DATA_PROTECTION_API_VERSION),
  toDiskJobDetails,
);

/** The same as Azure answers it. */
const askForDiskJob = oneReader(diskJobWire, byId(DATA_PROTECTION_API_VERSION), (wire) => wire);

/** The jobs of a Backup vault: `GET {BV}/backupJobs` (azure-contract §11; 2024-04-01). */
export const listDiskJobs = listReader(
  diskJobPageWire,
  (vaultId: ResourceId) => `${vaultId}/backupJobs?api-version=${DATA_PROTECTION_API_VERSION}`,
  toDiskJob,
);

/**
 * The restores among them.
 * @throws ArmError as every read, and `unreadable` where the list is too long to be read whole.
 */
export async function listDiskRestores(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<DiskJob[]> {
  const jobs = await uncut(listDiskJobs(arm, vaultId, signal));
  return jobs.filter(({ operation }) => /restore/i.test(operation));
}

/** Jobs of Backup vaults. */
export const diskJobs = {
  ask: (id: ResourceId, signal: AbortSignal) => askForDiskJob(session(), id, signal),
  jobFrom: (_id: ResourceId, answer: unknown) => toDiskJobDetails(diskJobWire.parse(answer)),
  recent: null,
  running: null,
  requestIdOf: ({ activityId }: JobDetails) => activityId,
  targetOf: (_job: Job, details: JobDetails | null): readonly TargetPart[] => {
    const diskId = details !== null && isDiskJob(details) ? details.restoredDiskId : null;
    const { name, resourceGroup, subscriptionId } = parseResourceId(diskId ?? '') ?? {};
    return [
      {
        kind: 'disk',
        name: name ?? null,
        group: resourceGroup ?? null,
        subscriptionId: subscriptionId ?? null,
      },
    ];
  },
};

/** The jobs of a Backup vault, live. */
export const diskJobsQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['disk jobs', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listDiskJobs(session(), vaultId, signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });
