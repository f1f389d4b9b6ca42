import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { onRecords } from '#src/actions/record.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import {
  type Ground,
  type GroundFrom,
  groundOf,
} from '#src/datasources/azure-vm/next-steps/ground.ts';
import { itemMadeAfter } from '#src/datasources/azure-vm/next-steps/order.ts';
import type { OsType } from '#src/model/points.ts';
import type { Disk } from '#src/model/machines.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

export interface GroundOfJob extends Omit<GroundFrom, 'osType'> {
  readonly id: ResourceId;
  /** The disks that were read back; null: none were. */
  readonly disks: readonly Disk[] | null;
}

/** What the next steps of a job are computed from; null for a job that is no restore. */
export function useGround({ id, disks, ...from }: GroundOfJob): Ground | null {
  const ground = groundOf({
    ...from,
    osType: disks?.find(({ osType }) => osType !== null)?.osType ?? null,
  });
  const system = useMachineSystem(ground);
  const itemId = useSyncExternalStore(onRecords, () => itemMadeAfter(id));
  return ground && { ...ground, osType: ground.osType ?? system, itemId };
}

/** The system that the VM of a restore reports; asked only where nothing else tells it. */
function useMachineSystem(ground: Ground | null): OsType | null {
  const machineId = ground?.machineId ?? null;
  const { data } = useQuery({
    ...machineQuery(machineId ?? resourceId('')),
    enabled: machineId !== null && ground?.osType === null,
  });
  return data?.osType ?? null;
}
