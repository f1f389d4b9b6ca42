import { useQueries, useQuery } from '@tanstack/react-query';
import { diskQuery } from '#src/api/compute/disks.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem, ProtectedItemDetails } from '#src/model/instances.ts';
import type { Disk, Machine } from '#src/model/machines.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';

/** What is known of the machine that is protected, as it is now. */
export interface SourceVm {
  /** Null: it is gone. Undefined: not read. */
  readonly machine: Machine | null | undefined;
  /** Why it is not read. */
  readonly unread: 'loading' | 'forbidden' | 'failed';
  /** Its managed disks; undefined: not read. */
  readonly disks: readonly (Disk | undefined)[];
}

/** Reads the VM of a backup instance, and its disks. */
export function useSource(item: ProtectedItem | undefined): SourceVm {
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

function unreadOf(error: Error | null): SourceVm['unread'] {
  if (error === null) return 'loading';
  return problemOf(error).kind === 'forbidden' ? 'forbidden' : 'failed';
}

/** How many points there are and since when: numbers, or the words for why there are none. */
interface PointTotals {
  readonly count: number | string;
  readonly oldest: Instant | string;
}

/** Counted among the points where those are read, else as the item itself says. */
export function pointTotals(
  { pointCount, oldestPointAt }: Pick<ProtectedItemDetails, 'pointCount' | 'oldestPointAt'>,
  points: readonly RecoveryPoint[] | undefined,
): PointTotals {
  if (points === undefined)
    return {
      count: pointCount ?? common.absence.notRead,
      oldest: oldestPointAt ?? common.absence.notRead,
    };
  if (points.length === 0) return { count: instance.facts.none, oldest: instance.facts.none };
  const times = points.flatMap(({ time }) => time ?? []).toSorted((a, b) => a - b);
  return { count: points.length, oldest: times[0] ?? oldestPointAt ?? common.absence.notReported };
}

const states: Readonly<Record<string, string>> = instance.states;

/** A protection state in words; an unrecognized one as Azure spells it. */
export function stateText(state: string): string {
  return states[state.toLowerCase()] ?? (state === '' ? common.absence.notReported : state);
}
