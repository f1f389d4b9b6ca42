import { instant, isoText } from '#src/lib/time.ts';
import type {
  BackupVaultSeed,
  DiskInstanceSeed,
  DiskJobSeed,
  DiskPointSeed,
  SoftDeletionSeed,
} from '#src/mocks/world/disk-backup-seed.ts';
import { guidFrom, hexFrom } from '#src/mocks/world/ids.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/role-seed.ts';
import { seedMs } from '#src/mocks/world/us-text.ts';
import { corporate, inGroup, production } from './default-estate.ts';
import { shopKeys } from './default-special-estate.ts';

/**
 * Disks of the default world that Backup vaults protect (document 002): all belong to machines that a
 * Recovery Services vault protects too.
 */

const vaultIn = (groupId: string, name: string): string =>
  `${groupId}/providers/Microsoft.DataProtection/backupVaults/${name}`;

const prod = (group: string): string => inGroup(production, group);
const corp = (group: string): string => inGroup(corporate, group);

const prodVault = vaultIn(prod('rg-backup-weu'), 'bv-prod-weu');
const appsVault = vaultIn(corp('rg-backup-eus2'), 'bv-apps-eus2');
const noIdentityVault = vaultIn(corp('rg-backup-neu'), 'bv-hq-neu');

export const backupVaults: readonly BackupVaultSeed[] = [
  { id: prodVault, location: 'westeurope', hasIdentity: true },
  { id: appsVault, location: 'eastus2', hasIdentity: true },
  { id: noIdentityVault, location: 'northeurope', hasIdentity: false },
];

const DAY_MS = 86_400_000;
/** Points are kept for a week. */
const DAYS = 7;

const pointsOf = (disk: string, newest: string): readonly DiskPointSeed[] =>
  Array.from({ length: DAYS }, (_, daysAgo) => {
    const ms = seedMs(newest) - daysAgo * DAY_MS;
    return {
      name: hexFrom(`disk point:${disk}:${daysAgo}`, 32),
      time: isoText(instant(ms)),
      expires: isoText(instant(ms + DAYS * DAY_MS)),
    };
  });

interface Wanted {
  readonly vault: string;
  readonly group: string;
  readonly disk: string;
  readonly newest: string;
  /** How many of the oldest points have lost their snapshots. */
  readonly snapshotsGone?: number;
  readonly softDeleted?: SoftDeletionSeed;
}

/** A disk with points of a week, whose snapshots lie beside its vault. */
function protect(wanted: Wanted): DiskInstanceSeed {
  const { vault, group, disk, newest, snapshotsGone = 0, softDeleted } = wanted;
  const { location = '' } = backupVaults.find(({ id }) => id === vault) ?? {};
  return {
    id: `${vault}/backupInstances/${disk}-${disk}-${guidFrom(`disk:${disk}`)}`,
    vaultId: vault,
    sourceId: `${group}/providers/Microsoft.Compute/disks/${disk}`,
    sourceType: 'Microsoft.Compute/disks',
    location,
    snapshotGroup: vault.slice(0, vault.indexOf('/providers/')),
    state: 'ProtectionConfigured',
    points: pointsOf(disk, newest).map((point, daysAgo) =>
      daysAgo < DAYS - snapshotsGone ? point : { ...point, isSnapshotGone: true },
    ),
    ...(softDeleted === undefined ? {} : { softDeleted }),
  };
}

/** Each is there for a fact of its own. */
export const diskInstances: readonly DiskInstanceSeed[] = [
  // A data disk of a Linux machine; all that a restore into its own group needs is there.
  protect({
    vault: prodVault,
    group: prod('rg-app-prod'),
    disk: 'app01_DataDisk_0',
    newest: '2025-06-04T22:00:00.000Z',
  }),
  // The OS disk of a Windows machine: the vault can't create disks in its group until it gets the role.
  protect({
    vault: prodVault,
    group: prod('rg-erp'),
    disk: 'sql-erp-02_OsDisk',
    newest: '2025-06-04T21:00:00.000Z',
    snapshotsGone: 2,
  }),
  // Under a customer-managed key that the vault can read.
  protect({
    vault: prodVault,
    group: prod('rg-shop'),
    disk: 'shop-cart-01_DataDisk_0',
    newest: '2025-06-04T23:00:00.000Z',
  }),
  // Under one that it can't read yet.
  protect({
    vault: appsVault,
    group: corp('rg-finance'),
    disk: 'fin-ledger-01_DataDisk_0',
    newest: '2025-06-04T22:30:00.000Z',
  }),
  // Its backup was deleted two days ago, and is kept for twelve more.
  protect({
    vault: prodVault,
    group: prod('rg-hr'),
    disk: 'hr-stage-02_DataDisk_0',
    newest: '2025-06-02T22:00:00.000Z',
    softDeleted: { at: '2025-06-03T08:20:05.1150000Z', days: 14 },
  }),
  // In a vault without an identity.
  protect({
    vault: noIdentityVault,
    group: corp('rg-identity'),
    disk: 'dc-hq-01_OsDisk',
    newest: '2025-06-04T20:00:00.000Z',
  }),
];

const DAY = 86_400;
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

const operator = (holder: string, scope: string): RoleAssignmentSeed => ({
  holder,
  role: 'Disk Restore Operator',
  scope,
});

const snapshots = (holder: string, scope: string): RoleAssignmentSeed => ({
  holder,
  role: 'Disk Snapshot Contributor',
  scope,
});

/** What the identities of the Backup vaults may do. */
export const diskRoles: readonly RoleAssignmentSeed[] = [
  operator(prodVault, prod('rg-app-prod')),
  operator(prodVault, prod('rg-restore-weu')),
  // In another subscription than its own.
  operator(prodVault, corp('rg-dr-weu')),
  snapshots(prodVault, prod('rg-backup-weu')),
  { holder: prodVault, role: 'Reader', scope: shopKeys },
  operator(appsVault, corp('rg-restore-eus2')),
  snapshots(appsVault, corp('rg-backup-eus2')),
];
