import type {
  BackupVaultSeed,
  DiskInstanceSeed,
  DiskJobSeed,
  SoftDeletionSeed,
} from '#src/mocks/world/seed.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { diskInstanceOf, diskPointAt } from '#src/mocks/world/worlds/builders.ts';
import { corp, prod, shopKeys } from '#src/mocks/world/worlds/default-estate.ts';

/**
 * Disks of the default world that Backup vaults protect (document 002): all belong to machines that a
 * Recovery Services vault protects too.
 */

const vaultIn = (groupId: string, name: string): string =>
  `${groupId}/providers/Microsoft.DataProtection/backupVaults/${name}`;

const prodVault = vaultIn(prod('rg-backup-weu'), 'bv-prod-weu');
const appsVault = vaultIn(corp('rg-backup-eus2'), 'bv-apps-eus2');
const noIdentityVault = vaultIn(corp('rg-backup-neu'), 'bv-hq-neu');

export const backupVaults: readonly BackupVaultSeed[] = [
  { id: prodVault, location: 'westeurope', hasIdentity: true },
  { id: appsVault, location: 'eastus2', hasIdentity: true },
  { id: noIdentityVault, location: 'northeurope', hasIdentity: false },
];

const DAY = 86_400;
/** Points are kept for a week. */
const DAYS = 7;

interface DiskRow {
  readonly where: readonly [vault: string, group: string, disk: string];
  readonly newest: string;
  /** How many of the oldest points have lost their snapshots. */
  readonly snapshotsGone?: number;
  readonly softDeleted?: SoftDeletionSeed;
}

/** A disk with points of a week, whose snapshots lie beside its vault. */
function diskIn({ where, newest, snapshotsGone = 0, softDeleted }: DiskRow): DiskInstanceSeed {
  const [vault, group, disk] = where;
  return diskInstanceOf(vault, `${group}/providers/Microsoft.Compute/disks/${disk}`, {
    location: backupVaults.find(({ id }) => id === vault)?.location ?? '',
    snapshotGroup: groupOf(vault),
    points: Array.from({ length: DAYS }, (_, daysAgo) => ({
      ...diskPointAt(`${disk}:${daysAgo}`, seedMs(newest) - daysAgo * DAY * 1000),
      ...(daysAgo < DAYS - snapshotsGone ? {} : { isSnapshotGone: true }),
    })),
    ...(softDeleted === undefined ? {} : { softDeleted }),
  });
}

/** Each is there for a fact of its own. */
const disks: readonly DiskRow[] = [
  // A data disk of a Linux machine; all that a restore into its own group needs is there.
  {
    where: [prodVault, prod('rg-app-prod'), 'app01_DataDisk_0'],
    newest: '2025-06-04T22:00:00.000Z',
  },
  // The OS disk of a Windows machine: the vault can't create disks in its group until it gets the role.
  {
    where: [prodVault, prod('rg-erp'), 'sql-erp-02_OsDisk'],
    newest: '2025-06-04T21:00:00.000Z',
    snapshotsGone: 2,
  },
  // Under a customer-managed key that the vault can read.
  {
    where: [prodVault, prod('rg-shop'), 'shop-cart-01_DataDisk_0'],
    newest: '2025-06-04T23:00:00.000Z',
  },
  // Under one that it can't read yet.
  {
    where: [appsVault, corp('rg-finance'), 'fin-ledger-01_DataDisk_0'],
    newest: '2025-06-04T22:30:00.000Z',
  },
  // Its backup was deleted two days ago, and is kept for twelve more.
  {
    where: [prodVault, prod('rg-hr'), 'hr-stage-02_DataDisk_0'],
    newest: '2025-06-02T22:00:00.000Z',
    softDeleted: { at: '2025-06-03T08:20:05.1150000Z', days: 14 },
  },
  // In a vault without an identity.
  {
    where: [noIdentityVault, corp('rg-identity'), 'dc-hq-01_OsDisk'],
    newest: '2025-06-04T20:00:00.000Z',
  },
];

export const diskInstances = disks.map(diskIn);

const instanceOf = (disk: string): string =>
  diskInstances.find(({ sourceId }) => sourceId.endsWith(`/${disk}`))?.id ?? '';

/** Two restores of the past days: one was tried out, the other was not let. The oldest first. */
export const diskJobs: readonly DiskJobSeed[] = [
  {
    name: 'not let',
    instanceId: instanceOf('sql-erp-02_OsDisk'),
    targetId: `${prod('rg-erp')}/providers/Microsoft.Compute/disks/sql-erp-02_OsDisk-copy`,
    startedSecondsBefore: 3 * DAY,
    error: {
      code: 0,
      title: 'UserErrorNotEnoughPermissionOnTargetRG',
      text: 'The managed identity of the vault may not make disks in resource group rg-erp.',
      recommendations: [
        'Give it the role Disk Restore Operator there. A new role may take about 15 minutes to count.',
      ],
    },
  },
  {
    name: 'tried out',
    instanceId: instanceOf('app01_DataDisk_0'),
    targetId: `${prod('rg-restore-weu')}/providers/Microsoft.Compute/disks/check_app01_DataDisk_0`,
    startedSecondsBefore: 2 * DAY,
  },
];

/** What the identities of the Backup vaults may do. */
export const diskRoles: readonly RoleAssignmentSeed[] = [
  { holder: prodVault, role: 'Disk Restore Operator', scope: prod('rg-app-prod') },
  { holder: prodVault, role: 'Disk Restore Operator', scope: prod('rg-restore-weu') },
  // In another subscription than its own.
  { holder: prodVault, role: 'Disk Restore Operator', scope: corp('rg-dr-weu') },
  { holder: prodVault, role: 'Disk Snapshot Contributor', scope: prod('rg-backup-weu') },
  { holder: prodVault, role: 'Reader', scope: shopKeys },
  { holder: appsVault, role: 'Disk Restore Operator', scope: corp('rg-restore-eus2') },
  { holder: appsVault, role: 'Disk Snapshot Contributor', scope: corp('rg-backup-eus2') },
];
