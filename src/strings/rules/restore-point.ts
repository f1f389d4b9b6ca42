import { pointRequiredTexts } from './point-required.ts';
import type { RuleText } from './text.ts';

/** Restore point step (3c). */
export const restorePointTexts = {
  ...pointRequiredTexts,
  'point.identity': {
    say: 'A restore point’s name identifies it and is sent as recoveryPointId.',
  },
  'point.columns': {
    say: 'Each restore point shows its time, consistency, tier, VM size, and whether its disks were managed and encrypted.',
  },
  'point.consistency.crash': {
    say: 'Crash-consistent: the disks are as after a power failure. Application-consistent restore points are listed too, if any.',
  },
  'point.tier.snapshot-only.no-replace': {
    say: 'Replace existing requires a restore point with all its data in the vault. For this one, Transfer Data to Vault hasn’t completed.',
    instead: 'Create new',
    short: 'Transfer to the vault not complete',
  },
  'point.secondary.vault-only': {
    say: 'This restore point is a snapshot. Snapshots aren’t replicated to the secondary region. Select one in the vault.',
    instead: 'Choose another restore point',
    short: 'Snapshot: not in the secondary region',
  },
  'point.secondary.time': {
    say: 'A restore in the secondary region takes about as long as a vault-tier restore in the primary region.',
  },
  'point.secondary.rpo': {
    say: 'The newest restore point in the secondary region can be up to 36 hours old: 24 hours between backups and up to 12 hours of replication.',
  },
  'point.secondary.too-new': {
    say: 'Replication takes up to 12 hours, so this newer restore point might not be in the secondary region yet. Select an older one, or wait.',
    instead: 'Choose another restore point',
  },
  'point.not-in-secondary': {
    say: 'This restore point isn’t in the secondary region. Select one from the secondary region’s list.',
    instead: 'Choose another restore point',
    short: 'Not in the secondary region',
  },
  'point.csr.snapshot': {
    say: 'A snapshot-tier restore point can’t be restored to another subscription. Select one in the vault, or keep the default subscription.',
    instead: 'Keep the default subscription',
    short: 'Snapshot: only in the default subscription',
  },
  'point.csr.mixed': {
    say: 'This restore point has a snapshot and a vault copy. A restore to another subscription uses the vault copy.',
  },
  'point.czr.vault-only': {
    say: 'Availability Zone isn’t offered: the restore point must be in the vault tier alone. Use an older one without a snapshot.',
  },
  'point.unmanaged.vault-only': {
    say: 'This restore point is a snapshot. Unmanaged disks become managed only from vault data. Select one in the vault, or keep the disks unmanaged.',
    instead: 'Keep the disks unmanaged',
    short: 'Snapshot: disks stay unmanaged',
  },
  'point.names.instant': {
    say: '“Instant” and “snapshot” name the same tier, as do “Vault-Standard” and “vault tier”.',
  },
  'point.archive': {
    say: 'This restore point is archived. Rehydrate it to the vault tier first, then restore it.',
    instead: 'Choose another restore point',
    short: 'Archived: rehydrate it first',
  },
} as const satisfies Record<string, RuleText>;
