import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import { byId, oneReader, uncut, wholeList } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { send } from '#src/api/arm/send.ts';
import { maybe, nameOrNumber, pageOf } from '#src/api/arm/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { parseByteShare, type TransferredBytes } from '#src/lib/bytes.ts';
import { now } from '#src/lib/clock.ts';
import {
  DAY_MS,
  instant,
  type Instant,
  parseDurationMs,
  parseInstant,
  usDateTime,
} from '#src/lib/time.ts';
import {
  type Job,
  type JOB_STATUSES,
  type JobDetails,
  type JobError,
  type JobOperation,
  type JobProperty,
  type JobStatus,
  type JobTask,
  type JobWithErrors,
  type RestoreKind,
  secondaryJobId,
  secondaryJobOf,
  type SecondaryPlace,
  type TaskStatus,
} from '#src/model/jobs.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

/**
 * A field that is nothing where Azure sends another kind of value than the contract says: one odd
 * field of one job must not cost a person the whole list.
 */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);

/** The readable ones of a list. */
const listOf = <Schema extends z.core.$ZodType>(item: Schema) =>
  lenient(
    z.pipe(
      z.array(lenient(item)),
      z.transform((list) => list.filter((one) => one !== null && one !== undefined)),
    ),
  );

/** A number that may come as text, also with its sign: `40`, `"40.5 %"`. */
const figure = lenient(
  z.union([
    z.number(),
    z.pipe(
      z.string().check(z.regex(/^\s*-?\d+(\.\d+)?\s*%?\s*$/)),
      z.transform((text) => Number.parseFloat(text)),
    ),
  ]),
);
const text = lenient(z.string());

const taskWire = z.looseObject({
  taskId: text,
  status: text,
  duration: text,
  startTime: text,
  endTime: text,
  progressPercentage: figure,
  taskExecutionDetails: text,
});

const jobErrorWire = z.looseObject({
  errorCode: lenient(nameOrNumber),
  errorTitle: text,
  errorString: text,
  recommendations: listOf(z.string()),
});

/**
 * A backup job (azure-contract §8). Lists come without `extendedInfo`; keys come and go between
 * two reads of one job; `actionsInfo` is names or numbers.
 */
export const jobWire = z.looseObject({
  id: z.string(),
  name: z.catch(z.string(), ''),
  type: text,
  properties: z.catch(
    z.looseObject({
      jobType: text,
      operation: text,
      status: text,
      backupManagementType: text,
      entityFriendlyName: text,
      containerName: text,
      actionsInfo: listOf(nameOrNumber),
      startTime: text,
      endTime: text,
      duration: text,
      activityId: text,
      isUserTriggered: lenient(z.union([z.boolean(), z.string()])),
      errorDetails: listOf(jobErrorWire),
      extendedInfo: lenient(
        z.looseObject({
          tasksList: listOf(taskWire),
          propertyBag: lenient(z.record(z.string(), text)),
          internalPropertyBag: lenient(z.record(z.string(), text)),
          progressPercentage: figure,
          estimatedRemainingDuration: text,
          dynamicErrorMessage: text,
        }),
      ),
    }),
    {},
  ),
});
export type JobWire = z.infer<typeof jobWire>;

/** A row of the list over all vaults: one without an id must not fail its whole page. */
export const jobRowWire = z.extend(jobWire, { id: z.catch(z.string(), '') });

export const jobPageWire = pageOf(jobWire);

