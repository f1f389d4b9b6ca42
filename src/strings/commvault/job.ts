import { sentences } from '#src/strings/sentences.ts';

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
