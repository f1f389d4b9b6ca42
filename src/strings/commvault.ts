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
      too: (total: number, text: string) =>
        `Not in this list: ${text} ${plural(total, 'VM', 'VMs')} in Commvault.`,
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
        'Source',
      ],
    },
  },
  jobs: {
    what: 'the Commvault jobs',
    intro: 'Commvault doesn’t report the VM in lists of jobs. Open a job to see its VM.',
    search: 'Search by job number, status or VM group',
    heads: { job: 'Job', group: 'VM group or hypervisor' },
    jobOf: (number: string) => `Job ${number}`,
    none: (when: string) => `No jobs ran ${when}.`,
    noneFit: 'No jobs match these filters.',
    count: (total: number, text: string, when: string) =>
      `${text} ${plural(total, 'job', 'jobs')} ${when}`,
    ran: 'In progress or ended',
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

/** Texts for the page of a VM that Commvault protects. */
export const commvaultInstance = sentences({
  what: 'this Commvault VM',
  facts: {
    host: 'CommServe',
    guid: 'VM ID',
    /** Of the VM, which is neither that of a backup nor Azure’s size of it. */
    size: 'Size in Commvault',
    lastJob: 'Last job',
    restore: 'Restore',
    enabled: 'Enabled',
    disabled: 'Disabled in Commvault',
    passkey: 'Passkey for restore',
    required: 'Required',
    notRequired: 'Not required',
    deletedMeans: 'The VM no longer exists in Azure, but its backups do.',
  },
  blocked: {
    title: 'You can’t restore this VM here',
    disabled:
      'Restore is disabled for this VM in Commvault. Ask a Commvault administrator to enable it.',
    passkey:
      'Commvault requires a passkey to restore this VM. Restore Center doesn’t support passkeys. Use Command Center.',
  },
  points: {
    what: 'the completed backups of this VM',
    none: 'This VM has no completed backups.',
    noneBody: 'Commvault reports no backup job with data in the last year.',
    heads: { job: 'Backup job', consistency: 'Consistency', size: 'Backup size' },
  },
} as const);

/** Texts for a job of Commvault. */
export const commvaultJob = sentences({
  datasource: 'Datasource',
  host: 'CommServe',
  instance: 'Backup instance',
  point: 'Restore point',
  destination: 'Destination',
  inPlace: 'In place',
  outOfPlace: 'Out of place',
  stage: 'Stage',
  written: 'Data written',
  notReported: 'Not reported',
  whyNoStages: 'This CommServe reports no stages, so subtasks and bytes are unknown.',
  guide: 'See Commvault’s documentation for restores, jobs, and errors.',
  /** What this browser last received about a job that can't be read now. */
  lastSeen: { title: 'Last seen', vm: 'VM', at: 'Read', percent: 'Progress' },
  waits: {
    title: (word: string) => `${word}: no progress for now`,
    reason: (reason: string | null) =>
      reason === null ? 'Commvault reports no reason.' : `Commvault reports: ${reason}`,
    goesOn: 'The job continues automatically. You don’t have to do anything.',
  },
  /** What canceling leaves behind in place, by how far the deletion of the VM is. */
  leaves: {
    none: 'Cancel and lose the VM',
    maybe: 'Cancel and possibly lose the VM',
    before: (vm: string, stage: string) =>
      `${vm} still exists: the job has reached “${stage}”. If the job deletes the VM before it stops, no VM is left.`,
    underWay: (vm: string, stage: string) =>
      `${vm} is being deleted: the job has reached “${stage}”. If you cancel now, possibly no VM is left.`,
    deleted: (vm: string, stage: string) =>
      `${vm} is deleted: the job has reached “${stage}”. If you cancel now, no VM is left.`,
    madeAnew: (vm: string, stage: string) =>
      `${vm} is deleted: the job has reached “${stage}”. If you cancel now, no VM or an incomplete one is left.`,
    notReported: (vm: string) =>
      `Commvault doesn’t report the stage of the job, so ${vm} might already be deleted. If you cancel now, possibly no VM is left.`,
    overwrites: (vm: string) =>
      `If a VM named ${vm} exists, this restore deletes it first. If you cancel now, it might be gone.`,
    unread: (vm: string) =>
      `Commvault doesn’t report whether this restore is in place. If it is, ${vm} might already be deleted. If you cancel now, possibly no VM is left.`,
  },
  /** After a restore in place that failed or was canceled. */
  afterwards: {
    title: (vm: string) => `This restore deleted ${vm}`,
    maybeTitle: (vm: string) => `This restore might have deleted ${vm}`,
    overwroteTitle: (vm: string) => `This restore might have deleted a VM named ${vm}`,
    gone: 'It isn’t in Azure now. Restore it again.',
    noneThere: 'No VM with that name is in Azure now.',
    there: 'A VM with that name is in Azure. Check that it’s complete before you use it.',
    unread: 'Azure couldn’t be read, so it’s unknown whether a VM with that name exists.',
  },
  result: {
    title: 'Restored VM',
    name: 'Name',
    group: 'Resource group',
    subscription: 'Subscription',
    id: 'Resource ID',
    willBe: 'The VM isn’t complete until the job ends.',
    notTold: 'Commvault doesn’t report which VM this job creates.',
    reading: 'Reading the VM from Azure',
    there: 'The VM is in Azure.',
    other: 'A VM of this name exists that this job didn’t create.',
    gone: 'The VM isn’t in Azure.',
    unknown: 'Azure lists no VM with that name in that resource group that you have access to.',
    unread: (message: string) => `Couldn’t read the VM: ${message}`,
    portal: 'Open in the Azure portal',
  },
  steps: {
    address: 'Compare the private IP addresses of the restored VM with those of the source.',
    extensions: 'Compare the extensions of the restored VM with those of the source.',
    backup:
      'Check that the restored VM is backed up. Commvault’s documentation doesn’t mention it.',
  },
  mend: {
    osDisk: {
      cause: 'The backup has no OS disk. A VM can’t be created without one.',
      link: 'Select another restore point',
    },
    quota: {
      cause: 'The subscription’s quota doesn’t allow that many vCPUs of this kind in the region.',
      link: 'Select another VM size',
    },
  },
} as const);

/** Texts for Commvault's part of the global search. */
export const commvaultSearch = sentences({
  heading: 'Commvault VMs (first 100 by name, all by GUID)',
  what: 'the Commvault VMs',
  counted: (many: number) => `${String(many)} ${plural(many, 'Commvault VM', 'Commvault VMs')}`,
  all: (word: string) => `Search Commvault VMs for “${word}”`,
  jobs: {
    heading: 'Commvault jobs (newest 100, all by number)',
    what: 'the Commvault jobs',
    counted: (many: number) => `${String(many)} ${plural(many, 'Commvault job', 'Commvault jobs')}`,
    all: (word: string) => `Search Commvault jobs for “${word}”`,
  },
} as const);
