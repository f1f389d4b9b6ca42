import type { Change, Draft, DraftChoices } from '#src/wizard/draft/schema.ts';

/** What the frame asks about the fields of a task. */
export interface FieldsOfTask {
  /** Whether the fields of a stored draft hold what the task knows. */
  readonly canRead: (choices: DraftChoices) => boolean;
  /** A draft with the fields that it is given. `at` in epoch milliseconds. */
  readonly begun: (id: string, at: number, given: Change) => Draft;
}

/** The fields of a task: what reads them from the drafts that hold them. */
export interface TaskFields<Choices extends DraftChoices> extends FieldsOfTask {
  /**
   * The choices of a draft as the task has them. A field that the draft lacks, or that holds what the task
   * does not know, is as in an empty draft: storage may hold fields of other versions and tasks.
   */
  readonly choicesOf: (choices: DraftChoices) => Choices;
  readonly draftOf: (draft: Draft) => Draft<Choices>;
  /** The fields of a change that the task has; null where it has none, or one can't be so. */
  readonly changeOf: (change: Change) => Partial<Choices> | null;
  /** An empty draft. `at` in epoch milliseconds. */
  readonly newDraft: (id: string, at: number, given?: Partial<Choices>) => Draft<Choices>;
}
