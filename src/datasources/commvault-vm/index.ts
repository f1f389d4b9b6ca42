import { isCommvaultId } from '#src/api/commvault/home.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { commvault, commvaultName } from '#src/strings/datasources.ts';

/** VMs of Azure that Commvault backs up. */
export const commvaultVm: Datasource = {
  id: 'commvault-vm',
  name: commvaultName,
  serviceName: commvault,
  word: 'commvault',
  owns: isCommvaultId,
  jobSource: async () => (await import('#src/api/commvault/job-source.ts')).commvaultJobs,
  tasks: async () => (await import('#src/datasources/commvault-vm/restore.ts')).commvaultTasks,
  connection: async () =>
    (await import('#src/datasources/commvault-vm/ConnectionSettings.tsx')).ConnectionSettings,
  wayToJob: async () => (await import('#src/datasources/commvault-vm/jobs.ts')).commvaultWay,
  lists: async () => (await import('#src/datasources/commvault-vm/lists.tsx')).commvaultVmLists,
  jobSpec: async () =>
    (await import('#src/datasources/commvault-vm/CommvaultJob.tsx')).commvaultJobSpec,
  instancePage: async () =>
    (await import('#src/datasources/commvault-vm/VmPage.tsx')).commvaultInstancePage,
  machines: async () => (await import('#src/datasources/commvault-vm/search.ts')).commvaultMachines,
  fit: async () => (await import('#src/datasources/commvault-vm/vendor-fit.tsx')).commvaultFit,
  search: async () =>
    (await import('#src/datasources/commvault-vm/search.ts')).commvaultGlobalSearch,
};
