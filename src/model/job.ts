import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

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

export interface TransferredBytes {
  readonly transferred: number;
  readonly total: number;
}

export type RestoreKind = 'createVm' | 'restoreDisks' | 'replaceDisks';

/** Whether a job of Azure restores something: no other has a kind of restore or a target. */
export const isRestore = ({ operation }: Pick<Job, 'operation'>): boolean =>
  operation === 'Restore' || operation === 'CrossRegionRestore';

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
