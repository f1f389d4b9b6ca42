import { useQuery } from '@tanstack/react-query';
import { machineQuery, machinesQuery } from '#src/api/compute/machines.ts';
import { firstFailed } from '#src/api/queries/query.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The VMs of the subscription of some disks, and the chosen one as it is now. */
export function useMachines(group: ResourceId, chosenId: string | null | undefined) {
  const machines = useQuery(machinesQuery(group.split('/')[2] ?? ''));
  const id = resourceId(chosenId ?? '');
  const reading = useQuery({ ...machineQuery(id), enabled: id !== '', staleTime: 0 });
  return {
    /** Undefined: not read. */
    machines: machines.data,
    /** Null: it is gone; undefined: none is chosen, or it is not read. */
    machine: id === '' ? undefined : reading.data,
    isReading: reading.isFetching,
    failed: firstFailed(machines, reading),
  };
}
