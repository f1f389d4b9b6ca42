import { valued, yesNo, type FactWords } from './words.ts';

/** Facts about a job. */
export const jobFacts = {
  'job.kind': valued('the kind of the job', 'The job is', {
    createVm: 'a restore to a new VM',
    restoreDisks: 'a restore of disks',
    replaceDisks: 'a replacement of disks',
    diskRestore: 'a restore of one disk',
  }),
  'job.status': valued('the status of the job', 'The job’s status is', {
    InProgress: 'in progress',
    Completed: 'completed',
    Failed: 'failed',
    CompletedWithWarnings: 'completed with warnings',
    Cancelled: 'canceled',
  }),
  'job.secondary': yesNo(
    'whether the job runs in the secondary region',
    'The job runs in the secondary region',
    'The job runs in the primary region',
  ),
} as const satisfies Record<string, FactWords>;
