import type { TransferredBytes } from '#src/lib/bytes.ts';
import type { ListOrder } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { BackupProvider } from '#src/model/vaults.ts';

export type JobStatus =
  | 'inProgress'
  | 'completed'
  | 'completedWithWarnings'
  | 'failed'
  | 'cancelling'
  | 'cancelled'
  | 'unknown';

export type TaskStatus =
  | 'notStarted'
  | 'inProgress'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'unknown';

/** A step of a job. Times and percent are null where Azure does not report them. */
export interface JobTask {
  readonly name: string;
  readonly status: TaskStatus;
  /** Azure's own word for it: what is left to show when it is unknown. */
  readonly statusWord: string | null;
  /** Its service's word for it, shown in place of ours; left out: ours. */
  readonly ownWord?: string | undefined;
  readonly startedAt: Instant | null;
  readonly durationMs: number | null;
  readonly percent: number | null;
  readonly details: string | null;
  readonly bytes: TransferredBytes | null;
}

export interface JobError {
  readonly code: string;
  /** Azure's name of the error, as `OlrBackupFailed`; empty where it gives none. */
  readonly title: string;
  readonly message: string;
  readonly recommendations: readonly string[];
}

/** A line of a job's property bag. Names are free text: find them by {@link propertyOf}. */
export interface JobProperty {
  readonly name: string;
  readonly value: string;
}

/** A backup job: what a person follows. */
export interface Job {
  readonly id: ResourceId;
  readonly name: string;
  readonly vaultName: string;
  readonly itemName: string;
  readonly operation: string;
  readonly status: JobStatus;
  /** Azure's own word for it: what is left to show when it is unknown. */
  readonly statusWord: string | null;
  /** Its service's word for it, shown in place of ours; left out: ours. */
  readonly ownWord?: string | undefined;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly durationMs: number | null;
  readonly isCancellable: boolean;
  /** The ID of the request that started it, by which Azure support finds it; null or left out: not reported. */
  readonly activityId?: string | null;
}

/** A job with what only a read of the job itself gives. */
export interface JobDetails extends Job {
  /** 0 to 100 as reported; null while Azure reports nothing to trust. */
  readonly percent: number | null;
  readonly remainingMs: number | null;
  readonly tasks: readonly JobTask[];
  /** What Azure wrote down about the job, in its own words. */
  readonly properties: readonly JobProperty[];
  readonly errors: readonly JobError[];
  readonly activityId: string | null;
  /** Of the transfer of a new machine; null where Azure reports none. */
  readonly bytes: TransferredBytes | null;
  /** Null: no restore, or one of an unknown kind. */
  readonly restoreKind: RestoreKind | null;
  /** What a verdict rests on: Azure calls restores completed that have failed, so there it's the subtasks. */
  readonly verdictBy: 'subtasks' | 'status';
  /** When the restore point was taken, where only the job itself tells; null: not reported. */
  readonly pointTime?: Instant | null;
  /**
   * What predicts how long it takes; left out: any of its figures. `bytes`: only those that move now. `still`: none
   * move. `waits`: it does nothing, as its service says, which is no standstill.
   */
  readonly pace?: 'bytes' | 'still' | 'waits';
}

export type RestoreKind = 'createVm' | 'restoreDisks' | 'replaceDisks';

/** Whether a job of Azure restores something: no other has a kind of restore or a target. */
export const isRestore = ({ operation }: Pick<Job, 'operation'>): boolean =>
  operation === 'Restore' || operation === 'CrossRegionRestore';

export const isBackup = ({ operation }: Pick<Job, 'operation'>): boolean =>
  /^backup$/i.test(operation);

/** Whether nothing more will happen to the job. */
export function isTerminal(status: JobStatus): boolean {
  switch (status) {
    case 'completed':
    case 'completedWithWarnings':
    case 'failed':
    case 'cancelled':
      return true;
    case 'inProgress':
    case 'cancelling':
    case 'unknown':
      return false;
  }
}

