import type { RuleText } from './text.ts';

/** A job that runs, and one that has ended (3t). */
export const jobStateTexts = {
  'jobs.progress.in-progress': { say: 'Progress is shown while a job is in progress.' },
  'jobs.eta': { say: 'The estimate starts at the whole duration, falls, and is zero at the end.' },
  'jobs.percent': { say: 'The percentage that is done.' },
  'jobs.bytes': { say: 'Bytes transferred are reported only for Create new virtual machine.' },
  'jobs.crr.no-cancel': { say: 'A cross-region restore cannot be cancelled once it has begun.' },
  'jobs.crr.filter': { say: 'This job is found under Backup jobs, Secondary Region.' },
  'jobs.deploy-template': {
    say: 'The disks are restored. Deploy Template builds a machine from them.',
  },
  'jobs.failed.disks-kept': {
    say: 'The machine was not created. Its disks may be in the target resource group: look there before you start again.',
  },
  'jobs.failed.cleanup': {
    say: 'The managed identity is used to clean up what the failed restore had made.',
  },
  'jobs.failed.help': {
    say: 'Azure’s troubleshooting guide for restores lists causes and remedies.',
  },
} as const satisfies Record<string, RuleText>;
