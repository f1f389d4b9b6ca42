import type { QueryClient } from '@tanstack/react-query';
import { commServes, vmOf } from '#src/api/commvault/home.ts';
import { machineByVmIdQuery, vmIdQuery } from '#src/api/commvault/places.ts';
import { type CommvaultVm, commvaultVmPages } from '#src/api/commvault/vms.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { readOther } from '#src/api/queries/query.ts';
import type { Machines } from '#src/datasources/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** A CommServe knows a VM of Azure by its `vmId`, which Azure gives for a resource ID and the other way around. */
export const machines: Machines = {
  machineKey: async (queries, instance) => {
    const place = vmOf(instance);
    if (place === null) return null;
    const id = await readOther(queries, machineByVmIdQuery(place.name));
    return id?.toLowerCase() ?? null;
  },
  backupsOf: async (queries, key) => {
    const guid = await readOther(queries, vmIdQuery(resourceId(key)));
    if (guid === null) return [];
    const found = await Promise.all(commServes().map(({ host }) => vmsWith(queries, host, guid)));
    return found.flat().map(({ id, name }) => ({ instance: id, name }));
  },
};

async function vmsWith(
  queries: QueryClient,
  host: string,
  guid: string,
): Promise<readonly CommvaultVm[]> {
  const { rows } = await readOther(queries, pageQuery(commvaultVmPages(host, { guid }), 0));
  // A CommServe that knows no such filter lists all.
  return rows.filter((vm) => vm.guid === guid);
}
