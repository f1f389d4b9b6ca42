import { type FactsAbout, ofNumber, valued, yesNo } from './words.ts';

const kinds = {
  createVm: 'a restore to a new VM',
  restoreDisks: 'a restore of disks',
  replaceDisks: 'a replacement of disks',
  diskRestore: 'a restore of one disk',
};

const statuses = {
  InProgress: 'in progress',
  Completed: 'completed',
  Failed: 'failed',
  CompletedWithWarnings: 'completed with warnings',
  Cancelled: 'canceled',
};

export const jobFacts = {
  'job.kind': valued<keyof typeof kinds>('the kind of the job', 'The job is', kinds),
  'job.status': valued<keyof typeof statuses | (string & {})>(
    'the status of the job',
    'The job’s status is',
    statuses,
  ),
  'job.secondary': yesNo(
    'whether the job runs in the secondary region',
    'The job runs in the secondary region',
    'The job runs in the primary region',
  ),
} as const satisfies FactsAbout<'job'>;

export const productFacts = {
  'form.errors': ofNumber('how many errors the form has', 'The form has', 'error', 'errors'),
  'form.warnings': ofNumber(
    'how many warnings the form has',
    'The form has',
    'warning',
    'warnings',
  ),
  'policy.archive': yesNo(
    'whether archived restore points are checked',
    'Archived restore points are checked',
    'Archived restore points aren’t checked',
  ),
  'policy.czrNonPinned': yesNo(
    'whether zones are offered for VMs in no zone',
    'Zones are offered for VMs in no zone',
    'Zones aren’t offered for VMs in no zone',
  ),
  'policy.networkStepAlways': yesNo(
    'whether network access is always required',
    'Network access is always required',
    'Network access is required only if a disk has private access',
  ),
  /** Another zone is offered for a restore point in both tiers, as texts newer than the documents allow. */
  'policy.czrBothTiers': yesNo(
    'whether zones are offered for restore points in both tiers',
    'Zones are offered for restore points in both tiers',
    'Zones aren’t offered for restore points in both tiers',
  ),
} as const satisfies FactsAbout<'form' | 'policy'>;
