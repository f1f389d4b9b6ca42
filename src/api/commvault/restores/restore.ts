import type { Instant } from '#src/lib/time.ts';

/** Where Commvault puts a disk of a restored VM. */
export interface TargetDisk {
  /** As the backup names it. */
  readonly name: string;
  readonly newName: string;
  readonly storageAccount: string;
  /** As `Premium_LRS`. */
  readonly type: string;
}

/** A NIC of a restored VM. */
export interface TargetNic {
  readonly networkName: string;
  /** Resource ID. */
  readonly subnetId: string;
}

/** How the disks of a restored VM are encrypted, where that is chosen. */
export type TargetEncryption =
  | { readonly kind: 'keyVault'; readonly keyVaultId: string }
  | {
      readonly kind: 'encryptionSet';
      /** `EncryptionAtRestWithCustomerKey` or its kin. */
      readonly type: string;
      readonly encryptionSetId: string;
    };

/** What the restored VM is. In place it is the source's, but for the staging storage account. */
export interface CommvaultTarget {
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
  /** Name of the staging storage account: the one field that Commvault requires. */
  readonly storageAccount: string;
  /** Empty: Commvault selects one. */
  readonly vmSize: string;
  /** Null: as the source's. */
  readonly zone: string | null;
  /** Resource ID; null: as the source's. */
  readonly securityGroupId: string | null;
  readonly disks: readonly TargetDisk[];
  readonly nics: readonly TargetNic[];
  readonly createsPublicIp: boolean;
  readonly isManaged: boolean;
  readonly encryption: TargetEncryption | null;
  readonly restoresTags: boolean;
}

/** A restore as it was confirmed. */
export interface CommvaultRestore {
  readonly vm: { readonly guid: string; readonly name: string };
  /** The number of its VM group. */
  readonly subclientId: string;
  readonly commCellId: number;
  /** Up to when backups count; null: the newest one. */
  readonly upTo: Instant | null;
  readonly isInPlace: boolean;
  readonly hypervisor: { readonly id: string; readonly name: string; readonly instanceId: string };
  /** Null: Commvault selects one. */
  readonly accessNode: { readonly id: string; readonly name: string } | null;
  readonly target: CommvaultTarget;
  readonly powersOn: boolean;
  readonly overwrites: boolean;
  readonly notifies: boolean;
}
