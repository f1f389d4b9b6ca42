import type { ResourceId } from '#src/model/resource-id.ts';

/** A disk in the target group that a restore has made. Null: the disk does not say. */
export interface RestoredDisk {
  readonly id: ResourceId;
  readonly name: string;
  readonly sizeGiB: number | null;
  /** `Windows` or `Linux`, of a disk with an operating system; null: a data disk. */
  readonly osType: string | null;
  readonly isAttached: boolean;
}
