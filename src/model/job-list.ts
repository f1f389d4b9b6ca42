import type { ListOrder } from '#src/model/list-order.ts';
import type { BackupProvider } from '#src/model/backup-provider.ts';
import type { JobStatus } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

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
export type Operation = (typeof OPERATIONS)[number];

/** How far back a list of jobs goes, as a person can choose it. */
export const RANGES = ['24h', '7d'] as const;
export type JobRange = (typeof RANGES)[number] | '30d';
export const RANGE_MS: Readonly<Record<JobRange, number>> = {
  '24h': 86_400_000,
  '7d': 7 * 86_400_000,
  '30d': 30 * 86_400_000,
};

/** Which jobs a list shows. An empty list of values means all. */
export interface JobFilter {
  /** A part of the machine's or the vault's name, or of a job's id; empty: all. */
  readonly search: string;
  /** The services that the jobs are of. */
  readonly providers: readonly BackupProvider[];
  readonly operations: readonly Operation[];
  readonly statuses: readonly (typeof JOB_STATUSES)[number][];
  readonly vaults: readonly ResourceId[];
  readonly subscriptions: readonly string[];
  /** The backup instance whose jobs are shown; null: of all. */
  readonly instance: ResourceId | null;
  readonly range: JobRange;
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
