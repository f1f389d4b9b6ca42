import { besideOf } from '#src/datasources/commvault-vm/lists/beside.tsx';
import { instances } from '#src/datasources/commvault-vm/lists/instances.tsx';
import { jobs } from '#src/datasources/commvault-vm/lists/jobs.tsx';
import { anyList, type DatasourceLists } from '#src/datasources/list.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';

const words = commvaultLists;

/** What only rows of Azure have: an address that asks for it asks for none of a CommServe. */
const OF_AZURE = ['subscription', 'vault', 'region', 'source', 'older', 'tag'];
const OF_AZURE_JOBS = ['subscription', 'vault', 'instance'];

/** The lists of VMs and jobs of a CommServe. */
export const lists: DatasourceLists = {
  instances: { list: anyList(instances), beside: besideOf(instances, OF_AZURE, words.vms.beside) },
  jobs: { list: anyList(jobs), beside: besideOf(jobs, OF_AZURE_JOBS, words.jobs.beside) },
};
