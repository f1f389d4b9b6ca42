import type { ComponentType } from 'react';
import type { AcceptedRestoreQuery } from '#src/api/queries/restores.ts';
import type { Operation } from '#src/wizard/draft/submission.ts';
import type { StorageTrouble } from '#src/lib/storage.ts';
import type { Cause, Change, Draft, DraftChoices } from '#src/wizard/draft/schema.ts';

/** One kind of backup: everything that is particular to it, beyond its entry. */
export interface Datasource {
  readonly tasks: Tasks;
}

/** What can be done with a backup. */
export interface Tasks {
  readonly restore: Task;
  /** There where single files can be read from a restore point; loaded on demand. */
  readonly recoverFiles?: () => Promise<Task>;
}

/** A task: its drafts, and its wizard. */
export interface Task {
  /** Draws a draft of this task. */
  readonly Wizard: ComponentType<WizardProps>;
  /** Loads the code of a step, and then, without waiting, that of the others. Never rejects. */
  readonly loadStep: (step: string) => Promise<void>;
  /**
   * Creates and stores a draft, and returns its id. `chosen` is applied as a change by the operator, with
   * all that follows from it.
   */
  readonly begin: (given: Change, chosen?: Change, cause?: Cause) => string;
  /** Whether a stored draft's fields hold what this task knows. */
  readonly canRead: (choices: DraftChoices) => boolean;
  /** The step that asks for a field; null: none does. */
  readonly stepWith: (field: string) => string | null;
  /** The step after the one that asks for a field; null: there is none. */
  readonly stepAfter: (field: string) => string | null;
}

/** Follows an accepted request until its job exists. */
export type AcceptedQueryOf = (request: AcceptedRequest) => AcceptedRestoreQuery;

/** Leads to a step, or to one of its fields. */
export type GoTo = (step: string, field?: string) => void;

/** What every wizard is given. */
export interface WizardProps {
  readonly draft: Draft;
  readonly trouble: StorageTrouble | null;
  /** The last part of the address; anything may be typed there. */
  readonly step: string;
  readonly onStep: GoTo;
  readonly onJob: (jobId: string) => void;
  /** Leaves for the job's own address when it is drawn. */
  readonly ToJob: ComponentType<{ readonly jobId: string }>;
}

/** A request that the service accepted. */
export interface AcceptedRequest {
  /** Id of the backup instance. */
  readonly instance: string;
  /** As it was stored with the draft: what the task needs to follow it. */
  readonly operation: Operation;
  /** Where its job is, if not in the region of the vault. */
  readonly secondaryRegion?: string | undefined;
}
