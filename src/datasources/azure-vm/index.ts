import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { azure, datasources } from '#src/strings/datasources.ts';

/** Virtual machines of Azure, in Recovery Services vaults. */
export const azureVm: Datasource = {
  id: 'azure-vm',
  name: datasources['azure-vm'],
  serviceName: azure,
  word: 'vm',
  owns: (id) => /\/providers\/Microsoft\.RecoveryServices\//i.test(id),
  provider: 'Microsoft.RecoveryServices',
  recoversFiles: async () =>
    (await import('#src/datasources/azure-vm/files/accepted.ts')).acceptedFiles,
  jobSource: () => Promise.resolve(vaultJobs),
  tasks: async () => (await import('#src/datasources/azure-vm/restore.ts')).vmTasks,
  wayToJob: async () => (await import('#src/datasources/azure-vm/jobs.ts')).vmWay,
  lists: async () => (await import('#src/datasources/azure-vm/lists.tsx')).vmLists,
  instancePage: async () =>
    (await import('#src/datasources/azure-vm/instance/InstancePage.tsx')).vmInstancePage,
  vaultPage: async () =>
    (await import('#src/datasources/azure-vm/vault/VaultPage.tsx')).recoveryVaultPage,
  jobSpec: async () => (await import('#src/datasources/azure-vm/VmJob.tsx')).vmJobSpec,
  whatHappened: async () =>
    (await import('#src/datasources/azure-vm/what-happened/WhatHappened.tsx')).vmWhatHappened,
  machines: async () => (await import('#src/datasources/azure-vm/search.ts')).vmMachines,
  fit: async () => (await import('#src/datasources/azure-vm/vendor-fit.tsx')).vmFit,
  search: async () => (await import('#src/datasources/azure-vm/search.ts')).vmGlobalSearch,
};
