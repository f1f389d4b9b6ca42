import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** A job that runs (3t): no draft has one, so no wizard hears these. */
export const runningJobRules = rules('jobs', [
  {
    id: 'jobs.progress.in-progress',
    kind: 'hide-field',
    field: 'job.progress',
    when: ({ job }) => job.status !== 'InProgress',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.eta',
    kind: 'info',
    field: null,
    when: ({ job }) => job.status === 'InProgress',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.percent',
    kind: 'info',
    field: null,
    when: ({ job }) => job.status === 'InProgress',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.bytes',
    kind: 'hide-field',
    field: 'job.bytes',
    when: ({ job }) => job.kind !== 'createVm',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.crr.no-cancel',
    kind: 'hide-field',
    field: 'job.cancel',
    when: ({ job }) => job.secondary,
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'jobs.crr.filter',
    kind: 'info',
    field: null,
    when: ({ job }) => job.secondary,
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
    source: [doc000('Use templates to customize a restored VM')],
  },
  {
    id: 'jobs.failed.disks-kept',
    kind: 'warn',
    field: null,
    when: ({ job }) => job.kind === 'createVm' && job.status === 'Failed',
    source: [doc000('Restore options, Create a new VM')],
  },
  {
    id: 'jobs.failed.cleanup',
    kind: 'info',
    field: null,
    when: ({ job }, c) => job.status === 'Failed' && c.identity !== 'none',
    source: [doc000('Restore VMs with managed identities')],
  },
  {
    id: 'jobs.failed.help',
    kind: 'info',
    field: null,
    when: ({ job }) => job.status === 'Failed',
    source: [doc000('Next steps')],
  },
]);
