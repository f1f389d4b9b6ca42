import { sentences } from '#src/strings/sentences.ts';

/** Short names of restore options. */
export const restoreKinds = { createVm: 'New VM', restoreDisks: 'Disks', replaceDisks: 'Replace' };

/** Texts for the menu beside Restore. */
export const restoreOptions = sentences({
  /** As the documents print them. */
  labels: {
    createVm: 'Create new virtual machine',
    restoreDisks: 'Restore disks',
    replaceDisks: 'Replace disk/s',
  },
  files: 'Files',
  recoverFiles: 'Recover files',
  needsSource: 'The source VM no longer exists.',
  menuOf: 'Restore options',
  of: (name: string) => `Restore ${name}`,
  /** After what the button beside it is called. */
  menu: (restore: string) => `${restore}: options`,
  heldBack: (restore: string, reason: string) => `${restore}: ${reason}`,
});
