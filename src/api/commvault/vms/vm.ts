import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Something that a CommServe knows by a number. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whether a VM is backed up (commvault.md §2.2). */
export const VM_STATUSES = ['protected', 'notProtected', 'pending', 'backedUpWithErrors'] as const;
export type CommvaultVmStatus = (typeof VM_STATUSES)[number] | 'unknown';

/** A VM that a CommServe knows. Null: not reported. */
export interface CommvaultVm {
  /** As the product knows it: `commvault:{host}/vm/{guid}`. */
  readonly id: ResourceId;
  readonly name: string;
  /** In lower case. Of a VM in Azure it is Azure's `vmId`. */
  readonly guid: string;
  readonly status: CommvaultVmStatus;
  readonly sizeBytes: number | null;
  readonly os: string | null;
  /** It is gone from where it ran. */
  readonly isDeleted: boolean;
  /** What it is backed up with: its VM group. */
  readonly group: Named | null;
  /** One entry for each set of credentials, hence for each subscription. */
  readonly hypervisor: Named | null;
  readonly planName: string | null;
  readonly lastBackupAt: Instant | null;
  readonly lastJobId: ResourceId | null;
  readonly isRestoreEnabled: boolean | null;
}

/** A VM read by itself, with what only that read gives. */
export interface CommvaultVmDetails extends CommvaultVm {
  /** Name of the resource group that it was backed up from. */
  readonly resourceGroup: string | null;
  readonly latestPointAt: Instant | null;
  readonly oldestPointAt: Instant | null;
  /** A restore needs a passkey, which this product doesn't ask for. */
  readonly needsPasskey: boolean | null;
}

/** A disk in the latest backup of a VM. */
export interface CommvaultDisk {
  readonly name: string;
  readonly isOsDisk: boolean;
  /** Storage type, as `Premium_LRS`; null: not reported, as of unmanaged disks (A). */
  readonly type: string | null;
}

/** How a VM group backs up. */
export interface CommvaultVmGroup {
  /** By IntelliSnap, not as a stream; null: not reported. */
  readonly isSnapshot: boolean | null;
}
