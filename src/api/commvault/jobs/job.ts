import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A job of a CommServe, as every list has it. */
export interface CommvaultJob extends Job {
  /** Its number as text. */
  readonly number: string;
  readonly percent: number | null;
}

/** A restore point: a finished backup job of a VM. Nothing reports its consistency. */
export interface CommvaultPoint {
  /** Of the job. */
  readonly id: ResourceId;
  /** When the backup ended: a restore names its backup by that time (A). */
  readonly time: Instant;
  /** The job's own word, as `Completed w/ one or more errors`. */
  readonly statusWord: string;
  /** `Full`, `Incremental`; null: not reported. */
  readonly level: string | null;
  readonly sizeBytes: number | null;
}

/** What the request of a restore was, as its CommServe reports it. Null: not reported. */
export interface SubmittedTask {
  /** Where our client request ID is; that a CommServe repeats it is assumed (A). */
  readonly description: string | null;
  /** In lower case. */
  readonly guid: string | null;
  /** Of the VM that was backed up. */
  readonly name: string | null;
  readonly newName: string | null;
  readonly resourceGroup: string | null;
  /** Up to when backups count: the end of the backup that was selected, or a moment after the press for the newest one. */
  readonly upTo: Instant | null;
  readonly isInPlace: boolean | null;
  /** A VM of the new name is deleted first, if there is one. */
  readonly overwrites: boolean | null;
  readonly isManaged: boolean | null;
  /** Names of the disks that it creates; an empty one: the CommServe names it. */
  readonly newDisks: readonly string[] | null;
}

/** Why a job that is not over does nothing now. */
export interface CommvaultWait {
  /** `Waiting`, `Pending`, `Suspended` and their kin. */
  readonly word: string;
  /** Null: not reported. */
  readonly reason: string | null;
}

/** A job with what only reads of the job itself give. */
export interface CommvaultJobDetails extends CommvaultJob, JobDetails {
  readonly wait: CommvaultWait | null;
  /** The stage that it is in or ended in, by its name; null: the tenant reports no stages. */
  readonly stage: string | null;
  readonly task: SubmittedTask;
  readonly activityId: string | null;
}

/** Whether a job that was read by itself is one of a CommServe. */
export const isCommvaultJob = (job: JobDetails): job is CommvaultJobDetails => 'stage' in job;
