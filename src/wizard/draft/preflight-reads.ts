import type { ComputeUsage } from '#src/model/compute-usage.ts';
import type { Job } from '#src/model/job.ts';
import type { Permission } from '#src/model/permission.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import type { ReadName } from '#src/wizard/draft/sources/read-sources.ts';
import type { Validation } from '#src/wizard/draft/validation.ts';

/** What is asked of Azure for the list before a restore alone, at Review. */
export interface PreflightReads {
  /** What the person may do with the vault, and in the group of the chosen network. */
  readonly vaultRights: Read<Permission[]>;
  readonly networkRights: Read<Permission[]>;
  readonly usages: Read<ComputeUsage[]>;
  /** The restores of the vault that began in the last 24 hours. */
  readonly restores: Read<Job[]>;
  /** The restores of the vault that are in progress in the region restored to. */
  readonly runningRestores: Read<readonly RunningRestore[]>;
  /** Whether each key vault that the restore hangs on is there. */
  readonly keyVaults: readonly { readonly id: ResourceId; readonly read: Read<boolean> }[];
}

/** Whatever a line of the list may be read from. */
export type PreflightRead = ReadName | keyof PreflightReads;

/** What the list before a restore is made from, beside the draft. */
export interface Preflight {
  readonly asked: PreflightReads;
  readonly validation: Validation;
  /** Reads everything that the list is made from once more. */
  readonly readAgain: () => void;
}
