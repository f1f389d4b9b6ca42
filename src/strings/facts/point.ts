import { counted, valued, yesNo, type FactWords } from './words.ts';

/** Facts about the restore point. */
export const pointFacts = {
  'point.id': valued('the name of the restore point', 'The restore point is'),
  'point.time': valued('the time of the restore point', 'The restore point is of'),
  'point.consistency': valued('the consistency of the restore point', 'The point is', {
    AppConsistent: 'application-consistent',
    FileSystemConsistent: 'file-system consistent',
    CrashConsistent: 'crash-consistent',
  }),
  'point.tier': valued('the tier of the restore point', 'The point’s tier is', {
    SnapshotAndVault: 'Snapshot and Vault-Standard',
    Vault: 'Vault-Standard',
  }),
  'point.transferToVaultDone': yesNo(
    'whether the point’s data is all in the vault',
    'The point’s data is all in the vault',
    'The point’s data is not all in the vault yet',
  ),
  'point.inSecondary': yesNo(
    'whether the point is in the secondary region',
    'The point is in the secondary region',
    'The point is not in the secondary region',
  ),
  'point.ageHours': {
    about: 'the age of the point',
    say: (value) => `The point is ${Math.floor(Number(value)).toString()} h old`,
  },
  'point.diskCount': counted('how many disks the point has', 'The point has', 'disk', 'disks'),
  'point.isRehydrated': yesNo(
    'whether the point was brought back from the archive',
    'The point was brought back from the archive',
    'The point was not brought back from the archive',
  ),
  'point.isSourceEncrypted': yesNo(
    'whether Azure Disk Encryption was on',
    'Azure Disk Encryption was on',
    'Azure Disk Encryption was off',
  ),
  'point.streaming': yesNo(
    'whether the point was made by streaming',
    'The point was made by streaming',
    'The point was not made by streaming',
  ),
} as const satisfies Record<string, FactWords>;
