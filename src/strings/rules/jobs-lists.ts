import type { RuleText } from './text.ts';

/** Where the job of a restore is found, and what its lists show (3t). */
export const jobListTexts = {
  'jobs.created': {
    say: 'Restore creates a job. The notification that it started links to the job.',
  },
  'jobs.notice.fallback': {
    say: 'No notification? Look under Notifications, More events in the activity log.',
  },
  'jobs.where': { say: 'Open the job from the notification, or in the vault under Backup jobs.' },
  'jobs.window-7d': {
    say: 'The dashboard shows operations and their status for the past seven days.',
  },
  'jobs.view-all': {
    say: 'View all lists the instance’s ongoing and past jobs. Select a row for its details.',
  },
  'jobs.subtask.transfer': {
    say: 'The details list subtasks. The backup job’s Transfer Data to Vault determines whether you can use Replace existing.',
  },
} as const satisfies Record<string, RuleText>;
