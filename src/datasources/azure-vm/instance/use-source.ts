import { useQueries, useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import { diskQuery } from '#src/api/compute/disks.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { Disk, Machine } from '#src/model/machines.ts';

/** What is known of the machine that is protected, as it is now. */
export interface Source {
  /** Null: it is gone. Undefined: not read. */
  readonly machine: Machine | null | undefined;
  /** Why it is not read. */
  readonly unread: 'loading' | 'forbidden' | 'failed';
  /** Its managed disks; undefined: not read. */
  readonly disks: readonly (Disk | undefined)[];
}

/** Reads the VM of a backup instance, and its disks. */
export function useSource(item: ProtectedItem | undefined): Source {
  const machine = useQuery({
    ...machineQuery(item?.sourceResourceId ?? resourceId('')),
    enabled: item !== undefined,
  });
  const ids = (machine.data?.disks ?? []).flatMap(({ managedDiskId }) => managedDiskId ?? []);
  const disks = useQueries({ queries: ids.map(diskQuery) });
  return {
    machine: machine.data,
    unread: unreadOf(machine.error),
    disks: disks.map(({ data }) => data),
  };
}

function unreadOf(error: Error | null): Source['unread'] {
  if (error === null) return 'loading';
  return problemOf(error).kind === 'forbidden' ? 'forbidden' : 'failed';
}
