import type { OsType, Redundancy } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Tags } from '#src/model/source-tag.ts';

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string | null;
}

export interface ResourceGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
}

export type StorageKind =
  | 'StorageV2'
  | 'Storage'
  | 'BlobStorage'
  | 'BlockBlobStorage'
  | 'FileStorage';

/** A storage account that may become the staging location. Null: the account does not say. */
export interface StorageAccount {
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
  readonly kind: StorageKind | null;
  readonly redundancy: Redundancy | null;
  readonly tier: 'Standard' | 'Premium' | null;
  readonly hasNetworkRules: boolean | null;
  readonly allowsSharedKey: boolean;
}

/** What a read of the source VM says; `null` in place of a machine means that it is gone. */
export interface Machine {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  readonly zone: string | null;
  /** Left out: not read. */
  readonly tags?: Tags;
  readonly size: string | null;
  readonly osType: OsType | null;
  readonly disks: readonly MachineDisk[];
  readonly availabilitySet: string | null;
  /** Null where a disk does not say its kind, and no other is an ultra disk. */
  readonly hasUltraDisks: boolean | null;
  /** Windows under a license that its owner brought along. */
  readonly hybridBenefit: boolean;
  readonly nicCount: number | null;
  /** Ids of its NICs, as far as it names them. */
  readonly nicIds: readonly ResourceId[];
  /** Names of its extensions; null: the machine does not list them. */
  readonly extensions: readonly string[] | null;
  readonly hasUserIdentity: boolean;
  /** Certificates put into it from a key vault. */
  readonly hasKeyVaultLink: boolean | null;
  /** Made from an image of the owner's; null: the machine does not say what it was made from. */
  readonly isFromCustomImage: boolean | null;
  readonly isGeneralized: boolean | null;
  /** Whether it holds its cores and writes to its disks; null: it does not say. */
  readonly isRunning: boolean | null;
  readonly usesEncryptionAtHost: boolean;
}

export interface MachineDisk {
  readonly name: string;
  /** -1 is the OS disk, as restore points number it; null: the disk does not say. */
  readonly lun: number | null;
  readonly sizeGiB: number | null;
  /** `Premium_LRS` and its kin, as Azure names them; null: the machine does not say. */
  readonly sku: string | null;
  /** Null: an unmanaged disk, a blob in a storage account. */
  readonly managedDiskId: ResourceId | null;
  readonly hasCustomerKey: boolean;
  /** The set that holds the customer-managed key; null where there is none. */
  readonly encryptionSetId: ResourceId | null;
  readonly hasWriteAccelerator: boolean;
}

/** A managed disk as Compute knows it. Null: the disk does not say. */
export interface Disk {
  readonly id: ResourceId;
  readonly name: string;
  readonly sizeGiB: number | null;
  readonly hasPrivateAccess: boolean | null;
  /** `EncryptionAtRestWithPlatformKey` and its kin, as Azure names them. */
  readonly encryption: string | null;
  /** Azure Disk Encryption is on, whose keys are in a key vault; left out: the disk does not say. */
  readonly usesDiskEncryption?: boolean;
  /** More than one machine may use it at once. */
  readonly isShared: boolean;
}
