import { diskJobs } from '#src/api/data-protection/jobs.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { azure, datasources } from '#src/strings/datasources.ts';

/** Managed disks of Azure, in Backup vaults. */
export const azureDisk: Datasource = {
  id: 'azure-disk',
  name: datasources['azure-disk'],
  serviceName: azure,
  word: 'disk',
  owns: (id) => /\/providers\/Microsoft\.DataProtection\//i.test(id),
  provider: 'Microsoft.DataProtection',
  jobSource: () => Promise.resolve(diskJobs),
  tasks: async () => (await import('#src/datasources/azure-disk/restore.ts')).diskTasks,
  wayToJob: async () => (await import('#src/datasources/azure-disk/jobs.ts')).diskWay,
  lists: async () => (await import('#src/datasources/azure-disk/lists.tsx')).diskLists,
  instancePage: async () =>
    (await import('#src/datasources/azure-disk/DiskPage.tsx')).diskInstancePage,
  vaultPage: async () =>
    (await import('#src/datasources/azure-disk/VaultPage.tsx')).backupVaultPage,
  jobSpec: async () => (await import('#src/datasources/azure-disk/DiskJob.tsx')).diskJobSpec,
  search: async () => (await import('#src/datasources/azure-disk/search.ts')).diskGlobalSearch,
};
