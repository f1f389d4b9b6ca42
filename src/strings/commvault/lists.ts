import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the lists of VMs and jobs of a CommServe. */
export const commvaultLists = sentences({
  vms: {
    what: 'the Commvault VMs',
    search: 'Search by VM name or GUID',
    heads: {
      name: 'Backup instance',
      group: 'VM group',
      plan: 'Plan',
      hypervisor: 'Hypervisor',
      lastBackup: 'Last backup',
      status: 'Status',
    },
    status: 'Status',
    statuses: {
      protected: 'Protected',
      notProtected: 'Not protected',
      pending: 'First backup pending',
      backedUpWithErrors: 'Backed up with errors',
      unknown: 'Not reported',
    },
    all: 'All',
    deleted: 'Deleted in Azure',
    none: 'This CommServe reports no VMs.',
    noneFit: 'No VMs match these filters.',
    count: (total: number, text: string) => `${text} ${plural(total, 'VM', 'VMs')}`,
    /** Under a list of Azure's instances. */
    beside: {
      too: (count: string) => `Not in this list: ${count} in Commvault.`,
      tooNotRead: 'Not in this list: VMs in Commvault, which couldn’t be read.',
      show: 'Show Commvault VMs',
    },
    csv: {
      fileName: 'commvault-vms.csv',
      heads: [
        'Backup instance',
        'GUID',
        'Status',
        'VM group',
        'Plan',
        'Hypervisor',
        'Last backup (UTC)',
        'Size (bytes)',
      ],
    },
  },
  jobs: {
    what: 'the Commvault jobs',
    intro: 'Commvault doesn’t report the VM in lists of jobs. Open a job to see its VM.',
    search: 'Search by job number, status or VM group',
    heads: { job: 'Job', group: 'VM group or hypervisor' },
    jobOf: (number: string) => `Job ${number}`,
    none: (range: string) => `No jobs ran in the ${range}.`,
    noneFit: 'No jobs match these filters.',
    count: (total: number, text: string, range: string) =>
      `${text} ${plural(total, 'job', 'jobs')} in the ${range}`,
    ran: 'In progress or ended',
    /** Under a list of Azure's jobs. */
    beside: {
      too: (count: string) => `Not in this list: Commvault has ${count}.`,
      tooNotRead: 'Not in this list: Commvault jobs, which couldn’t be read.',
      show: 'Show Commvault jobs',
    },
    lastSeen: (total: number, text: string, time: string) =>
      `${text} ${plural(total, 'job', 'jobs')} as last seen on ${time}`,
  },
  readSoFar: {
    found: (read: string, total: string) => `${read} of ${total} read and searched`,
    all: (total: string) => `All ${total} read and searched`,
    readAll: 'Read all',
    stop: 'Stop',
    hint: 'Commvault can’t search by name. Select Read all to search the rest.',
    failed: (message: string) => `Couldn’t read the rest: ${message}`,
  },
} as const);
