import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import type { DiskJobWire } from '#src/api/data-protection/jobs/wire.ts';
import { toDiskProblem } from '#src/api/data-protection/user-error.ts';
import { parseDurationMs, parseInstant } from '#src/lib/time.ts';
import type { DiskJob, DiskJobDetails } from '#src/model/backup-vaults.ts';
import type { JobError, JobStatus, JobTask, JobWithErrors, TaskStatus } from '#src/model/jobs.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

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
export function toDiskJobDetails(wire: DiskJobWire): DiskJobDetails {
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
