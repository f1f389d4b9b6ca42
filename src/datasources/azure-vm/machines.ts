import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { readOther } from '#src/api/queries/query.ts';
import type { Machines } from '#src/datasources/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Every backup instance is of a VM, which at most one vault protects. */
export const machines: Machines = {
  machineKey: async (queries, instance) => {
    const known = { ...instanceQuery(instance), staleTime: 'static' } as const;
    const { sourceResourceId } = await readOther(queries, known);
    return sourceResourceId === '' ? null : sourceResourceId.toLowerCase();
  },
  backupsOf: async (queries, key) => {
    const item = await readOther(queries, protectedMachineQuery(resourceId(key)));
    return item === null ? [] : [{ instance: item.id, name: item.friendlyName }];
  },
};
