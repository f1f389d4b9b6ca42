import { sentences } from '#src/strings/sentences.ts';

/** Texts for the next steps after a failed restore. */
export const mend = {
  /** By error code: the documented cause, and the label of the link to the wizard. */
  point: {
    cause: 'The point was a snapshot alone, and the snapshot is gone.',
    link: 'Choose another restore point',
  },
  machineGone: {
    cause: 'The machine whose disks were to be replaced is not there.',
    link: 'Restore beside it with Create new',
  },
  running: {
    cause: 'The VM wasn’t shut down. Azure replaces the disks of a VM only while it is shut down.',
    link: 'Shut it down and replace its disks',
  },
  unsafe: {
    cause: 'The safety backup before a replacement failed, so nothing was replaced.',
    link: 'Restore beside it with Create new',
  },
  cores: {
    cause: 'The subscription may not use enough cores here. Restored disks need none.',
    link: 'Choose Restore disks',
  },
} as const;

/** Texts for creating a VM from restored disks. */
export const fromDisks = sentences({
  command: 'Create a machine from these disks',
  /** Of the page, and of the link to it. */
  lead: (group: string) =>
    `These disks are in ${group}, read back from Azure. A command of the Azure CLI makes a machine from them: no restore is run again.`,
  list: 'Restored disks',
  heads: { disk: 'Disk', size: 'Size', holds: 'Holds' },
  gib: (size: number) => `${String(size)} GiB`,
  system: (osType: string) => `Operating system, ${osType}`,
  data: 'Data',
  attached: (holds: string) => `${holds}. It hangs on a machine already`,
  machine: 'Machine from the disks',
  template: 'Machine by the template of the restore',
  templateNote:
    'The template holds the settings of the machine that was backed up. The link in the command is good for an hour.',
  marks:
    'Replace what stands between < and >: it isn’t known here. Without a size and a subnet the command would choose a size and make a new network of its own.',
  noSystem:
    'No disk that is free says that it holds an operating system. Attach them to a machine as data disks.',
  close: 'Close',
} as const);

/** Restore Azure VMs, Choose a VM restore configuration, note. */
export const notYetInVault = sentences({
  running: (task: string) =>
    `Until “${task}” has completed, Replace existing is not offered for the point of this backup. Create new is.`,
  ended: (task: string) =>
    `“${task}” has not completed, so Replace existing is not offered for the point of this backup. Create new is.`,
} as const);
