import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import type { Entry } from '#src/datasources/entry.ts';
import { azure, datasources } from '#src/strings/datasources.ts';

/** Virtual machines of Azure, in Recovery Services vaults. */
export const azureVm: Entry = {
  id: 'azure-vm',
  name: datasources['azure-vm'],
  serviceName: azure,
  word: 'vm',
  owns: (id) => /\/providers\/Microsoft\.RecoveryServices\//i.test(id),
  provider: 'Microsoft.RecoveryServices',
  recoversFiles: async () =>
    (await import('#src/datasources/azure-vm/files/accepted.ts')).acceptedFiles,
  jobSource: () => Promise.resolve(vaultJobs),
  load: async () => (await import('#src/datasources/azure-vm/index.ts')).azureVm,
  acceptedQuery: async () =>
    (await import('#src/datasources/azure-vm/request/accepted.ts')).acceptedQuery,
  lists: async () => (await import('#src/datasources/azure-vm/lists/index.ts')).lists,
  instancePage: async () =>
    (await import('#src/datasources/azure-vm/instance/index.ts')).instancePage,
  vaultPage: async () => (await import('#src/datasources/azure-vm/vault/index.ts')).vaultPage,
  jobSpec: async () => (await import('#src/datasources/azure-vm/job/index.ts')).vmJob,
  whatHappened: async () =>
    (await import('#src/datasources/azure-vm/what-happened/index.ts')).whatHappened,
  machines: async () => (await import('#src/datasources/azure-vm/machines.ts')).machines,
  fit: async () => (await import('#src/datasources/azure-vm/fit/index.tsx')).fit,
  search: async () => (await import('#src/datasources/azure-vm/search.ts')).search,
};
