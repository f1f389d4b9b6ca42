import type { DiskSeed, InstanceSeed, MachineSeed, PointSeed } from '#src/mocks/world/seed.ts';
import {
  dailyPoints,
  disksOf,
  endAfter,
  instanceOf,
  machineOf,
  type PointsWanted,
} from '#src/mocks/world/worlds/builders.ts';
import {
  appsVault,
  corp,
  defaultEstate,
  doubleKeys,
  hqVault,
  hrVault,
  prod,
  prodVault,
  shopKeys,
  shopVault,
} from '#src/mocks/world/worlds/default-estate.ts';
import { exampleInstance, exampleMachine } from '#src/mocks/world/worlds/document.ts';

/** A machine of the default world with its backups. */
export interface Protected {
  readonly machine: MachineSeed;
  readonly instance: InstanceSeed;
}

type Facts = Parameters<typeof machineOf>[2];

/** Given facts of a machine; the rest of it and its points follow. */
interface MachineRow {
  readonly where: readonly [vault: string, group: string, name: string];
  readonly facts: Omit<Facts, 'disks' | 'location'>;
  readonly disks: {
    readonly sku: 'Standard_LRS' | 'StandardSSD_LRS' | 'Premium_LRS';
    readonly sizes: readonly number[];
    /** Kind of the data disks, where it is not that of the OS disk. */
    readonly dataSku?: DiskSeed['sku'];
    /** The data disk that another machine uses too. */
    readonly sharedLun?: number;
  };
  /** Minute of the newest point. */
  readonly newest: string;
  readonly points?: Partial<PointsWanted>;
  readonly instance?: Partial<InstanceSeed>;
  /** Its newest point is a snapshot alone: the transfer to the vault is running. */
  readonly isSnapshotOnly?: true;
  /** Its last point but one is deleted softly and kept for some days, and the last one goes within a day. */
  readonly hasEnds?: true;
}

/** A machine in its vault's region, with points of a month. */
function machineIn(row: MachineRow): Protected {
  const { where, facts, newest } = row;
  const { sku, sizes, dataSku = sku, sharedLun } = row.disks;
  const [vault, group, name] = where;
  const disks = disksOf(name, sku, sizes).map((disk) => ({
    ...disk,
    sku: disk.lun < 0 ? sku : dataSku,
    ...(disk.lun === sharedLun ? { maxShares: 2 } : {}),
  }));
  const location = defaultEstate.vaults.find(({ id }) => id === vault)?.location ?? '';
  const machine = machineOf(group, name, {
    ...facts,
    location,
    disks,
    // A machine with Ultra disks was given the capability for them.
    ...(dataSku === 'UltraSSD_LRS' ? { canUseUltraDisks: true } : {}),
  });
  const points = dailyPoints({
    key: machine.id,
    newest,
    days: 30,
    osType: facts.osType,
    privateAccess: facts.hasPrivateDisks === true,
    ...row.points,
  });
  const instance = instanceOf(vault, machine, { points, ...row.instance });
  return { machine, instance: { ...instance, points: changedPoints(points, row) } };
}

function changedPoints(
  points: readonly PointSeed[],
  { isSnapshotOnly, hasEnds }: MachineRow,
): readonly PointSeed[] {
  const [newest, ...older] = points;
  if (isSnapshotOnly === true && newest !== undefined) {
    return [{ ...newest, tiers: [{ type: 'InstantRP', status: 'Valid' }] }, ...older];
  }
  const [deleted, last] = points.slice(-2);
  if (hasEnds !== true || deleted === undefined || last === undefined) return points;
  return [
    ...points.slice(0, -2),
    { ...deleted, isSoftDeleted: true, expires: endAfter(deleted.time, 36) },
    { ...last, expires: endAfter(last.time, 30) },
  ];
}

const corporateServers = `${corp('rg-identity')}/providers/Microsoft.Network/virtualNetworks/vnet-corp-neu/subnets/snet-servers`;

/**
 * The documents' testVM in 2025: the names of its two points are the documents' own, their times
 * are moved to this world's days.
 */
export const example: Protected = {
  machine: exampleMachine,
  instance: {
    ...exampleInstance,
    lastBackupTime: '2025-06-04T06:05:48.3301420Z',
    points: [
      ...exampleInstance.points.map((point) => ({
        ...point,
        time: point.time.replace('2018-06', '2025-06'),
        rule: 'Daily',
      })),
      ...dailyPoints({
        key: exampleMachine.id,
        newest: '2025-06-04T06:04:00.000Z',
        days: 30,
        osType: 'Windows',
        hasArchive: true,
      }).slice(2),
    ],
  },
};

