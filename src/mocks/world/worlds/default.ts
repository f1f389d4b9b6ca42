import { invariant } from '#src/lib/result.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { looseDisksOf } from '#src/mocks/world/made-things.ts';
import type {
  BackupVaultSeed,
  DiskInstanceSeed,
  DiskJobSeed,
  JobSeed,
  LooseDiskSeed,
  Seed,
  SoftDeletionSeed,
  WrittenSeed,
} from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { corp, defaultEstate, prod, shopKeys } from '#src/mocks/world/worlds/default-estate.ts';
import { type Protected, protectedMachines } from '#src/mocks/world/worlds/default-instances.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';
import { diskInstanceOf, diskPointAt } from '#src/mocks/world/worlds/builders.ts';

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
const diskJobs: readonly DiskJobSeed[] = [
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
const diskRoles: readonly RoleAssignmentSeed[] = [
  { holder: prodVault, role: 'Disk Restore Operator', scope: prod('rg-app-prod') },
  { holder: prodVault, role: 'Disk Restore Operator', scope: prod('rg-restore-weu') },
  // In another subscription than its own.
  { holder: prodVault, role: 'Disk Restore Operator', scope: corp('rg-dr-weu') },
  { holder: prodVault, role: 'Disk Snapshot Contributor', scope: prod('rg-backup-weu') },
  { holder: prodVault, role: 'Reader', scope: shopKeys },
  { holder: appsVault, role: 'Disk Restore Operator', scope: corp('rg-restore-eus2') },
  { holder: appsVault, role: 'Disk Snapshot Contributor', scope: corp('rg-backup-eus2') },
];

/** Jobs of the default world: the past days, what runs at its start, and a rehearsal that goes on. */

export const defaultStart = '2025-06-05T02:44:00.000Z';

const HOUR = 3600;

function itemOf(group: string, name: string): Protected {
  const found = protectedMachines.find(({ machine }) =>
    machine.id.endsWith(
      `/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
    ),
  );
  invariant(found, `the default world has ${name} in ${group}`);
  return found;
}

type RestoreFacts = Omit<JobSeed, 'name' | 'itemId' | 'operation'>;

function restore(group: string, machine: string, name: string, facts: RestoreFacts): JobSeed {
  return { name, itemId: itemOf(group, machine).instance.id, operation: 'Restore', ...facts };
}

const restoreGroup = prod('rg-restore-weu');
const staging = `${restoreGroup}/providers/Microsoft.Storage/storageAccounts/stprodweu01`;
const toRestoreGroup = { group: restoreGroup, account: staging };
const newMachine = (name: string) => ({
  ...toRestoreGroup,
  machine: `${restoreGroup}/providers/Microsoft.Compute/virtualMachines/${name}`,
});

const restores: readonly JobSeed[] = [
  restore('rg-app-prod', 'app01', 'running at start', {
    recoveryType: 'AlternateLocation',
    startedSecondsBefore: 14 * 60,
    target: newMachine('app01-restored'),
  }),
  restore('rg-web', 'web-fe-07', 'disks of last evening', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 5 * HOUR,
    target: toRestoreGroup,
  }),
  restore('testRG', 'testVM', 'failed before', {
    recoveryType: 'AlternateLocation',
    startedSecondsBefore: 84 * 60,
    target: newMachine('testVM-copy'),
    ending: 'failed',
  }),
  restore('rg-web', 'web-fe-07', 'replaced with a warning', {
    recoveryType: 'OriginalLocation',
    startedSecondsBefore: DAY + 2 * HOUR,
    target: { account: staging },
    ending: 'warnings',
  }),
  restore('rg-identity', 'dc-hq-01', 'cancelled', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 15 * HOUR,
    target: toRestoreGroup,
    ending: 'cancelled',
  }),
  restore('rg-hr', 'hr-db-01', 'failed disks', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 2 * DAY + 3 * HOUR,
    target: toRestoreGroup,
    ending: 'failed',
  }),
  restore('rg-finance', 'fin-ledger-01', 'quarterly test', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 4 * DAY,
    target: toRestoreGroup,
  }),
];

/** A rehearsal of 93 minutes that starts every 90: some restore is running at any time, four days on. */
const rehearsals: readonly JobSeed[] = Array.from({ length: 66 }, (_, index) =>
  restore('rg-erp', 'sql-erp-02', `rehearsal ${index}`, {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 40 * 60 - index * 90 * 60,
    target: toRestoreGroup,
  }),
);

type Restored = readonly [
  group: string,
  machine: string,
  recoveryType: NonNullable<JobSeed['recoveryType']>,
  days: number,
  hour: number,
];

/**
 * Restores of the past month in the vault of production, older than what lists of a week show: they tell how long
 * another one takes. What they made was deleted after a look.
 */
const history: readonly JobSeed[] = (
  [
    ['rg-app-prod', 'orders-01', 'AlternateLocation', 8, 2],
    ['rg-pay', 'pay-api-02', 'RestoreDisks', 9, 5],
    ['rg-restore-weu', 'sap-keys-01', 'OriginalLocation', 10, 4],
    ['rg-app-prod', 'keys-lnx-01', 'RestoreDisks', 11, 17],
    ['rg-restore-weu', 'sap-hana-01', 'AlternateLocation', 12, 6],
    ['rg-pay', 'pay-api-02', 'OriginalLocation', 13, 20],
    ['rg-trade', 'trade-db-01', 'RestoreDisks', 14, 9],
    ['rg-app-prod', 'keys-lnx-01', 'AlternateLocation', 15, 3],
    ['rg-restore-weu', 'sap-hana-01', 'RestoreDisks', 16, 15],
    ['rg-app-prod', 'orders-01', 'OriginalLocation', 17, 7],
    ['rg-restore-weu', 'sap-keys-01', 'RestoreDisks', 18, 13],
    ['rg-pay', 'pay-api-02', 'AlternateLocation', 19, 16],
    ['rg-restore-weu', 'sap-hana-01', 'OriginalLocation', 20, 2],
    ['rg-app-prod', 'orders-01', 'AlternateLocation', 21, 8],
    ['rg-app-prod', 'keys-lnx-01', 'OriginalLocation', 22, 12],
    ['rg-restore-weu', 'sap-keys-01', 'AlternateLocation', 23, 5],
    ['rg-trade', 'trade-db-01', 'OriginalLocation', 24, 10],
  ] satisfies readonly Restored[]
).map(([group, machine, recoveryType, days, hour]) => {
  const startedSecondsBefore = days * DAY + hour * HOUR;
  const startedAt = seedMs(defaultStart) - startedSecondsBefore * 1000;
  const { instance } = itemOf(group, machine);
  const point = instance.points.find(({ time }) => seedMs(time) < startedAt);
  invariant(point, `${machine} has a restore point of ${String(days)} days ago`);
  const targets = {
    AlternateLocation: newMachine(`${machine}-check`),
    RestoreDisks: toRestoreGroup,
    OriginalLocation: { account: staging },
  };
  return restore(group, machine, `past ${machine} ${String(days)}`, {
    recoveryType,
    startedSecondsBefore,
    pointName: point.name,
    target: targets[recoveryType],
    isCleanedUp: true,
  });
});

/** The scheduled backups behind the newest points. */
const backups: readonly JobSeed[] = protectedMachines.flatMap(({ instance }) =>
  instance.points.slice(0, 4).flatMap(({ name, time }) => {
    const secondsBefore = Math.round((seedMs(defaultStart) - seedMs(time)) / 1000) + 40;
    if (secondsBefore > 6 * DAY) return [];
    return [
      {
        name: `backup ${instance.id} ${name}`,
        itemId: instance.id,
        operation: 'Backup' as const,
        pointName: name,
        startedSecondsBefore: secondsBefore,
      },
    ];
  }),
);

const failedBackups: readonly JobSeed[] = [0, 1, 2].map((night) => ({
  name: `failed backup ${night}`,
  itemId: itemOf('rg-ml', 'ml-batch-01').instance.id,
  operation: 'Backup',
  startedSecondsBefore: 4 * HOUR + 14 * 60 + night * DAY,
  ending: 'failed',
}));

const defaultJobs: readonly JobSeed[] = [
  ...restores,
  ...rehearsals,
  ...backups,
  ...failedBackups,
  ...history,
];

/** What a deleted machine left: no restore has made it. */

const gone = protectedMachines.find(({ machine }) => machine.id.endsWith('/old-crm-01'))?.machine;
invariant(gone, 'the default world had old-crm-01');

const madeAtMs = seedMs('2024-02-11T09:12:30.000Z');

const leftDisks: readonly LooseDiskSeed[] = looseDisksOf(gone).map((one) => ({
  ...one,
  disk: { ...one.disk, madeAtMs },
}));

const subnetId = `${prod('rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-hub-weu/subnets/snet-shared`;

const leftParts: WrittenSeed = {
  machineIds: [],
  parts: [
    {
      id: `${groupOf(gone.id)}/providers/Microsoft.Network/networkInterfaces/old-crm-01-nic0`,
      model: {
        location: gone.location,
        tags: { application: 'crm' },
        properties: {
          ipConfigurations: [
            {
              name: 'ipconfig1',
              properties: {
                subnet: { id: subnetId },
                privateIPAllocationMethod: 'Dynamic',
                privateIPAddress: '10.10.0.20',
              },
            },
          ],
        },
      },
    },
  ],
  removedIds: [],
};

/** A night at Contoso: the documents' example among other machines, each for a fact of its own, in five more vaults. */
export const defaultWorld: Seed = {
  name: 'default',
  startsAt: defaultStart,
  frontDoor: 'WESTEUROPE',
  ...defaultEstate,
  machines: protectedMachines.map(({ machine }) => machine),
  instances: protectedMachines.map(({ instance }) => instance),
  roleAssignments: [...defaultEstate.roleAssignments, ...diskRoles],
  backupVaults,
  diskInstances,
  diskJobs,
  looseDisks: leftDisks,
  written: leftParts,
  jobs: defaultJobs,
};
