import { counted, valued, yesNo, type FactWords } from './words.ts';

/** Facts about the backup instance and its restore point. */
export const pointFacts = {
  'point.id': valued('the name of the restore point', 'The restore point is'),
  'point.time': valued('the time of the restore point', 'The restore point’s time is'),
  'point.consistency': valued('the consistency of the restore point', 'The restore point is', {
    AppConsistent: 'application-consistent',
    FileSystemConsistent: 'file-system consistent',
    CrashConsistent: 'crash-consistent',
  }),
  'point.tier': valued('the tier of the restore point', 'The restore point’s tier is', {
    SnapshotAndVault: 'Snapshot and Vault-Standard',
    Vault: 'Vault-Standard',
  }),
  'point.transferToVaultDone': yesNo(
    'whether all data of the restore point is in the vault',
    'All data of the restore point is in the vault',
    'Not all data of the restore point is in the vault yet',
  ),
  'point.inSecondary': yesNo(
    'whether the restore point is in the secondary region',
    'The restore point is in the secondary region',
    'The restore point isn’t in the secondary region',
  ),
  'point.ageHours': {
    about: 'the age of the restore point',
    say: (value) => `The restore point is ${Math.floor(Number(value)).toString()} h old`,
  },
  'point.diskCount': counted(
    'how many disks the restore point has',
    'The restore point has',
    'disk',
    'disks',
  ),
  'point.isRehydrated': yesNo(
    'whether the restore point was rehydrated from the archive',
    'The restore point was rehydrated from the archive',
    'The restore point wasn’t rehydrated from the archive',
  ),
  'point.isSourceEncrypted': yesNo(
    'whether Azure Disk Encryption was on',
    'Azure Disk Encryption was on',
    'Azure Disk Encryption was off',
  ),
  'item.isSoftDeleted': yesNo(
    'whether the backup instance is soft-deleted',
    'The backup instance is soft-deleted',
    'The backup instance isn’t soft-deleted',
  ),
  'point.isSoftDeleted': yesNo(
    'whether the restore point is soft-deleted',
    'The restore point is soft-deleted',
    'The restore point isn’t soft-deleted',
  ),
  'point.hoursToExpiry': {
    about: 'when the restore point expires',
    say: (value) =>
      value === null
        ? 'Azure reports no expiry of the restore point'
        : `The restore point expires in ${Math.floor(Number(value)).toString()} h`,
  },
  'point.streaming': yesNo(
    'whether the restore point was created by streaming',
    'The restore point was created by streaming',
    'The restore point wasn’t created by streaming',
  ),
} as const satisfies Record<string, FactWords>;
