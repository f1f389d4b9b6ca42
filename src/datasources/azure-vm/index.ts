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
  acceptedQuery: async () => (await import('#src/datasources/azure-vm/jobs.ts')).acceptedQuery,
  lists: async () => (await import('#src/datasources/azure-vm/lists.tsx')).lists,
  instancePage: async () =>
    (await import('#src/datasources/azure-vm/instance/InstancePage.tsx')).instancePage,
  vaultPage: async () => (await import('#src/datasources/azure-vm/vault/VaultPage.tsx')).vaultPage,
  jobSpec: async () => (await import('#src/datasources/azure-vm/job/VmJob.tsx')).vmJob,
  whatHappened: async () =>
    (await import('#src/datasources/azure-vm/what-happened/WhatHappened.tsx')).whatHappened,
  machines: async () => (await import('#src/datasources/azure-vm/search.ts')).machines,
  fit: async () => (await import('#src/datasources/azure-vm/fit.tsx')).fit,
  search: async () => (await import('#src/datasources/azure-vm/search.ts')).search,
};
