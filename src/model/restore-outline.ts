import type { RestoreKind } from '#src/model/job.ts';

/** What kind of restore it is, and what it creates. Null: not known. */
export interface RestoreOutline {
  readonly kind: RestoreKind | 'createDisk' | null;
  /** Of the new VM or the new disk. */
  readonly name: string | null;
  /** The resource group of restored disks. */
  readonly group: string | null;
}
