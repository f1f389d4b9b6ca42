import { readOther } from '#src/api/queries/read-other.ts';
import { boxesQuery } from '#src/api/toy/queries/shelf.ts';
import type { Machines } from '#src/datasources/machines.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Some boxes were packed from VMs of Azure. */
export const machines: Machines = {
  machineKey: async (queries, instance) => {
    const boxes = await readOther(queries, { ...boxesQuery(), staleTime: 'static' });
    return boxes.find(({ id }) => sameId(id, instance))?.machineId?.toLowerCase() ?? null;
  },
  backupsOf: async (queries, key) => {
    const boxes = await readOther(queries, boxesQuery());
    return boxes
      .filter(({ machineId }) => machineId?.toLowerCase() === key)
      .map(({ id, name }) => ({ instance: id, name }));
  },
};
