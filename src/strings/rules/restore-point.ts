import { pointRequiredTexts } from './point-required.ts';
import type { RuleText } from './text.ts';

/** Restore point step (3c). */
export const restorePointTexts = {
  ...pointRequiredTexts,
  'point.identity': {
    say: 'Azure knows a restore point by its name. That name is sent as recoveryPointId.',
  },
  'point.columns': {
    say: 'Each point shows its time, consistency, tier, machine size, and whether its disks were managed and encrypted.',
  },
  'point.consistency.crash': {
    say: 'Crash-consistent: the disks are as after a power cut. Where an application-consistent point exists, it is listed too.',
  },
  'point.tier.snapshot-only.no-replace': {
    say: 'The data of this point is not yet all in the vault: Transfer Data to Vault has not completed. Replace existing needs that.',
    instead: 'Create new',
    short: 'Transfer to the vault not complete',
  },
  'point.secondary.vault-only': {
    say: 'This point is a snapshot, and snapshots are not replicated to the secondary region. Choose a point that is in the vault.',
    instead: 'Choose another point',
    short: 'Snapshot: not in the secondary region',
  },
  'point.secondary.time': {
    say: 'A restore in the secondary region takes about as long as one from the vault tier in the primary region.',
  },
  'point.secondary.rpo': {
    say: 'Points in the secondary region can lie up to 36 hours back: 24 h between backups and up to 12 h of replication.',
  },
  'point.secondary.too-new': {
    say: 'Replication takes up to 12 hours, and this point is younger. It may not have arrived in the secondary region. Choose an older one, or wait.',
    instead: 'Choose another point',
  },
  'point.not-in-secondary': {
    say: 'This point is not in the secondary region. Choose one from the secondary region’s list.',
    instead: 'Choose another point',
    short: 'Not in the secondary region',
  },
  'point.csr.snapshot': {
    say: 'A snapshot-tier point cannot be restored to another subscription. Choose a point in the vault, or keep the default subscription.',
    instead: 'Keep the default subscription',
    short: 'Snapshot: only in the default subscription',
  },
  'point.csr.mixed': {
    say: 'This point has a snapshot and a vault copy. A restore to another subscription reads the vault copy.',
  },
  'point.czr.vault-only': {
    say: 'Availability Zone is not offered: the point must lie in the vault tier alone. An older point, moved wholly to the vault, allows it.',
  },
  'point.unmanaged.vault-only': {
    say: 'Unmanaged disks become managed only from vault data, and this point is a snapshot. Choose a point in the vault, or keep the disks unmanaged.',
    instead: 'Keep the disks unmanaged',
    short: 'Snapshot: disks stay unmanaged',
  },
  'point.names.instant': {
    say: '“Instant” and “snapshot” name the same tier. So do “Vault-Standard” and “vault tier”.',
  },
  'point.archive': {
    say: 'This point is archived. Bring it back to the vault tier first, then restore it.',
    instead: 'Choose another point',
    short: 'Archived: bring it back first',
  },
} as const satisfies Record<string, RuleText>;
