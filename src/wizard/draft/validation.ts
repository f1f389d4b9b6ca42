import type { Instant } from '#src/lib/time.ts';
import type { Restore } from '#src/model/restore.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/** Where Azure's own validation of a draft stands. */
export type ValidationStage =
  | { readonly kind: 'idle' | 'stopped' }
  | { readonly kind: 'running'; readonly since: Instant; readonly isAccepted: boolean }
  | { readonly kind: 'trouble'; readonly problem: Problem }
  | {
      readonly kind: 'done';
      readonly at: Instant;
      readonly problems: readonly ValidationProblem[];
    };

/** The validation of a draft, and what a person can do with it. */
export interface Validation {
  /** What it would look at: the restore, null while something of it is missing, and its name. */
  readonly plan: { readonly restore: Restore | null; readonly asked: string };
  readonly stage: ValidationStage;
  /** Something else was chosen since, so that it says nothing of the restore as it is now. */
  readonly isStale: boolean;
  /**
   * Why it cannot be started: something is missing, the group is made only when Restore is pressed, or
   * Azure has no validation for where it goes.
   */
  readonly waitsFor: 'request' | 'newGroup' | 'secondary' | null;
  readonly start: () => void;
  /** Stops waiting; Azure itself goes on. */
  readonly stop: () => void;
}
