import { isCommvaultId } from '#src/api/commvault/id.ts';
import type { Entry } from '#src/datasources/entry.ts';
import { commvault, commvaultName } from '#src/strings/commvault/name.ts';

const later = (): Promise<never> => Promise.reject(new Error('This part isn’t here yet.'));

/** VMs of Azure that Commvault backs up. */
export const commvaultVm: Entry = {
  id: 'commvault-vm',
  name: commvaultName,
  serviceName: commvault,
  word: 'commvault',
  owns: isCommvaultId,
  jobSource: async () => (await import('#src/api/commvault/queries/job-source.ts')).commvaultJobs,
  load: later,
  connection: async () =>
    (await import('#src/datasources/commvault-vm/connection/ConnectionSettings.tsx'))
      .ConnectionSettings,
  acceptedQuery: later,
  lists: later,
  jobSpec: later,
  instancePage: later,
  machines: later,
  search: later,
};
