import type { Restore } from '#src/api/recovery-services/restore.ts';
import type { ReadName } from '#src/datasources/azure-vm/reads.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import type { OtherRestores, RunningRestore } from '#src/model/lost-restore.ts';
import type { ComputeUsage } from '#src/model/machines.ts';
import type { Problem, ValidationProblem } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Permission } from '#src/model/roles.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** Reads that only the checks before a restore need, at Review. */
export interface PreflightReads {
  /** What the person may do with the vault, and in the group of the chosen network. */
  readonly vaultRights: Read<Permission[]>;
  readonly networkRights: Read<Permission[]>;
  readonly usages: Read<ComputeUsage[]>;
  /** The restores of the vault that started in the last 24 hours. */
  readonly restores: Read<Job[]>;
  /** The restores of the vault that are in progress in the region restored to. */
  readonly runningRestores: Read<readonly RunningRestore[]>;
  /** Those of all other vaults, and of other services. */
  readonly otherRestores: Read<OtherRestores>;
  /** Whether each key vault that the restore depends on exists. */
  readonly keyVaults: readonly { readonly id: ResourceId; readonly read: Read<boolean> }[];
}

/** Whatever a line of the list may be read from. */
export type PreflightRead = ReadName | keyof PreflightReads;

/** What the list before a restore is made from, beside the draft. */
export interface Preflight {
  readonly reads: PreflightReads;
  readonly validation: Validation;
  /** Reads everything that the list is made from once more. */
  readonly readAgain: () => void;
}

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
  /** What it would validate: the restore, null while a part of it is missing, and its JSON text. */
  readonly plan: { readonly restore: Restore | null; readonly restoreText: string };
  readonly stage: ValidationStage;
  /** A selection has changed since, so the result doesn't apply to the current restore. */
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
