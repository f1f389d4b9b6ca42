import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

export const LEFTOVER_KINDS = ['container', 'disk', 'interface', 'role'] as const;
export type LeftoverKind = (typeof LEFTOVER_KINDS)[number];

/**
 * How sure it is that a resource is of a restore. `certain`: its job, or an action that this browser recorded,
 * names it. `likely`: its name, its place and its time fit a restore that is known here. `none`: nothing known here
 * says so.
 */
export type Claim = 'certain' | 'likely' | 'none';

/** What may be left over of a restore. */
export interface Leftover {
  readonly kind: LeftoverKind;
  readonly id: ResourceId;
  readonly name: string;
  readonly claim: Claim;
  /** The restore that it is from, or may be from; null: none that is known here. */
  readonly jobId: ResourceId | null;
  /** Null: not reported. */
  readonly sizeGiB: number | null;
  /** When it was created, or changed last; null: not reported. */
  readonly since: Instant | null;
  /** Of a role: whose it is, and where; else null. */
  readonly held: HeldRole | null;
  /** A restore in progress may still need it. */
  readonly isInUse: boolean;
}

export interface HeldRole {
  readonly scope: ResourceId;
  readonly principalId: string;
}

/** A restore that this browser started, as far as draft and job report it. */
export interface KnownRestore {
  readonly jobId: ResourceId;
  /** Name of the VM that was backed up. */
  readonly source: string;
  /** Name of the new VM; null: none, or not known. */
  readonly machine: string | null;
  /** The resource group that it restored to; null: not known. */
  readonly group: ResourceId | null;
  /** It replaced disks of the VM that was backed up. */
  readonly isReplace: boolean;
  /** The group of the VM that was backed up; null: not known. */
  readonly sourceGroup: ResourceId | null;
  /** The staging storage account; null: not known. */
  readonly accountId: ResourceId | null;
  /** The container that the job names; null: it names none. */
  readonly container: string | null;
  /** When it ran; null: not reported. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly isInProgress: boolean;
  /** Disks and NICs that the job, or an action of this browser after it, names. */
  readonly named: readonly ResourceId[];
}

/** Whether a person can select it for deletion. */
export const canSelect = ({ isInUse }: Leftover): boolean => !isInUse;
