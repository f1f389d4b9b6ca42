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
  whyNoStages: 'This CommServe reports no stages, so neither subtasks nor bytes are known.',
  guide: 'Commvault’s documentation describes restores, their jobs and their errors.',
  /** What this browser last saw of a job that can't be read now. */
  lastSeen: { title: 'Last seen', vm: 'VM', at: 'Read', percent: 'Progress' },
  waits: {
    title: (word: string) => `${word}: the job does nothing now`,
    reason: (reason: string | null) =>
      reason === null ? 'Commvault reports no reason.' : `Commvault reports: ${reason}`,
    goesOn: 'It goes on by itself, and nothing has to be done here.',
  },
  /** What canceling leaves behind in place, by how far the deletion of the VM is. */
  leaves: {
    none: 'Cancel, which leaves no VM',
    maybe: 'Cancel, which may leave no VM',
    before: (vm: string, stage: string) =>
      `${vm} is still there: the job has reached “${stage}”. If it deletes the VM before it stops, no VM is left.`,
    underWay: (vm: string, stage: string) =>
      `The job has reached “${stage}”, so ${vm} is being deleted. If you cancel now, no VM may be left.`,
    deleted: (vm: string, stage: string) =>
      `${vm} is deleted: the job has reached “${stage}”. If you cancel now, no VM is left.`,
    madeAnew: (vm: string, stage: string) =>
      `${vm} is deleted: the job has reached “${stage}”. If you cancel now, no VM is left, or one that isn’t complete.`,
    notReported: (vm: string) =>
      `Commvault doesn’t report which stage the job has reached, so ${vm} may be deleted already. If you cancel now, no VM may be left.`,
    overwrites: (vm: string) =>
      `This restore deletes a VM named ${vm} first, if there is one. If you cancel now, it may be gone.`,
    unread: (vm: string) =>
      `Commvault doesn’t report whether this restore is in place. If it is, ${vm} may be deleted already, and canceling leaves no VM.`,
  },
  /** After a restore in place that ended badly. */
  afterwards: {
    title: (vm: string) => `This restore deleted ${vm}`,
    maybeTitle: (vm: string) => `This restore may have deleted ${vm}`,
    overwroteTitle: (vm: string) => `This restore may have deleted a VM named ${vm}`,
    gone: 'It isn’t in Azure now. Its restore points stay: restore it again.',
    noneThere: 'No VM of that name is in Azure now.',
    there: 'A VM of that name is in Azure. Look whether it is complete before you use it.',
    unread: 'Azure wasn’t read, so whether there is a VM of that name isn’t known.',
  },
  result: {
    title: 'Restored VM',
    name: 'Name',
    group: 'Resource group',
    subscription: 'Subscription',
    id: 'Resource ID',
    willBe: 'The VM isn’t complete until the job ends.',
    notTold: 'Commvault doesn’t report which VM this job makes.',
    reading: 'Reading the VM from Azure.',
    there: 'The VM is in Azure.',
    gone: 'The VM isn’t in Azure.',
    unknown: 'Azure lists no VM of that name in that resource group that you can read.',
    unread: (message: string) => `The VM couldn’t be read: ${message}`,
    portal: 'Open in the Azure portal',
  },
  steps: {
    address: 'Compare the private IP addresses of the restored VM with those of the source.',
    extensions: 'Compare the extensions of the restored VM with those of the source.',
    backup: 'Check that the restored VM is backed up. Commvault’s document doesn’t say that it is.',
  },
  mend: {
    osDisk: {
      cause: 'The backup has no OS disk, and no VM can be created without one.',
      link: 'Select another restore point',
    },
    quota: {
      cause: 'The subscription can’t use as many vCPUs of this kind in the region.',
      link: 'Select another VM size',
    },
  },
} as const);
