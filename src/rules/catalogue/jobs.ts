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

/** A job that runs (3t): no draft has one, so no wizard hears these. */
export const runningJobRules = rules('jobs', [
  {
    id: 'jobs.progress.in-progress',
    kind: 'hide-field',
    field: 'job.progress',
    when: ({ job }) => job.status !== 'InProgress',
    say: 'Progress appears while a job is in progress.',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.eta',
    kind: 'info',
    field: null,
    when: ({ job }) => job.status === 'InProgress',
    say: 'The estimate starts at the full duration, falls, and is zero at the end.',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.percent',
    kind: 'info',
    field: null,
    when: ({ job }) => job.status === 'InProgress',
    say: 'Percentage completed.',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.bytes',
    kind: 'hide-field',
    field: 'job.bytes',
    when: ({ job }) => job.kind !== 'createVm',
    say: 'Azure reports transferred bytes for Create new virtual machine.',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.crr.no-cancel',
    kind: 'hide-field',
    field: 'job.cancel',
    when: ({ job }) => job.secondary,
    say: 'A cross-region restore can’t be canceled after it starts.',
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'jobs.crr.filter',
    kind: 'info',
    field: null,
    when: ({ job }) => job.secondary,
    say: 'This job is under Backup jobs, Secondary Region.',
    source: [doc000('Monitoring secondary region restore jobs')],
  },
]);

/** A job that has ended. */
export const endedJobRules = rules('jobs', [
  {
    id: 'jobs.deploy-template',
    kind: 'info',
    field: null,
    when: ({ job }) => job.kind === 'restoreDisks' && job.status === 'Completed',
    say: 'The disks are restored. Deploy Template creates a VM from them.',
    source: [doc000('Use templates to customize a restored VM')],
  },
  {
    id: 'jobs.failed.disks-kept',
    kind: 'warn',
    field: null,
    when: ({ job }) => job.kind === 'createVm' && job.status === 'Failed',
    say: 'The VM wasn’t created. Before you start again, look for its disks in the target resource group.',
    source: [doc000('Restore options, Create a new VM')],
  },
  {
    id: 'jobs.failed.cleanup',
    kind: 'info',
    field: null,
    when: ({ job }, c) => job.status === 'Failed' && c.identity !== 'none',
    say: 'Azure uses the managed identity to clean up what the failed restore created.',
    source: [doc000('Restore VMs with managed identities')],
  },
  {
    id: 'jobs.failed.help',
    kind: 'info',
    field: null,
    when: ({ job }) => job.status === 'Failed',
    say: 'Azure’s restore troubleshooting guide lists causes and remedies.',
    source: [doc000('Next steps')],
  },
]);
