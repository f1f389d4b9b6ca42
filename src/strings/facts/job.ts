import { counted, valued, yesNo, type FactWords } from './words.ts';

/** Facts about a job, the form, the product's switches, and the restore of a single disk. */
export const jobFacts = {
  'job.kind': valued('the kind of the job', 'The job is', {
    createVm: 'a restore to a new machine',
    restoreDisks: 'a restore of disks',
    replaceDisks: 'a replacement of disks',
    diskRestore: 'a restore of one disk',
  }),
  'job.status': valued('the status of the job', 'The job’s status is', {
    InProgress: 'in progress',
    Completed: 'completed',
    Failed: 'failed',
    CompletedWithWarnings: 'completed with warnings',
    Cancelled: 'cancelled',
  }),
  'job.secondary': yesNo(
    'whether the job runs in the secondary region',
    'The job runs in the secondary region',
    'The job runs in the primary region',
  ),
  'form.errors': counted('what is still refused', 'The form refuses', 'thing', 'things'),
  'form.warnings': counted('what is warned of', 'The form has', 'warning', 'warnings'),
  'policy.archive': yesNo(
    'whether archived points are judged',
    'Archived points are judged',
    'Archived points are not judged',
  ),
  'policy.czrNonPinned': yesNo(
    'whether zones are offered for machines in none',
    'Zones are offered for machines in none',
    'Zones are not offered for machines in none',
  ),
  'policy.networkStepAlways': yesNo(
    'whether network access is always asked for',
    'Network access is always asked for',
    'Network access is asked for where a disk has private access',
  ),
  'disk.encryption': valued('the encryption of the disk', 'Encryption of the disk is'),
  'disk.role': valued('the role of the disk', 'The disk is', {
    os: 'an operating system’s disk',
    data: 'a data disk',
  }),
  'disk.validation': valued('the validation', 'Validation:', {
    none: 'not begun',
    running: 'under way',
  }),
  'disk.attachedVmProtected': yesNo(
    'whether the machine of the disk is backed up',
    'The machine of the disk is backed up',
    'The machine of the disk is not backed up',
  ),
  'bv.restoreOperatorOnTarget': yesNo(
    'whether the vault is Disk Restore Operator on the target group',
    'The vault is Disk Restore Operator on the target group',
    'The vault is not Disk Restore Operator on the target group',
  ),
  'bv.rolesOnSnapshotRg': yesNo(
    'whether the vault has its roles on the snapshot group',
    'The vault has its roles on the snapshot group',
    'The vault lacks roles on the snapshot group',
  ),
  'bv.snapshotsInPlace': yesNo(
    'whether the snapshots are where they were made',
    'The snapshots are where they were made',
    'The snapshots are not where they were made',
  ),
  'bv.readerOnDes': yesNo(
    'whether the vault may read the disk encryption set',
    'The vault may read the disk encryption set',
    'The vault may not read the disk encryption set',
  ),
  'bv.roleAgeMinutes': counted(
    'since when the vault has its role',
    'The vault has had its role for',
    'minute',
    'minutes',
  ),
} as const satisfies Record<string, FactWords>;