/** The value of a job's property, its name compared without letter case; undefined when it has none. */
export function propertyOf(job: JobDetails, name: string): string | undefined {
  return job.properties.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The network of a new VM as its job names it, `Group rg-network vnet-prod` (azure-contract §8); null: in no such way. */
export function networkNamed(job: JobDetails): { group: string; name: string } | null {
  const text = propertyOf(job, 'Target VNet Name')?.trim() ?? '';
  const [, group, name] = /^Group (\S+) (\S+)$/i.exec(text) ?? [];
  return group === undefined || name === undefined ? null : { group, name };
}

/** States that a list of jobs can be narrowed to, in the order of a person's interest. */
export const JOB_STATUSES = [
  'inProgress',
  'failed',
  'completedWithWarnings',
  'cancelling',
  'cancelled',
  'completed',
] as const satisfies readonly JobStatus[];

/** Operations that jobs are of; Azure has more, which a list without this filter shows. */
export const OPERATIONS = ['Restore', 'Backup', 'CrossRegionRestore', 'ConfigureBackup'] as const;
export type JobOperation = (typeof OPERATIONS)[number];

/** How far back a list of jobs goes, as a person can choose it. */
export const RANGES = ['24h', '7d'] as const;
export type JobRange = (typeof RANGES)[number] | '30d';
export const RANGE_MS: Readonly<Record<JobRange, number>> = {
  '24h': 86_400_000,
  '7d': 7 * 86_400_000,
  '30d': 30 * 86_400_000,
};

/** Hours of a strip, chosen in place of such a range; `to` is their end. */
export interface HourRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** Which jobs a list shows. An empty list of values means all. */
export interface JobFilter {
  /** A part of the machine's or the vault's name, or of a job's id; empty: all. */
  readonly search: string;
  /** The services that the jobs are of. */
  readonly providers: readonly BackupProvider[];
  readonly operations: readonly JobOperation[];
  readonly statuses: readonly (typeof JOB_STATUSES)[number][];
  readonly vaults: readonly ResourceId[];
  readonly subscriptions: readonly string[];
  /** The backup instance whose jobs are shown; null: of all. */
  readonly instance: ResourceId | null;
  readonly range: JobRange;
  /** The hours that jobs started in, in place of the range; null or left out: the range counts. */
  readonly hours?: HourRange | null;
}

/** No filter: every job of a week. */
export const ALL_JOBS: JobFilter = {
  search: '',
  providers: [],
  operations: [],
  statuses: [],
  vaults: [],
  subscriptions: [],
  instance: null,
  range: '7d',
};

export const JOB_SORTS = [
  'started',
  'ended',
  'status',
  'instance',
  'operation',
  'vault',
  'duration',
] as const;
export type JobSort = (typeof JOB_SORTS)[number];

export type JobOrder = ListOrder<JobSort>;

/** The usual order. */
export const NEWEST_FIRST: JobOrder = { by: 'started', isDescending: true };

/** The usual order of jobs that have ended. */
export const LATEST_END_FIRST: JobOrder = { by: 'ended', isDescending: true };

/** How many jobs of one operation started in one hour and have the same status. */
export interface JobCount {
  /** Azure's own word, as `Restore`. */
  readonly operation: string;
  readonly status: JobStatus;
  /** Start of the hour; null where the jobs do not report their start. */
  readonly hour: Instant | null;
  readonly jobs: number;
  /** Of a service other than Azure, whose lists of jobs don't have them. */
  readonly isElsewhere?: true;
}

/** A job of a list with what went wrong, as far as the list tells it. */
export type JobWithErrors = Job & Pick<JobDetails, 'errors'>;

/** A vault, and its secondary region. */
export interface SecondaryPlace {
  readonly vaultId: ResourceId;
  readonly region: string;
}

const JOB_ID = /^(.+\/vaults\/[^/]+)\/locations\/([^/]+)\/backupJobs\/([^/]+)$/i;

/**
 * The id of such a job in this product. Azure's own does not name the vault, without which the job
 * can't be requested.
 */
export function secondaryJobId({ vaultId, region }: SecondaryPlace, jobName: string): ResourceId {
  return resourceId(`${vaultId}/locations/${region}/backupJobs/${jobName}`);
}

/** The place and the name in an id of {@link secondaryJobId}; null for a job of the vault's own region. */
export function secondaryJobOf(id: string): { place: SecondaryPlace; jobName: string } | null {
  const [, vaultId, region, jobName] = JOB_ID.exec(id) ?? [];
  if (!vaultId || !region || !jobName) return null;
  return { place: { vaultId: resourceId(vaultId), region }, jobName };
}
