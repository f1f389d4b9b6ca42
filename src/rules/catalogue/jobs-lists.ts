import { doc000, doc002, rules } from '../rule.ts';

/** Where the job of a restore is found (3t). */
export const jobNoticeRules = rules('jobs', [
  {
    id: 'jobs.created',
    kind: 'info',
    field: null,
    when: (_, c) => c.action === 'submit',
    say: 'Restore creates a job. The notification that it started links to the job.',
    source: [doc000('Track the restore operation'), doc002('Track a restore operation')],
  },
  {
    id: 'jobs.notice.fallback',
    kind: 'info',
    field: null,
    when: (_, c) => c.action === 'submit',
    say: 'No notification? Look under Notifications, More events in the activity log.',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.where',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'Open the job from the notification, or in the vault under Backup jobs.',
    source: [doc000('Track the restore operation')],
  },
]);

/** What its lists show. */
export const jobListRules = rules('jobs', [
  {
    id: 'jobs.window-7d',
    kind: 'default',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    say: 'The dashboard shows operations and their status for the past seven days.',
    source: [doc002('Track a restore operation')],
  },
  {
    id: 'jobs.view-all',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    say: 'View all lists the instance’s ongoing and past jobs. Select a row for its details.',
    source: [doc002('Track a restore operation')],
  },
  {
    id: 'jobs.subtask.transfer',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'The details list subtasks. The backup job’s Transfer Data to Vault determines whether you can use Replace existing.',
    source: [doc000('Choose a VM restore configuration, note')],
  },
]);
