import type { QueryClient } from '@tanstack/react-query';
import { commServes, vmOf } from '#src/api/commvault/home.ts';
import { jobNumbered, newestJobs } from '#src/api/commvault/job-lists.ts';
import { machineByVmIdQuery, vmIdQuery } from '#src/api/commvault/places.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import { type CommvaultVm, commvaultVmPages, firstVms } from '#src/api/commvault/vms.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { readOther } from '#src/api/queries/query.ts';
import { chosenHost } from '#src/datasources/commvault-vm/connection.tsx';
import { isGuid } from '#src/datasources/commvault-vm/vm-search.tsx';
import type { DatasourceSearch, Machines } from '#src/datasources/datasource.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { commvaultSearch } from '#src/strings/commvault.ts';

/**
 * A CommServe finds VMs by GUID and jobs by number alone. Other words are looked for in the first of them, which the
 * headings say; the lists can read all.
 */
export const commvaultGlobalSearch: DatasourceSearch = {
  words: commvaultSearch,
  isReady: () => isConnected(chosenHost()),
  find: async (words, most, signal) => {
    const guid = words.find(isGuid);
    const vms = await firstVms(chosenHost() ?? '', guid === undefined ? {} : { guid }, signal);
    const found = vms.filter((vm) =>
      hasAll([vm.name, vm.guid, vm.group?.name, vm.hypervisor?.name], words),
    );
    const hits = found.slice(0, most).map(({ id, name, group, hypervisor, lastBackupAt }) => ({
      id,
      name,
      place: [group, hypervisor].flatMap((one) => one?.name ?? []),
      lastPointAt: lastBackupAt,
    }));
    return { hits, total: found.length };
  },
  jobs: {
    words: commvaultSearch.jobs,
    find: async (words, most, signal) => {
      const host = chosenHost() ?? '';
      const [number = ''] = words;
      const jobs =
        isConnected(host) && /^\d+$/.test(number)
          ? await jobNumbered(host, number, signal)
          : await newestJobs(host, signal);
      const found = jobs.filter((job) =>
        hasAll([job.number, job.operation, job.itemName, job.statusWord], words),
      );
      return { hits: found.slice(0, most), total: found.length };
    },
  },
};

const isConnected = (host: string | null): boolean => tokensOf(host ?? '')?.isThere() === true;

function hasAll(texts: readonly (string | null | undefined)[], words: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return words.every((word) => all.includes(word.toLowerCase()));
}

/** A CommServe knows a VM of Azure by its `vmId`, which Azure gives for a resource ID and the other way around. */
export const commvaultMachines: Machines = {
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
