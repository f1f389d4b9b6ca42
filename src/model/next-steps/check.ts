import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * What is read from Azure to see whether a next step is done. `wanted` is what the source had when the restore
 * was sent; null: not known here.
 */
export type StepCheck =
  | OfMachine<'address', readonly string[]>
  | OfMachine<'set', string>
  | OfMachine<'license', string>
  | OfMachine<'extensions', readonly string[]>
  | OfMachine<'nics', number>
  | {
      readonly kind: 'protection';
      readonly machineId: ResourceId;
      /** The backup instance that was made from here: lists of Azure lag by minutes. */
      readonly itemId?: ResourceId | undefined;
    }
  | { readonly kind: 'keys'; readonly machineId: ResourceId }
  /** `wanted`: whether the source runs SQL Server. */
  | OfMachine<'sql', true>
  | {
      readonly kind: 'container';
      readonly accountId: ResourceId;
      /** Null: the job doesn't name its container. */
      readonly name: string | null;
    }
  /** The disks that a VM had before they were replaced. */
  | OfMachine<'disks', readonly ResourceId[]>
  /** A restored disk that is to be put to use, and the role that a Backup vault had for that (document 002). */
  | {
      readonly kind: 'attached';
      readonly diskId: ResourceId;
      /** The VM that is to have it; left out: any. */
      readonly machineId?: ResourceId;
    }
  /** A VM that was made after the restore. */
  | { readonly kind: 'machine'; readonly machineId: ResourceId }
  | { readonly kind: 'diskRole'; readonly scope: ResourceId; readonly vaultId: ResourceId }
  | {
      readonly kind: 'roles';
      readonly scopes: readonly ResourceId[];
      readonly vaultId: ResourceId;
      /** The user-assigned identity that the restore was sent with; null: the vault's own. */
      readonly identityId: ResourceId | null;
    };

interface OfMachine<Kind extends string, Wanted> {
  readonly kind: Kind;
  readonly machineId: ResourceId;
  readonly wanted: Wanted | null;
}

/** What a read says of a step: its result is there, it is missing, or the read can't decide it. */
export type CheckOutcome = 'done' | 'open' | 'unknown';

/** What a read found. */
export interface Judged {
  readonly outcome: CheckOutcome;
  /** What Azure reports, in its words; empty: nothing of that. */
  readonly seen: readonly string[];
}

export interface CheckResult extends Judged {
  /** The VM is no longer there. */
  readonly isGone?: boolean;
  /** What would count as done isn't there, though it isn't known whether it has to be. */
  readonly isMissing?: boolean;
  readonly at: Instant;
}
