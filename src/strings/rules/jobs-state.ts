import type { RuleText } from './text.ts';

/** A job that runs, and one that has ended (3t). */
export const jobStateTexts = {
  'jobs.progress.in-progress': { say: 'Progress appears only while a job is in progress.' },
  'jobs.eta': { say: 'The estimate starts at the full duration, falls, and is zero at the end.' },
  'jobs.percent': { say: 'Percentage completed.' },
  'jobs.bytes': { say: 'Azure reports transferred bytes only for Create new virtual machine.' },
  'jobs.crr.no-cancel': { say: 'A cross-region restore can’t be canceled after it starts.' },
  'jobs.crr.filter': { say: 'This job is under Backup jobs, Secondary Region.' },
  'jobs.deploy-template': {
    say: 'The disks are restored. Deploy Template creates a VM from them.',
  },
  'jobs.failed.disks-kept': {
    say: 'The VM wasn’t created. Before you start again, look for its disks in the target resource group.',
  },
  'jobs.failed.cleanup': {
    say: 'Azure uses the managed identity to clean up what the failed restore created.',
  },
  'jobs.failed.help': {
    say: 'Azure’s restore troubleshooting guide lists causes and remedies.',
  },
} as const satisfies Record<string, RuleText>;