const STATUS: Readonly<Record<string, JobStatus>> = {
  inprogress: 'inProgress',
  // Backup vaults' words, which are counted together with these (azure-contract §11).
  started: 'inProgress',
  success: 'completed',
  succeeded: 'completed',
  completed: 'completed',
  completedwithwarnings: 'completedWithWarnings',
  failed: 'failed',
  cancelling: 'cancelling',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

const TASK_STATUS: Readonly<Record<string, TaskStatus>> = {
  notstarted: 'notStarted',
  inprogress: 'inProgress',
  completed: 'completed',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/** Maps Azure's word for a job's status; an unrecognized word is unknown. */
export function jobStatus(word: string | null | undefined): JobStatus {
  return STATUS[folded(word)] ?? 'unknown';
}

/** A word of Azure's without its letter case and blanks: `In Progress` is `inprogress`. */
function folded(word: string | null | undefined): string {
  return word?.toLowerCase().replaceAll(/\s/g, '') ?? '';
}

/** A job of a list with the errors that the list may tell: it need not. */
export function toJobWithErrors(wire: JobWire): JobWithErrors {
  return { ...toJob(wire), errors: (wire.properties.errorDetails ?? []).map(toError) };
}

/** A job of a list. */
export function toJob(wire: JobWire): Job {
  const { properties } = wire;
  const status = jobStatus(properties.status);
  return {
    id: resourceId(wire.id),
    name: wire.name || nameOf(wire.id),
    vaultName: nameOf(vaultIdOf(wire.id) ?? ''),
    itemName: properties.entityFriendlyName ?? '',
    operation: properties.operation ?? '',
    status,
    statusWord: properties.status?.trim() || null,
    startedAt: parseInstant(properties.startTime),
    endedAt: parseInstant(properties.endTime),
    durationMs: parseDurationMs(properties.duration),
    isCancellable: status === 'inProgress' && isOffered(properties.actionsInfo),
    activityId: properties.activityId || null,
  };
}

/** Maps a job that was read alone, with its subtasks. */
export function toJobDetails(wire: JobWire): JobDetails {
  const { properties } = wire;
  const extended = properties.extendedInfo;
  const tasks = (extended?.tasksList ?? []).map(toTask);
  const lines = bag(extended?.propertyBag ?? {});
  return {
    ...toJobWithErrors(wire),
    activityId: properties.activityId || null,
    percent: inPercent(extended?.progressPercentage),
    remainingMs: parseDurationMs(extended?.estimatedRemainingDuration),
    tasks,
    properties: lines,
    bytes: bytesOf(tasks),
    restoreKind: restoreKind(lines),
    verdictBy: 'subtasks',
  };
}

/** The job in an answer, of whichever region its id is. @throws what is wrong with the shape. */
export function vaultJobFrom(id: ResourceId, answer: unknown): JobDetails {
  const job = toJobDetails(jobWire.parse(answer));
  const there = secondaryJobOf(id);
  return there === null ? job : inPlace(there.place, job);
}

/** A job of a secondary region, under the id that names the region. */
export function inPlace<One extends Job>(place: SecondaryPlace, job: One): One {
  return { ...job, id: secondaryJobId(place, job.name), vaultName: nameOf(place.vaultId) };
}

/** Bytes moved so far of all bytes to move, from the subtask that reports them. */
function bytesOf(tasks: readonly JobTask[]): TransferredBytes | null {
  return tasks.find(({ bytes }) => bytes !== null)?.bytes ?? null;
}

/** All but the last are recorded (azure-contract §8, aftercare §1.1); that one is a guess. */
const RESTORE_KIND: Readonly<Record<string, RestoreKind>> = {
  'recover vm to an alternate location': 'createVm',
  'recover disks': 'restoreDisks',
  'replace disks': 'replaceDisks',
  'recover vm disks in place': 'replaceDisks',
};

function restoreKind(lines: readonly JobProperty[]): RestoreKind | null {
  const type = lines.find(({ name }) => name.toLowerCase() === 'job type')?.value ?? '';
  return RESTORE_KIND[type.trim().toLowerCase()] ?? null;
}

type Extended = NonNullable<JobWire['properties']['extendedInfo']>;
type TaskWire = NonNullable<Extended['tasksList']>[number];
type ErrorWire = NonNullable<JobWire['properties']['errorDetails']>[number];

function toTask(wire: TaskWire): JobTask {
  const durationMs = parseDurationMs(wire.duration);
  return {
    name: wire.taskId?.trim() ?? '',
    status: TASK_STATUS[folded(wire.status)] ?? 'unknown',
    statusWord: wire.status?.trim() || null,
    startedAt: parseInstant(wire.startTime),
    // Recorded jobs say PT0S for every task, running or done: that is no duration (azure-contract §8).
    durationMs: durationMs === 0 ? null : durationMs,
    percent: inPercent(wire.progressPercentage),
    details: wire.taskExecutionDetails ?? null,
    // Recorded as “63.5 GBs / 127 GBs Transferred” (aftercare §1.1): read in any form that has both sizes.
    bytes: parseByteShare(wire.taskExecutionDetails),
  };
}

function toError(wire: ErrorWire): JobError {
  return {
    code: String(wire.errorCode ?? wire.errorTitle ?? ''),
    title: wire.errorTitle ?? '',
    message: wire.errorString ?? wire.errorTitle ?? '',
    recommendations: wire.recommendations ?? [],
  };
}

/** Below 0 and above 100 there is no progress: such a number is not reported. */
function inPercent(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && value >= 0 && value <= 100 ? value : null;
}

function isOffered(actions: (string | number)[] | null | undefined): boolean {
  return (actions ?? []).some((action) => ['1', 'cancellable'].includes(folded(String(action))));
}

/** Names are free text, one of them with a blank at its end: trimmed. */
function bag(record: Record<string, string | null | undefined>): JobProperty[] {
  return Object.entries(record).map(([name, value]) => ({ name: name.trim(), value: value ?? '' }));
}

/** The `$filter` of the backup service's own lists of jobs (azure-contract §8). */

type Status = (typeof JOB_STATUSES)[number];

/** A status as the service writes it. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  inProgress: 'InProgress',
  failed: 'Failed',
  completedWithWarnings: 'CompletedWithWarnings',
  cancelling: 'Cancelling',
  cancelled: 'Cancelled',
  completed: 'Completed',
};

/** Filter for jobs; missing fields do not filter. */
export interface VaultJobFilter {
  readonly operation?: JobOperation;
  readonly status?: Status;
  /** Started at this moment or later, and at that one or before: to the second. */
  readonly from?: Instant;
  readonly to?: Instant;
}

/** The value of `$filter`, encoded for an address. */
export function jobsFilter({ operation, status, from, to }: VaultJobFilter): string {
  const terms = [
    ['backupManagementType', 'AzureIaasVM'],
    ['operation', operation],
    ['status', status === undefined ? undefined : STATUS_WORDS[status]],
    ['startTime', from === undefined ? undefined : usDateTime(from)],
    ['endTime', to === undefined ? undefined : usDateTime(to)],
  ] as const;
  const conditions = terms.flatMap(([key, value]) =>
    value === undefined ? [] : `${key} eq '${value}'`,
  );
  return encodeURIComponent(conditions.join(' and '));
}

/** Reads a job with its subtasks: `GET {V}/backupJobs/{job}` (2024-04-01). */
export const getJob = oneReader(jobWire, byId(BACKUP_API_VERSION), toJobDetails);

/** The same as Azure answers it. */
export const askForJob = oneReader(jobWire, byId(BACKUP_API_VERSION), (wire) => wire);

/**
 * The restore jobs of one vault that started at `since` or later: `GET {V}/backupJobs` with a
 * filter (azure-contract §8). The service's own list, which does not lag as Resource Graph does.
 */
export async function listRestoreJobs(
  arm: ArmPipelines,
  vaultId: ResourceId,
  since: Instant,
  signal?: AbortSignal,
): Promise<Job[]> {
  const filter = jobsFilter({ operation: 'Restore', from: since });
  const query = `api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  const jobs = await wholeList(arm, jobPageWire, `${vaultId}/backupJobs?${query}`, signal);
  return jobs.map(toJob);
}

/**
 * Asks Azure to cancel a job, once: `POST {V}/backupJobs/{job}/cancel` (azure-contract §8; 2024-04-01).
 * The job itself shows the outcome: it may have ended before.
 * @returns where to follow the request, `GET {V}/backupJobs/{job}/operationResults/{operation}`; null
 * when Azure accepted and its headers could not be read.
 * @throws ArmError `refused` for a job that is over or can't be canceled.
 */
export async function cancelJob(
  arm: ArmPipelines,
  jobId: ResourceId,
): Promise<AcceptedOperation | null> {
  const url = `${jobId}/cancel?api-version=${BACKUP_API_VERSION}`;
  const copyCodes = ['BMSUserErrorJobNotCancellable'];
  return acceptedOperation(await send(arm, { method: 'POST', url, starts: true, copyCodes }));
}

/** What an export of jobs has come to (azure-contract §8); its headers are repeated in the body (S). */
export const jobsExportWire = z.looseObject({
  operation: maybe(
    z.looseObject({
      objectType: maybe(z.string()),
      blobUrl: maybe(z.string()),
      blobSasKey: maybe(z.string()),
    }),
  ),
  headers: maybe(z.record(z.string(), z.array(z.string()))),
});

const WEEK_MS = 7 * 86_400_000;

/** The restores of a vault that started in the last seven days, from the vault's own list. */
export const vaultRestoresQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['vault restores', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listRestoreJobs(session(), vaultId, instant(now() - WEEK_MS), signal),
  });

/** The restores of a vault that started in the last 24 hours. */
export const restoresOfDayQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['restores of the day', vaultId.toLowerCase()],
    queryFn: ({ signal }) =>
      uncut(listRestoreJobs(session(), vaultId, instant(now() - DAY_MS), signal)),
  });
