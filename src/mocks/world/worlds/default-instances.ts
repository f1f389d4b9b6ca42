import { dailyPoints, disksOf } from './builders.ts';
import { appsVault, corp, hqVault, hrVault, prod, prodVault } from './default-estate.ts';
import { type Protected, protect, withEnds, withSnapshotOnly } from './default-protected.ts';
import { secondaryMachines } from './default-secondary.ts';
import { specialMachines } from './default-special.ts';
import { exampleInstance, exampleMachine } from './document.ts';

/** Machines of the default world with their backups: each is there for a fact of its own. */

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

export const protectedMachines: readonly Protected[] = [
  protect({
    vault: prodVault,
    group: prod('rg-app-prod'),
    name: 'app01',
    facts: {
      size: 'Standard_D4s_v5',
      osType: 'Linux',
      zone: '1',
      tags: { env: 'prod', application: 'orders', owner: 'team-orders' },
    },
    sku: 'Premium_LRS',
    sizes: [30, 126, 256],
    newest: '2025-06-04T22:02:00.000Z',
    points: { hasArchive: true, digits: 18 },
  }),
  protect({
    vault: prodVault,
    group: prod('rg-erp'),
    name: 'sql-erp-02',
    facts: {
      size: 'Standard_E16s_v5',
      osType: 'Windows',
      zone: '2',
      licenseType: 'Windows_Server',
      extensions: ['SqlIaasExtension'],
      sqlLicense: 'AHUB',
      tags: { env: 'prod', 'cost-center': '4711' },
    },
    sku: 'Premium_LRS',
    sizes: [127, 263, 512],
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
  }),
  protect({
    vault: prodVault,
    group: prod('rg-web'),
    name: 'web-fe-07',
    facts: {
      size: 'Standard_B2ms',
      osType: 'Linux',
      availabilitySet: 'avset-web',
      network: { balancer: 'external', hasSecurityGroup: true },
    },
    sku: 'StandardSSD_LRS',
    sizes: [30, 34],
    newest: '2025-06-04T23:10:00.000Z',
  }),
  // The same name in another group, vault and region.
  protect({
    vault: hqVault,
    group: corp('rg-web-stage'),
    name: 'web-fe-07',
    facts: { size: 'Standard_B2s', osType: 'Linux', isStopped: true, tags: { env: 'stage' } },
    sku: 'Standard_LRS',
    sizes: [30],
    newest: '2025-06-04T20:15:00.000Z',
  }),
  // Disks behind a private endpoint: Network access is needed.
  protect({
    vault: prodVault,
    group: prod('rg-pay'),
    name: 'pay-api-02',
    facts: {
      size: 'Standard_D2s_v5',
      osType: 'Linux',
      hasPrivateDisks: true,
      hasUserIdentity: true,
      hasKeyVaultLink: true,
    },
    sku: 'Premium_LRS',
    sizes: [64, 64],
    newest: '2025-06-04T22:40:00.000Z',
    points: { before: { days: 21, privateAccess: false } },
  }),
  // The source was deleted; its backups are kept.
  protect({
    vault: prodVault,
    group: prod('rg-crm'),
    name: 'old-crm-01',
    facts: { size: 'Standard_D2_v3', osType: 'Windows', exists: false },
    sku: 'Standard_LRS',
    sizes: [127],
    newest: '2025-04-30T22:00:00.000Z',
    points: { days: 7, stoppedDays: 36 },
    instance: { protectionState: 'ProtectionStopped' },
  }),
  // Azure Disk Encryption, in a vault that restores to no other subscription.
  protect({
    vault: hrVault,
    group: prod('rg-hr'),
    name: 'hr-db-01',
    facts: { size: 'Standard_E4s_v5', osType: 'Windows', encryption: 'ADE' },
    sku: 'Premium_LRS',
    sizes: [127, 256],
    newest: '2025-06-04T23:30:00.000Z',
  }),
  withSnapshotOnly(
    protect({
      vault: hqVault,
      group: corp('rg-files'),
      name: 'files-hq',
      facts: {
        size: 'Standard_D8s_v5',
        osType: 'Windows',
        nics: 2,
        network: { publicAddresses: ['Static', 'Static'] },
      },
      sku: 'StandardSSD_LRS',
      sizes: [127, 2048],
      newest: '2025-06-05T02:05:00.000Z',
    }),
  ),
  // A restore point that is deleted softly, and one that expires within a day.
  withEnds(
    protect({
      vault: hqVault,
      group: corp('rg-identity'),
      name: 'dc-hq-01',
      facts: {
        size: 'Standard_B2ms',
        osType: 'Windows',
        network: { subnetId: corporateServers, hasStaticAddress: true },
      },
      sku: 'StandardSSD_LRS',
      sizes: [127],
      newest: '2025-06-04T19:45:00.000Z',
    }),
  ),
  // A disk over 4 TB, of which no VHD is staged; in a zone, in a vault that can restore to another.
  protect({
    vault: hqVault,
    group: corp('rg-media'),
    name: 'media-arch-01',
    facts: {
      size: 'Standard_D4s_v5',
      osType: 'Linux',
      zone: '2',
      network: { publicAddresses: ['Dynamic'] },
    },
    sku: 'Standard_LRS',
    sizes: [64, 5120],
    newest: '2025-06-04T18:20:00.000Z',
    points: { hasArchive: true, before: { days: 30, machineThen: { zone: undefined } } },
  }),
  // Customer-managed keys.
  protect({
    vault: appsVault,
    group: corp('rg-finance'),
    name: 'fin-ledger-01',
    facts: {
      size: 'Standard_E8s_v5',
      osType: 'Windows',
      encryption: 'CMK',
      network: { balancer: 'internal', hasStaticAddress: true },
    },
    sku: 'Premium_LRS',
    sizes: [127, 512],
    newest: '2025-06-04T22:20:00.000Z',
  }),
  protect({
    vault: appsVault,
    group: corp('rg-legacy'),
    name: 'legacy-img-03',
    facts: { size: 'Standard_A2', osType: 'Windows', isManaged: false },
    sku: 'Standard_LRS',
    sizes: [127, 100],
    newest: '2025-06-04T21:00:00.000Z',
  }),
  protect({
    vault: appsVault,
    group: corp('rg-legacy'),
    name: 'classic-crm',
    facts: { size: 'Medium', osType: 'Windows', isManaged: false, deployment: 'classic' },
    sku: 'Standard_LRS',
    sizes: [127],
    newest: '2025-06-04T20:40:00.000Z',
  }),
  protect({
    vault: appsVault,
    group: corp('rg-images'),
    name: 'gold-image-01',
    facts: {
      size: 'Standard_D2s_v5',
      osType: 'Windows',
      isGeneralized: true,
      isFromCustomImage: true,
    },
    sku: 'StandardSSD_LRS',
    sizes: [127],
    newest: '2025-06-04T18:50:00.000Z',
  }),
  // Three nights without success.
  protect({
    vault: appsVault,
    group: corp('rg-ml'),
    name: 'ml-batch-01',
    facts: { size: 'Standard_NC6s_v3', osType: 'Linux', encryptionAtHost: true },
    sku: 'Premium_LRS',
    sizes: [64, 1024],
    dataSku: 'UltraSSD_LRS',
    newest: '2025-06-01T22:30:00.000Z',
    instance: {
      healthStatus: 'ActionRequired',
      lastBackupStatus: 'Failed',
      lastBackupTime: '2025-06-04T22:30:14.1180345Z',
    },
  }),
  // Protected, and nothing to restore yet.
  protect({
    vault: appsVault,
    group: corp('rg-build'),
    name: 'build-agent-04',
    facts: { size: 'Standard_D4s_v5', osType: 'Linux' },
    sku: 'StandardSSD_LRS',
    sizes: [64],
    newest: '2025-06-04T22:30:00.000Z',
    points: { days: 0 },
    instance: { protectionState: 'IRPending', lastBackupStatus: '', lastBackupTime: null },
  }),
  ...secondaryMachines,
  ...specialMachines,
  // Its backup was deleted two days ago, and is kept for twelve more.
  protect({
    vault: hrVault,
    group: prod('rg-hr'),
    name: 'hr-stage-02',
    facts: { size: 'Standard_D2s_v5', osType: 'Windows', isStopped: true },
    sku: 'StandardSSD_LRS',
    sizes: [127, 64],
    newest: '2025-06-02T23:30:00.000Z',
    points: { days: 10, stoppedDays: 2 },
    instance: {
      policyName: '',
      protectionState: 'ProtectionStopped',
      softDeleted: { at: '2025-06-03T08:12:40.6620000Z', days: 14 },
    },
  }),
  example,
];