/** Each is there for a fact of its own. */
const machines: readonly MachineRow[] = [
  {
    where: [prodVault, prod('rg-app-prod'), 'app01'],
    facts: {
      size: 'Standard_D4s_v5',
      osType: 'Linux',
      zone: '1',
      tags: { env: 'prod', application: 'orders', owner: 'team-orders' },
    },
    disks: { sku: 'Premium_LRS', sizes: [30, 126, 256] },
    newest: '2025-06-04T22:02:00.000Z',
    points: { hasArchive: true, digits: 18 },
  },
  {
    where: [prodVault, prod('rg-erp'), 'sql-erp-02'],
    facts: {
      size: 'Standard_E16s_v5',
      osType: 'Windows',
      zone: '2',
      licenseType: 'Windows_Server',
      extensions: ['SqlIaasExtension'],
      sqlLicense: 'AHUB',
      tags: { env: 'prod', 'cost-center': '4711' },
    },
    disks: { sku: 'Premium_LRS', sizes: [127, 263, 512] },
    newest: '2025-06-04T21:30:00.000Z',
    // Then it was made larger, and was given its third disk.
    points: {
      digits: 17,
      before: {
        days: 10,
        machineThen: {
          size: 'Standard_E8s_v5',
          disks: disksOf('sql-erp-02', 'Premium_LRS', [127, 263]),
        },
      },
    },
  },
  {
    where: [prodVault, prod('rg-web'), 'web-fe-07'],
    facts: {
      size: 'Standard_B2ms',
      osType: 'Linux',
      availabilitySet: 'avset-web',
      network: { balancer: 'external', hasSecurityGroup: true },
    },
    disks: { sku: 'StandardSSD_LRS', sizes: [30, 34] },
    newest: '2025-06-04T23:10:00.000Z',
  },
  // The same name in another group, vault and region.
  {
    where: [hqVault, corp('rg-web-stage'), 'web-fe-07'],
    facts: { size: 'Standard_B2s', osType: 'Linux', isStopped: true, tags: { env: 'stage' } },
    disks: { sku: 'Standard_LRS', sizes: [30] },
    newest: '2025-06-04T20:15:00.000Z',
  },
  // Disks behind a private endpoint: Network access is needed.
  {
    where: [prodVault, prod('rg-pay'), 'pay-api-02'],
    facts: {
      size: 'Standard_D2s_v5',
      osType: 'Linux',
      hasPrivateDisks: true,
      hasUserIdentity: true,
      hasKeyVaultLink: true,
    },
    disks: { sku: 'Premium_LRS', sizes: [64, 64] },
    newest: '2025-06-04T22:40:00.000Z',
    points: { before: { days: 21, privateAccess: false } },
  },
  // The source was deleted; its backups are kept.
  {
    where: [prodVault, prod('rg-crm'), 'old-crm-01'],
    facts: { size: 'Standard_D2_v3', osType: 'Windows', exists: false },
    disks: { sku: 'Standard_LRS', sizes: [127] },
    newest: '2025-04-30T22:00:00.000Z',
    points: { days: 7, stoppedDays: 36 },
    instance: { protectionState: 'ProtectionStopped' },
  },
  // Azure Disk Encryption, in a vault that restores to no other subscription.
  {
    where: [hrVault, prod('rg-hr'), 'hr-db-01'],
    facts: { size: 'Standard_E4s_v5', osType: 'Windows', encryption: 'ADE' },
    disks: { sku: 'Premium_LRS', sizes: [127, 256] },
    newest: '2025-06-04T23:30:00.000Z',
  },
  {
    where: [hqVault, corp('rg-files'), 'files-hq'],
    facts: {
      size: 'Standard_D8s_v5',
      osType: 'Windows',
      nics: 2,
      network: { publicAddresses: ['Static', 'Static'] },
    },

    disks: { sku: 'StandardSSD_LRS', sizes: [127, 2048] },
    newest: '2025-06-05T02:05:00.000Z',
    isSnapshotOnly: true,
  },
  // A restore point that is deleted softly, and one that expires within a day.
  {
    where: [hqVault, corp('rg-identity'), 'dc-hq-01'],
    facts: {
      size: 'Standard_B2ms',
      osType: 'Windows',
      network: { subnetId: corporateServers, hasStaticAddress: true },
    },

    disks: { sku: 'StandardSSD_LRS', sizes: [127] },
    newest: '2025-06-04T19:45:00.000Z',
    hasEnds: true,
  },
  // A disk over 4 TB, of which no VHD is staged; in a zone, in a vault that can restore to another.
  {
    where: [hqVault, corp('rg-media'), 'media-arch-01'],
    facts: {
      size: 'Standard_D4s_v5',
      osType: 'Linux',
      zone: '2',
      network: { publicAddresses: ['Dynamic'] },
    },
    disks: { sku: 'Standard_LRS', sizes: [64, 5120] },
    newest: '2025-06-04T18:20:00.000Z',
    points: { hasArchive: true, before: { days: 30, machineThen: { zone: undefined } } },
  },
  // Customer-managed keys.
  {
    where: [appsVault, corp('rg-finance'), 'fin-ledger-01'],
    facts: {
      size: 'Standard_E8s_v5',
      osType: 'Windows',
      encryption: 'CMK',
      network: { balancer: 'internal', hasStaticAddress: true },
    },
    disks: { sku: 'Premium_LRS', sizes: [127, 512] },
    newest: '2025-06-04T22:20:00.000Z',
  },
  {
    where: [appsVault, corp('rg-legacy'), 'legacy-img-03'],
    facts: { size: 'Standard_A2', osType: 'Windows', isManaged: false },
    disks: { sku: 'Standard_LRS', sizes: [127, 100] },
    newest: '2025-06-04T21:00:00.000Z',
  },
  {
    where: [appsVault, corp('rg-legacy'), 'classic-crm'],
    facts: { size: 'Medium', osType: 'Windows', isManaged: false, deployment: 'classic' },
    disks: { sku: 'Standard_LRS', sizes: [127] },
    newest: '2025-06-04T20:40:00.000Z',
  },
  {
    where: [appsVault, corp('rg-images'), 'gold-image-01'],
    facts: {
      size: 'Standard_D2s_v5',
      osType: 'Windows',
      isGeneralized: true,
      isFromCustomImage: true,
    },
    disks: { sku: 'StandardSSD_LRS', sizes: [127] },
    newest: '2025-06-04T18:50:00.000Z',
  },
  // Three nights without success.
  {
    where: [appsVault, corp('rg-ml'), 'ml-batch-01'],
    facts: { size: 'Standard_NC6s_v3', osType: 'Linux', encryptionAtHost: true },
    disks: { sku: 'Premium_LRS', sizes: [64, 1024], dataSku: 'UltraSSD_LRS' },
    newest: '2025-06-01T22:30:00.000Z',
    instance: {
      healthStatus: 'ActionRequired',
      lastBackupStatus: 'Failed',
      lastBackupTime: '2025-06-04T22:30:14.1180345Z',
    },
  },
  // Protected, and nothing to restore yet.
  {
    where: [appsVault, corp('rg-build'), 'build-agent-04'],
    facts: { size: 'Standard_D4s_v5', osType: 'Linux' },
    disks: { sku: 'StandardSSD_LRS', sizes: [64] },
    newest: '2025-06-04T22:30:00.000Z',
    points: { days: 0 },
    instance: { protectionState: 'IRPending', lastBackupStatus: '', lastBackupTime: null },
  },
  // What is different in the secondary region of a vault.
  // An Ultra disk stays in its own region.
  {
    where: [prodVault, prod('rg-restore-weu'), 'sap-hana-01'],
    facts: { size: 'Standard_E16s_v5', osType: 'Linux' },
    disks: { sku: 'Premium_LRS', sizes: [64, 512], dataSku: 'UltraSSD_LRS' },
    newest: '2025-06-04T17:30:00.000Z',
  },
  // Its keys are the customer's and its vault's are not; the newest point is not in the vault yet.
  {
    where: [prodVault, prod('rg-restore-weu'), 'sap-keys-01'],
    facts: { size: 'Standard_D8s_v5', osType: 'Linux', encryption: 'CMK' },

    disks: { sku: 'Premium_LRS', sizes: [64, 128] },
    newest: '2025-06-05T02:10:00.000Z',
    isSnapshotOnly: true,
  },
  // In a vault whose data is in every zone, and may leave the subscription.
  {
    where: [shopVault, prod('rg-shop'), 'shop-db-01'],
    facts: { size: 'Standard_D4s_v5', osType: 'Linux', zone: '1' },
    disks: { sku: 'Premium_LRS', sizes: [30, 512] },
    newest: '2025-06-04T23:40:00.000Z',
  },
  // The same with disks under a customer-managed key.
  {
    where: [shopVault, prod('rg-shop'), 'shop-cart-01'],
    facts: {
      size: 'Standard_D2s_v5',
      osType: 'Linux',
      zone: '2',
      encryption: 'CMK',
      encryptionSetId: shopKeys,
    },
    disks: { sku: 'Premium_LRS', sizes: [30, 256] },
    newest: '2025-06-04T23:50:00.000Z',
  },
  // In a vault that restores to other subscriptions and regions.
  {
    where: [prodVault, prod('rg-app-prod'), 'keys-lnx-01'],
    facts: { size: 'Standard_D2s_v5', osType: 'Linux', encryption: 'ADE' },
    disks: { sku: 'Premium_LRS', sizes: [30, 256] },
    newest: '2025-06-04T22:50:00.000Z',
  },
  {
    where: [prodVault, prod('rg-app-prod'), 'orders-01'],
    facts: { size: 'Standard_B2ms', osType: 'Linux' },

    disks: { sku: 'StandardSSD_LRS', sizes: [30, 256] },
    newest: '2025-06-05T02:15:00.000Z',
    isSnapshotOnly: true,
  },
  // Ultra disks are always in a zone.
  {
    where: [prodVault, prod('rg-trade'), 'trade-db-01'],
    facts: { size: 'Standard_E8s_v5', osType: 'Linux', zone: '3' },
    disks: { sku: 'Premium_LRS', sizes: [64, 1024, 1024], dataSku: 'UltraSSD_LRS' },
    newest: '2025-06-04T23:20:00.000Z',
  },
  // On unmanaged disks, which have no Instant Restore alone and no key of a customer's.
  {
    where: [appsVault, corp('rg-legacy'), 'dms-files-02'],
    facts: { size: 'Standard_D2s_v5', osType: 'Windows', isManaged: false },

    disks: { sku: 'Premium_LRS', sizes: [127, 512] },
    newest: '2025-06-05T01:50:00.000Z',
    isSnapshotOnly: true,
  },
  {
    where: [appsVault, corp('rg-legacy'), 'payroll-01'],
    facts: { size: 'Standard_D2_v3', osType: 'Windows', isManaged: false, encryption: 'ADE' },
    disks: { sku: 'Standard_LRS', sizes: [127, 256] },
    newest: '2025-06-04T21:20:00.000Z',
  },
  // What depends on the disks.
  // Under a key of Azure's and one of the customer's.
  {
    where: [appsVault, corp('rg-finance'), 'fin-archive-02'],
    facts: {
      size: 'Standard_E4s_v5',
      osType: 'Windows',
      encryption: 'CMK',
      encryptionSetId: doubleKeys,
    },
    disks: { sku: 'StandardSSD_LRS', sizes: [127, 1024] },
    newest: '2025-06-04T22:05:00.000Z',
  },
  // A node of a cluster: the disk that it shares with the other is not backed up.
  {
    where: [hqVault, corp('rg-cluster'), 'clu-node-01'],
    facts: { size: 'Standard_E4s_v5', osType: 'Windows', zone: '1' },
    disks: { sku: 'Premium_LRS', sizes: [127, 256, 512], sharedLun: 1 },
    newest: '2025-06-04T20:30:00.000Z',
  },
  // Forty disks.
  {
    where: [hqVault, corp('rg-cluster'), 'hana-hq-01'],
    facts: { size: 'Standard_M64s', osType: 'Linux' },
    disks: { sku: 'Premium_LRS', sizes: Array.from({ length: 40 }, () => 512) },
    newest: '2025-06-04T18:00:00.000Z',
  },
  // Its backup was deleted two days ago, and is kept for twelve more.
  {
    where: [hrVault, prod('rg-hr'), 'hr-stage-02'],
    facts: { size: 'Standard_D2s_v5', osType: 'Windows', isStopped: true },
    disks: { sku: 'StandardSSD_LRS', sizes: [127, 64] },
    newest: '2025-06-02T23:30:00.000Z',
    points: { days: 10, stoppedDays: 2 },
    instance: {
      policyName: '',
      protectionState: 'ProtectionStopped',
      softDeleted: { at: '2025-06-03T08:12:40.6620000Z', days: 14 },
    },
  },
];

export const protectedMachines: readonly Protected[] = [...machines.map(machineIn), example];
