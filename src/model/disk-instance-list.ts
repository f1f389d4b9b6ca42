import type { ListOrder } from '#src/model/list-order.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Which protected disks a list shows. An empty list of values means all. */
export interface DiskInstanceFilter {
  /** A part of the disk's name, in any letter case; empty: all. */
  readonly search: string;
  readonly vaults: readonly ResourceId[];
  readonly subscriptions: readonly string[];
  readonly regions: readonly string[];
  /** Ids of the disks themselves; left out: all. */
  readonly sources?: readonly ResourceId[];
}

export const DISK_INSTANCE_SORTS = ['name', 'vault', 'subscription', 'region'] as const;
export type DiskInstanceSort = (typeof DISK_INSTANCE_SORTS)[number];

export type DiskInstanceOrder = ListOrder<DiskInstanceSort>;

/** No filter at all. */
export const EVERY_DISK: DiskInstanceFilter = {
  search: '',
  vaults: [],
  subscriptions: [],
  regions: [],
};

/** The usual order. */
export const DISKS_BY_NAME: DiskInstanceOrder = { by: 'name', isDescending: false };
