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

/** Restore Azure VMs, Choose a VM restore configuration, note. */
export const notYetInVault = sentences({
  running: (task: string) =>
    `Until “${task}” has completed, Replace existing is not offered for the point of this backup. Create new is.`,
  ended: (task: string) =>
    `“${task}” has not completed, so Replace existing is not offered for the point of this backup. Create new is.`,
} as const);
