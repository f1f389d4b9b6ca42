import { diskJobs } from '#src/api/data-protection/jobs.ts';
import type { Entry } from '#src/datasources/entry.ts';
import { azure, datasources } from '#src/strings/datasources.ts';

/** Managed disks of Azure, in Backup vaults. */
export const azureDisk: Entry = {
  id: 'azure-disk',
  name: datasources['azure-disk'],
  serviceName: azure,
  word: 'disk',
  owns: (id) => /\/providers\/Microsoft\.DataProtection\//i.test(id),
  provider: 'Microsoft.DataProtection',
  jobSource: () => Promise.resolve(diskJobs),
  load: async () => (await import('#src/datasources/azure-disk/index.ts')).azureDisk,
  acceptedQuery: async () =>
    (await import('#src/datasources/azure-disk/request/accepted.ts')).acceptedQuery,
  lists: async () => (await import('#src/datasources/azure-disk/lists/index.ts')).lists,
  instancePage: async () =>
    (await import('#src/datasources/azure-disk/instance/index.ts')).instancePage,
  vaultPage: async () => (await import('#src/datasources/azure-disk/vault/index.ts')).vaultPage,
  jobSpec: async () => (await import('#src/datasources/azure-disk/job/index.ts')).diskJob,
  search: async () => (await import('#src/datasources/azure-disk/search.ts')).search,
};
