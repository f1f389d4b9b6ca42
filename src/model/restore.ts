import type { ResourceId } from '#src/model/resource-id.ts';

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
}

/** A restore that can be asked for. */
export type Restore = RestoreDisks;
