import type { Consistency, RecoveryPointTier } from '#src/model/points.ts';
import { type FactsAbout, ofNumber, valued, yesNo } from './words.ts';

/** Whole hours; less than one is a bound, never zero. */
const hoursText = (hours: number): string =>
  hours < 1 ? 'less than 1 h' : `${Math.floor(hours).toString()} h`;

export const pointFacts = {
  'point.id': valued<string>('the name of the restore point', 'The restore point is'),
  'point.time': valued<string>('the time of the restore point', 'The restore point’s time is'),
  'point.consistency': valued<Exclude<Consistency, 'unknown'>>(
    'the consistency of the restore point',
    'The restore point is',
    {
      AppConsistent: 'application-consistent',
      FileSystemConsistent: 'file-system consistent',
      CrashConsistent: 'crash-consistent',
    },
  ),
  'point.tier': valued<Exclude<RecoveryPointTier, 'unknown'>>(
    'the tier of the restore point',
    'The restore point’s tier is',
    {
      SnapshotAndVault: 'Snapshot and Vault-Standard',
      Vault: 'Vault-Standard',
    },
  ),
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
    say: (value: number) =>
      value < 0
        ? `The restore point’s time is ${hoursText(-value)} ahead of this device’s clock`
        : `The restore point is ${hoursText(value)} old`,
  },
  'point.diskCount': ofNumber(
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
  /** Azure Disk Encryption was on when it was taken. */
  'point.isSourceEncrypted': yesNo(
    'whether Azure Disk Encryption was on',
    'Azure Disk Encryption was on',
    'Azure Disk Encryption was off',
  ),
  /** Someone deleted it, and Azure keeps it for some days. */
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
  /** null: nothing reports an end. */
  'point.hoursToExpiry': {
    about: 'when the restore point expires',
    say: (value: number | null) =>
      value === null
        ? 'Azure reports no expiry of the restore point'
        : value > 0
          ? `The restore point expires in ${hoursText(value)}`
          : `The restore point expired ${value === 0 ? 'now' : `${hoursText(-value)} ago`}`,
  },
  'point.streaming': yesNo(
    'whether the restore point was created by streaming',
    'The restore point was created by streaming',
    'The restore point wasn’t created by streaming',
  ),
} as const satisfies FactsAbout<'point' | 'item'>;
