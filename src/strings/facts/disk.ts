import { counted, named, valued, yesNo, type FactWords } from './words.ts';

/** Facts about the restore of a single disk. */
export const diskFacts = {
  'target.diskNames': named(
    'the disks of the target resource group',
    'Disks in the target resource group',
  ),
  'disk.encryption': valued('the encryption of the disk', 'Encryption of the disk is'),
  'disk.role': valued('the role of the disk', 'The disk is', {
    os: 'an OS disk',
    data: 'a data disk',
  }),
  'disk.validation': valued('the validation', 'Validation:', {
    none: 'not started',
    running: 'in progress',
  }),
  'disk.attachedVmProtected': yesNo(
    'whether the disk’s VM is backed up',
    'The disk’s VM is backed up',
    'The disk’s VM isn’t backed up',
  ),
  'bv.restoreOperatorOnTarget': yesNo(
    'whether the vault is Disk Restore Operator on the target resource group',
    'The vault is Disk Restore Operator on the target resource group',
    'The vault isn’t Disk Restore Operator on the target resource group',
  ),
  'bv.rolesOnSnapshotRg': yesNo(
    'whether the vault has its roles on the snapshot resource group',
    'The vault has its roles on the snapshot resource group',
    'The vault lacks roles on the snapshot resource group',
  ),
  'bv.snapshotsInPlace': yesNo(
    'whether the snapshots are where they were created',
    'The snapshots are where they were created',
    'The snapshots aren’t where they were created',
  ),
  'bv.readerOnDes': yesNo(
    'whether the vault can read the disk encryption set',
    'The vault can read the disk encryption set',
    'The vault can’t read the disk encryption set',
  ),
  'bv.roleAgeMinutes': counted(
    'how long the vault has had its role',
    'The vault has had its role for',
    'minute',
    'minutes',
  ),
} as const satisfies Record<string, FactWords>;
