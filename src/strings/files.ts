import { sentences } from '#src/strings/sentences.ts';

/** Texts for the ways into file recovery, and for its sessions outside their own page. */

export const unmount = sentences({
  button: 'Unmount disks',
  sentence: (machine: string) => `Unmount the disks of the restore point of ${machine}`,
  line: {
    disks: 'The disks of the restore point: no longer mounted. The script stops working.',
    rest: (machine: string) => `The restore point and ${machine}`,
    copy: 'A copy in progress: it stops',
  },
} as const);
