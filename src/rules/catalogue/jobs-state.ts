import { doc000, rules } from '../rule.ts';

/** A job that runs (3t): no draft has one, so no wizard hears these. */
export const runningJobRules = rules('jobs', [
  {
    id: 'jobs.progress.in-progress',
    kind: 'hide-field',
    field: 'job.progress',
    when: ({ job }) => job.status !== 'InProgress',
    say: 'Progress appears only while a job is in progress.',
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
    say: 'Azure reports transferred bytes only for Create new virtual machine.',
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
