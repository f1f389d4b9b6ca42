import type { RuleText } from './text.ts';

/** Where the job of a restore is found, and what its lists show (3t). */
export const jobListTexts = {
  'jobs.created': { say: 'Restore makes a job. The notice that it has begun leads to it.' },
  'jobs.notice.fallback': {
    say: 'No notice? Look under Notifications, More events in the activity log.',
  },
  'jobs.where': { say: 'The job is found from the notice, or in the vault under Backup jobs.' },
  'jobs.window-7d': {
    say: 'The dashboard shows operations and their status for the past seven days.',
  },
  'jobs.view-all': {
    say: 'View all lists the ongoing and past jobs of the instance. A row opens its details.',
  },
  'jobs.subtask.transfer': {
    say: 'The details list sub-tasks. Transfer Data to Vault, in the backup job, decides whether Replace existing can be used.',
  },
} as const satisfies Record<string, RuleText>;
