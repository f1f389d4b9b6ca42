import type { ResourceId } from '#src/model/resource-id.ts';

/** Who may reach the restored disks (document 000, Assign network access settings during restore). */
export type NetworkAccess =
  | { readonly kind: 'sameAsSource' | 'public' }
  | { readonly kind: 'private'; readonly diskAccessId: ResourceId };

/** What `Restore disks` needs to know, in the product's words (document 004, Restore disks). */
export interface RestoreDisks {
  readonly kind: 'restoreDisks';
  readonly recoveryPointId: ResourceId;
  readonly recoveryPointName: string;
  readonly sourceResourceId: ResourceId;
  readonly stagingAccountId: ResourceId;
  readonly region: string;
  /** Null only for machines with unmanaged disks, which come back as blobs in the account. */
  readonly targetResourceGroupId: ResourceId | null;
  /** Null where the machine has no disk with private access: then nothing is asked and nothing sent. */
  readonly networkAccess: NetworkAccess | null;
}

/** A restore that can be asked for. */
export type Restore = RestoreDisks;
