import { counted, named, valued, yesNo, type FactWords } from './words.ts';

/** Facts about the restore of a single disk. */
export const diskFacts = {
  'target.diskNames': named('the disks of the target group', 'Disks in the target group'),
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
