import type { EncryptionKeys } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Who may reach the restored disks (document 000, Assign network access settings during restore). */
export type NetworkAccess =
  | { readonly kind: 'sameAsSource' | 'public' }
  | { readonly kind: 'private'; readonly diskAccessId: ResourceId };

/**
 * The vault's identity that reads and writes the staging storage account in place of the account's key
 * (document 000, Restore VMs with managed identities).
 */
export type RestoreIdentity =
  | { readonly kind: 'system' }
  | { readonly kind: 'user'; readonly identityId: ResourceId };

/** How a point is brought back from the archive before it is restored. */
export interface Rehydration {
  readonly priority: 'Standard' | 'High';
  /** For how long the point then stays in the vault. */
  readonly days: number;
}

/** What a restore point reports about Azure Disk Encryption of its source. */
export interface SourceEncryption {
  readonly isOn: boolean;
  /** Left out: not reported, or it is off. */
  readonly keys?: EncryptionKeys | undefined;
}

interface AnyRestore {
  readonly recoveryPointResourceId: ResourceId;
  /** Its name, as requests hold it. */
  readonly recoveryPointId: string;
  readonly sourceResourceId: ResourceId;
  readonly stagingAccountId: ResourceId;
  readonly region: string;
  /** Missing or null: the account's key is used. */
  readonly identity?: RestoreIdentity | null;
  /** Missing or null: the point is not in the archive alone. */
  readonly rehydration?: Rehydration | null;
  /** The requests that the resource guard of the vault has granted; missing: no guard watches over it. */
  readonly guardRequests?: readonly ResourceId[];
}

/** What restored disks may be given: of a machine's own, or of a new machine's. */
interface NewDisks {
  /** Null where the machine has no disk with private access: then there is no choice and nothing to send. */
  readonly networkAccess: NetworkAccess | null;
  /** Missing: the restore point doesn't report it, and the request says nothing of it. */
  readonly encryption?: SourceEncryption | undefined;
  /** Missing or null: the zone of the source, and the key of the source. */
  readonly zone?: string | null;
  readonly diskEncryptionSetId?: ResourceId | null;
  /** Unmanaged disks come back as managed ones. Missing or false: as they were. */
  readonly restoreWithManagedDisks?: boolean;
}

/** What new disks may be given that a request calls the same, in the order of the request. */
export const SENT_AS_IT_IS = [
  'restoreWithManagedDisks',
  'diskEncryptionSetId',
] as const satisfies (keyof NewDisks)[];

/** What `Restore disks` needs to know, in the product's words (document 004, Restore disks). */
export interface RestoreDisks extends AnyRestore, NewDisks {
  readonly kind: 'restoreDisks';
  /** Null only for machines with unmanaged disks, which come back as blobs in the account. */
  readonly targetResourceGroupId: ResourceId | null;
  /** Data disks by their LUN; none is the OS disk alone, missing or null is every disk. */
  readonly restoreDiskLunList?: readonly number[] | null;
}

/** What `Create new virtual machine` needs to know (document 004, Restore as another virtual machine). */
export interface CreateVm extends AnyRestore, NewDisks {
  readonly kind: 'createVm';
  /** Does not exist yet: its last part is the new machine's name. */
  readonly targetVirtualMachineId: ResourceId;
  readonly targetResourceGroupId: ResourceId;
  readonly virtualNetworkId: ResourceId;
  readonly subnetId: ResourceId;
}

/** What `Replace disk/s` needs to know: everything goes where the source machine is. */
export interface ReplaceDisks extends AnyRestore {
  readonly kind: 'replaceDisks';
}

/** A complete restore, ready to request. */
export type Restore = RestoreDisks | CreateVm | ReplaceDisks;

/** A disk in the target group that a restore has made. Null: the disk does not say. */
export interface RestoredDisk {
  readonly id: ResourceId;
  readonly name: string;
  readonly sizeGiB: number | null;
  /** `Windows` or `Linux`, of a disk with an operating system; null: a data disk. */
  readonly osType: string | null;
  readonly isAttached: boolean;
}
