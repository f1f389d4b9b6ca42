import { appsVault, corp, hqVault, prod, prodVault } from './default-estate.ts';
import { type Protected, protect, withSnapshotOnly } from './default-protected.ts';
import { shopKeys, shopVault } from './default-special-estate.ts';

/** Machines of the default world for facts that come seldom, or that matter only together. */

const doubleKeys = `${corp('rg-restore-eus2')}/providers/Microsoft.Compute/diskEncryptionSets/des-double-eus2`;

/** In a vault whose data is in every zone, and may leave the subscription. */
const zonal: readonly Protected[] = [
  protect({
    vault: shopVault,
    group: prod('rg-shop'),
    name: 'shop-db-01',
    facts: { size: 'Standard_D4s_v5', osType: 'Linux', zone: '1' },
    sku: 'Premium_LRS',
    sizes: [30, 512],
    newest: '2025-06-04T23:40:00.000Z',
  }),
  // The same with disks under a customer-managed key.
  protect({
    vault: shopVault,
    group: prod('rg-shop'),
    name: 'shop-cart-01',
    facts: {
      size: 'Standard_D2s_v5',
      osType: 'Linux',
      zone: '2',
      encryption: 'CMK',
      encryptionSetId: shopKeys,
    },
    sku: 'Premium_LRS',
    sizes: [30, 256],
    newest: '2025-06-04T23:50:00.000Z',
  }),
];

/** In a vault that restores to other subscriptions and regions. */
const elsewhere: readonly Protected[] = [
  protect({
    vault: prodVault,
    group: prod('rg-app-prod'),
    name: 'keys-lnx-01',
    facts: { size: 'Standard_D2s_v5', osType: 'Linux', encryption: 'ADE' },
    sku: 'Premium_LRS',
    sizes: [30, 256],
    newest: '2025-06-04T22:50:00.000Z',
  }),
  withSnapshotOnly(
    protect({
      vault: prodVault,
      group: prod('rg-app-prod'),
      name: 'orders-01',
      facts: { size: 'Standard_B2ms', osType: 'Linux' },
      sku: 'StandardSSD_LRS',
      sizes: [30, 256],
      newest: '2025-06-05T02:15:00.000Z',
    }),
  ),
  // Ultra disks are always in a zone.
  protect({
    vault: prodVault,
    group: prod('rg-trade'),
    name: 'trade-db-01',
    facts: { size: 'Standard_E8s_v5', osType: 'Linux', zone: '3' },
    sku: 'Premium_LRS',
    sizes: [64, 1024, 1024],
    dataSku: 'UltraSSD_LRS',
    newest: '2025-06-04T23:20:00.000Z',
  }),
];

/** On unmanaged disks, which have no Instant Restore alone and no key of a customer's. */
const unmanaged: readonly Protected[] = [
  withSnapshotOnly(
    protect({
      vault: appsVault,
      group: corp('rg-legacy'),
      name: 'dms-files-02',
      facts: { size: 'Standard_D2s_v5', osType: 'Windows', isManaged: false },
      sku: 'Premium_LRS',
      sizes: [127, 512],
      newest: '2025-06-05T01:50:00.000Z',
    }),
  ),
  protect({
    vault: appsVault,
    group: corp('rg-legacy'),
    name: 'payroll-01',
    facts: { size: 'Standard_D2_v3', osType: 'Windows', isManaged: false, encryption: 'ADE' },
    sku: 'Standard_LRS',
    sizes: [127, 256],
    newest: '2025-06-04T21:20:00.000Z',
  }),
];

/** What depends on the disks. */
const disks: readonly Protected[] = [
  // Under a key of Azure's and one of the customer's.
  protect({
    vault: appsVault,
    group: corp('rg-finance'),
    name: 'fin-archive-02',
    facts: {
      size: 'Standard_E4s_v5',
      osType: 'Windows',
      encryption: 'CMK',
      encryptionSetId: doubleKeys,
    },
    sku: 'StandardSSD_LRS',
    sizes: [127, 1024],
    newest: '2025-06-04T22:05:00.000Z',
  }),
  // A node of a cluster: the disk that it shares with the other is not backed up.
  protect({
    vault: hqVault,
    group: corp('rg-cluster'),
    name: 'clu-node-01',
    facts: { size: 'Standard_E4s_v5', osType: 'Windows', zone: '1' },
    sku: 'Premium_LRS',
    sizes: [127, 256, 512],
    sharedLun: 1,
    newest: '2025-06-04T20:30:00.000Z',
  }),
  // Forty disks.
  protect({
    vault: hqVault,
    group: corp('rg-cluster'),
    name: 'hana-hq-01',
    facts: { size: 'Standard_M64s', osType: 'Linux' },
    sku: 'Premium_LRS',
    sizes: Array.from({ length: 40 }, () => 512),
    newest: '2025-06-04T18:00:00.000Z',
  }),
];

export const specialMachines: readonly Protected[] = [
  ...zonal,
  ...elsewhere,
  ...unmanaged,
  ...disks,
];
