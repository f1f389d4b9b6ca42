import { session } from '#src/api/arm/pipeline.ts';
import { listSourceMachines } from '#src/api/compute/machines.ts';
import { readOther } from '#src/api/queries/query.ts';
import { findProtectedItems, instanceQuery } from '#src/api/recovery-services/items.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import type { DatasourceSearch, FoundInstance, Machines } from '#src/datasources/datasource.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { searchResults } from '#src/strings/search.ts';

/** Finds backup instances of VMs through Resource Graph. */
export const vmGlobalSearch: DatasourceSearch = {
  words: searchResults.instances,
  find: async (words, most, signal) => {
    const { hits, total } = await findProtectedItems(session(), words, most, signal);
    return { hits: hits.map(foundOf), total };
  },
  existing: async (sources, signal) => {
    const machines = await listSourceMachines(session(), sources, signal);
    return new Set(machines.map(({ id }) => id.toLowerCase()));
  },
};

function foundOf(item: ProtectedItem): FoundInstance {
  return {
    id: item.id,
    name: item.friendlyName,
    place: [item.resourceGroup, item.vaultName],
    subscriptionId: item.subscriptionId,
    lastPointAt: item.lastRecoveryPointAt,
    deletion: item.deletion,
    // Not every classic machine is in Resource Graph.
    source: { id: item.sourceResourceId, isMaybeUnlisted: item.deployment === 'classic' },
  };
}

/** Every backup instance is of a VM, which at most one vault protects. */
export const vmMachines: Machines = {
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
