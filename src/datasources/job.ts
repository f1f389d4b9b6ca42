import type { ComponentType, ReactNode } from 'react';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import type { Canceled, Write } from '#src/api/queries/use-write.ts';
import type { JobDetails, JobError } from '#src/model/jobs.ts';
import type { SharedBy } from '#src/model/lost-restore.ts';
import type { AfterAction } from '#src/model/next-steps.ts';
import type { Consistency } from '#src/model/points.ts';
import type { ReadBack } from '#src/model/read-back.ts';
import type { MendingField } from '#src/model/restore-option.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { FoundThings } from '#src/progress/observe.ts';
import type { Card, DiskPart, Reading } from '#src/ui/picture/model.ts';
import type { DraftChange } from '#src/wizard/draft/schema.ts';

/** What a datasource knows of its jobs; loaded with the page of one, and for `Restore again`. */
export interface JobSpec {
  /** Reads what only this datasource knows of a job, and passes it on. */
  readonly Job: ComponentType<JobProps>;
  /** What is shown above the reason why a job couldn't be read; left out: nothing. */
  readonly Unread?: ComponentType<{ readonly id: ResourceId }>;
  /** How a job is canceled. */
  readonly cancelOf: (id: ResourceId) => JobCancel;
  /** The backup instance of a job, for another restore; null: the job doesn't identify it. */
  readonly instanceOf: (job: JobDetails) => Promise<ResourceId | null>;
  /** The choices for another restore that the id of a job implies. */
  readonly choicesOf: (id: ResourceId) => DraftChange;
  /** A next step of a draft in words, by its id; null: this version has none of that id. Left out: there are none. */
  readonly stepText?: (id: string) => string | null;
  /** What this browser did after a job, besides deleting its leftover resources; left out: there are no such actions. */
  readonly afterwards?: Afterwards;
  /** Disks and NICs that actions of this browser after a job may have left unused; left out: there are no such actions. */
  readonly unusedAfter?: (id: ResourceId) => readonly ResourceId[];
  /** What is done with what a job restored, by the last part of its address; left out: nothing. */
  readonly tasks?: Readonly<Record<string, TaskAfterJob>>;
}

/** What was done after a job, and where that changes. */
export interface Afterwards {
  readonly of: (id: ResourceId) => readonly AfterAction[];
  readonly listen: readonly ((listener: () => void) => () => void)[];
}

/** One thing to do after a job, with a page of its own. */
interface TaskAfterJob {
  readonly title: string;
  readonly load: () => Promise<ComponentType<TaskAfterJobProps>>;
}

export interface TaskAfterJobProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
}

export interface JobProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
  readonly children: (parts: JobPageParts) => ReactNode;
}

/** The parts of the page of one job. */
export interface JobPageParts {
  /** What was read from the target of a restore that has ended; null: nothing was. */
  readonly found: FoundThings | null;
  /** Whether no read of the target is under way. */
  readonly isTargetRead: boolean;
  /** What is read back of a restore that has ended, part by part; null: it goes on, or it restores nothing. */
  readonly readBack: ReadBack | null;
  readonly cancel: JobCancel;
  /** Null where it is not known here which press led to the job. */
  readonly second: SecondJobs | null;
  /** Whether it is a restore, which can be started again. */
  readonly isRestore: boolean;
  /** Null: this browser has the picture of its press, or it restores nothing. */
  readonly point: JobPoint | null;
  /** Properties besides its times and its vault. */
  readonly facts: readonly (readonly [string, ReactNode])[];
  /** Below the verdict: what can be done with what was restored. */
  readonly afterVerdict: ReactNode;
  /** Below progress and verdict: what the restore creates. */
  readonly result: ReactNode;
  /** Next steps after a restore that succeeded; null: none are known. */
  readonly nextSteps: ReactNode;
  /** Reads the next steps again for the record, and shows how far that is; null: none are known. */
  readonly stepReads: ReactNode;
  /** Below the subtasks: the restore as commands; null where the plan of its press isn’t known here. */
  readonly commands: ReactNode;
  /** Above the subtasks; null: nothing to add. */
  readonly note: string | null;
  readonly help: JobHelpParts;
  /** The documented remedy for an error; null: none. */
  readonly mendingOf: (error: JobError) => JobMending | null;
}

/** A disk by what a person knows of it. */
export type NamedDisk = Pick<DiskPart, 'name' | 'sizeGiB'>;

/** What is known of the restore point of a job besides its time, which the job itself reports. */
export interface JobPoint {
  readonly consistency: Reading<Consistency>;
  readonly tier: Reading<string>;
  readonly disks: Reading<readonly NamedDisk[]>;
  /** The disks that are made of them, where those have other names. */
  readonly newDisks?: Reading<readonly NamedDisk[]>;
  /** What stands under the name of its source. */
  readonly lines: Card['lines'];
  /** Where that comes from, or why it isn’t known. */
  readonly note: string;
  /** Reads what wasn’t read; null: all was, or nothing reads it. */
  readonly readIt: (() => void) | null;
}

/** Other jobs that the press of a job may have started: a browser or a gateway may send a request twice. */
export interface SecondJobs {
  readonly search: LostSearchQuery;
  readonly shares: SharedBy;
  readonly cancelOf: (id: ResourceId) => JobCancel;
}

/**
 * The request that cancels the job; or, where the service never cancels one like it, the reason.
 * `whileRunning` is shown while it runs.
 */
export type JobCancel =
  | {
      readonly mutation: Write<Canceled, void>;
      /** What canceling the job now leaves behind; null: nothing out of the ordinary. Left out: never that. */
      readonly leaves?: (job: JobDetails) => CancelLeaves | null;
    }
  | { readonly never: string; readonly whileRunning: string | null };

/** What canceling leaves behind, where a person has to know it before. */
export interface CancelLeaves {
  /** What the button says in place of Cancel; null: Cancel. */
  readonly command: string | null;
  readonly text: string;
}

/** What helps with a job that failed. */
export interface JobHelpParts {
  /** Address of the troubleshooting guide. */
  readonly guide: string;
  /** What that is; left out: Azure's, and what Azure has besides. */
  readonly guideText?: string;
  /** By which support finds the request; null: not known here. */
  readonly requestId: string | null;
  readonly remarks: readonly string[];
}

/** The cause of an error, and the link to the field of the wizard that avoids it. */
export interface JobMending {
  readonly cause: string;
  readonly link: string;
  readonly field: MendingField;
}
