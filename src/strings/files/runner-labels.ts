import { sentences } from '#src/strings/sentences.ts';

/** Labels of what is asked about where the script of a file recovery runs. */
export const runnerLabels = sentences({
  sourceSystem: 'Operating system of the backed-up VM',
  runnerSystem: 'Operating system of the machine that runs the script',
  runnerVersion: 'Version',
  isOnSource: 'Run the script on the backed-up VM itself',
  spannedVolumes: 'Does the VM have volumes that span several disks?',
  deduplicated: 'Are the files on a deduplicated volume?',
  restrictedAccount: 'Does the storage account of its disks accept only selected networks?',
} as const);
