import {
  DISK_INSTANCE_SORTS,
  type DiskInstanceFilter,
  type DiskInstanceOrder,
  DISKS_BY_NAME,
} from '#src/model/disk-instance-list.ts';
import type { InstanceFilter } from '#src/model/instance-list.ts';
import type { InstancesWanted } from '#src/pages/instances/search.ts';

/** Whether an address asks for disks and nothing else. */
export function isDisksOnly({ datasources }: InstanceFilter): boolean {
  return datasources.length > 0 && datasources.every((one) => one === 'disk');
}

export interface DisksWanted {
  readonly filter: DiskInstanceFilter;
  readonly order: DiskInstanceOrder;
  /** Parts of the address that mean nothing, or nothing for disks. */
  readonly ignored: readonly string[];
}

/** What an address asks for in the list of disks: health, source and last point are facts of machines. */
export function disksWanted({ filter, order, ignored }: InstancesWanted): DisksWanted {
  const { search, vaults, subscriptions, regions, healths, sources } = filter;
  const by = DISK_INSTANCE_SORTS.find((one) => one === order.by);
  return {
    filter: { search, vaults, subscriptions, regions },
    order: by === undefined ? DISKS_BY_NAME : { by, isDescending: order.isDescending },
    ignored: [
      ...ignored,
      ...healths.map((one) => `health=${one}`),
      ...sources.map((one) => `source=${one}`),
      ...(by === undefined ? [`sort=${order.isDescending ? '-' : ''}${order.by}`] : []),
    ],
  };
}
