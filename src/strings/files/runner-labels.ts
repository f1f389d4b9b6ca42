import { sentences } from '#src/strings/sentences.ts';

/** Labels of the questions about where the script of a file recovery runs. */
export const runnerLabels = sentences({
  sourceSystem: 'Operating system of the backed-up VM',
  runnerSystem: 'Operating system that runs the script',
  runnerVersion: 'Version',
  isOnSource: 'Where do you run the script?',
  spannedVolumes: 'Does the VM have volumes that span several disks?',
  deduplicated: 'Are the files on a deduplicated volume?',
  restrictedAccount: 'Does the storage account of its disks accept selected networks only?',
} as const);

/** The two places where it can run. */
export const whereToRun = { no: 'On another VM or server', yes: 'On the backed-up VM' } as const;
