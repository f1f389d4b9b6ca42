import { sentences } from '#src/strings/sentences.ts';

/** Texts for the next steps after a failed restore. */
export const mend = {
  /** By error code: the documented cause, and the label of the link to the wizard. */
  point: {
    cause: 'The restore point was only a snapshot, which no longer exists.',
    link: 'Select another restore point',
  },
  machineGone: {
    cause: 'The VM no longer exists, so its disks can’t be replaced.',
    link: 'Restore beside it with Create new',
  },
  running: {
    cause: 'The VM wasn’t shut down. Azure replaces disks only while the VM is shut down.',
    link: 'Shut it down and replace its disks',
  },
  unsafe: {
    cause: 'The safety backup before a replacement failed, so nothing was replaced.',
    link: 'Restore beside it with Create new',
  },
  cores: {
    cause: 'The subscription doesn’t have enough cores in this region. Restored disks need none.',
    link: 'Select Restore disks',
  },
} as const;

/** Restore Azure VMs, Choose a VM restore configuration, note. */
export const notYetInVault = sentences({
  running: (task: string) =>
    `Replace existing isn’t available for this backup’s restore point until “${task}” completes. Create new is.`,
  ended: (task: string) =>
    `“${task}” didn’t complete, so Replace existing isn’t available for this backup’s restore point. Create new is.`,
} as const);
