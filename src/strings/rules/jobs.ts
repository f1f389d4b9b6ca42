import type { RuleText } from './text.ts';

/** Following a restore (3t). */
export const jobsTexts = {
  'jobs.created': { say: 'Restore makes a job. The notice that it has begun leads to it.' },
  'jobs.notice.fallback': {
    say: 'No notice? Look under Notifications, More events in the activity log.',
  },
  'jobs.where': { say: 'The job is found from the notice, or in the vault under Backup jobs.' },
  'jobs.progress.in-progress': { say: 'Progress is shown while a job is in progress.' },
  'jobs.eta': { say: 'The estimate starts at the whole duration, falls, and is zero at the end.' },
  'jobs.percent': { say: 'The percentage that is done.' },
  'jobs.bytes': { say: 'Bytes transferred are reported only for Create new virtual machine.' },
  'jobs.crr.no-cancel': { say: 'A cross-region restore cannot be cancelled once it has begun.' },
  'jobs.crr.filter': { say: 'This job is found under Backup jobs, Secondary Region.' },
  'jobs.window-7d': {
    say: 'The dashboard shows operations and their status for the past seven days.',
  },
  'jobs.view-all': {
    say: 'View all lists the ongoing and past jobs of the instance. A row opens its details.',
  },
  'jobs.subtask.transfer': {
    say: 'The details list sub-tasks. Transfer Data to Vault, in the backup job, decides whether Replace existing can be used.',
  },
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
