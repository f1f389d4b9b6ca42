import { type FactsAbout, ofNumber, valued, yesNo } from './words.ts';
import type { Encryption } from './vm.ts';

export const diskFacts = {
  'disk.encryption': valued<Encryption>('the encryption of the disk', 'Encryption of the disk is'),
  'disk.role': valued<'os' | 'data'>('the role of the disk', 'The disk is', {
    os: 'an OS disk',
    data: 'a data disk',
  }),
  'disk.validation': valued<'none' | 'running' | 'succeeded' | 'failed'>(
    'the validation',
    'Validation:',
    {
      none: 'not started',
      running: 'in progress',
    },
  ),
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
  'bv.roleAgeMinutes': ofNumber(
    'how long the vault has had its role',
    'The vault has had its role for',
    'minute',
    'minutes',
  ),
} as const satisfies FactsAbout<'disk' | 'bv'>;
