import type { Screens } from './screens.ts';

/** A machine of the default world, with one of its restore points. */
export interface Source {
  readonly machine: string;
  readonly group: string;
  readonly point: string;
}

const source = (machine: string, group: string, point: string): Source => ({
  machine,
  group,
  point,
});

/** Machines of the default world, each with its newest point in the vault. */
export const sources = {
  app01: source('app01', 'rg-app-prod', '4 Jun 2025 22:03'),
  payApi: source('pay-api-02', 'rg-pay', '4 Jun 2025 22:44'),
  testVm: source('testVM', 'testRG', '4 Jun 2025 06:06'),
  webFe: source('web-fe-07', 'rg-web', '4 Jun 2025 23:10'),
  /** Under Azure Disk Encryption. */
  hrDb: source('hr-db-01', 'rg-hr', '4 Jun 2025 23:34'),
  /** The largest machine of production. */
  sqlErp: source('sql-erp-02', 'rg-erp', '4 Jun 2025 21:31'),
  /** Under a customer's key. */
  finLedger: source('fin-ledger-01', 'rg-finance', '4 Jun 2025 22:23'),
  /** Shut down. */
  webStage: source('web-fe-07', 'rg-web-stage', '4 Jun 2025 20:17'),
  /** Deleted; its backups are kept. */
  oldCrm: source('old-crm-01', 'rg-crm', '30 Apr 2025 22:02'),
  /** On unmanaged disks. */
  legacyImg: source('legacy-img-03', 'rg-legacy', '4 Jun 2025 21:02'),
  classicCrm: source('classic-crm', 'rg-legacy', '4 Jun 2025 20:42'),
  /** Generalized. */
  goldImage: source('gold-image-01', 'rg-images', '4 Jun 2025 18:51'),
  /** A domain controller, which only its people know. */
  dcHq: source('dc-hq-01', 'rg-identity', '4 Jun 2025 19:49'),
  /** The point is a snapshot alone. */
  filesHq: source('files-hq', 'rg-files', '5 Jun 2025 02:06'),
  /** In a zone, with a vault that can restore to others: a point of the vault alone. */
  shopDb: source('shop-db-01', 'rg-shop', '30 May 2025 23:42'),
  /** The same with a snapshot beside. */
  shopDbNew: source('shop-db-01', 'rg-shop', '4 Jun 2025 23:41'),
  /** The same under a customer's key. */
  shopCart: source('shop-cart-01', 'rg-shop', '30 May 2025 23:52'),
  /** Linux under Azure Disk Encryption, in a vault that restores to other subscriptions. */
  keysLnx: source('keys-lnx-01', 'rg-app-prod', '4 Jun 2025 22:52'),
  /** The point is a snapshot alone, in such a vault. */
  orders: source('orders-01', 'rg-app-prod', '5 Jun 2025 02:16'),
  /** Ultra disks. */
  tradeDb: source('trade-db-01', 'rg-trade', '4 Jun 2025 23:21'),
  /** Unmanaged disks, and a snapshot alone. */
  dmsFiles: source('dms-files-02', 'rg-legacy', '5 Jun 2025 01:52'),
  /** Unmanaged disks under Azure Disk Encryption. */
  payroll: source('payroll-01', 'rg-legacy', '4 Jun 2025 21:20'),
  /** Under the platform's key and the customer's. */
  finArchive: source('fin-archive-02', 'rg-finance', '4 Jun 2025 22:05'),
  /** One of its disks is shared, and in no backup. */
  cluNode: source('clu-node-01', 'rg-cluster', '4 Jun 2025 20:30'),
  /** Forty disks. */
  hana: source('hana-hq-01', 'rg-cluster', '4 Jun 2025 18:03'),
  /** A disk over 4 TB. */
  mediaArch: source('media-arch-01', 'rg-media', '4 Jun 2025 18:22'),
} as const;

/** From the list of instances to Configuration, with machine and point chosen. */
export async function configure(screens: Screens, wanted: Source): Promise<void> {
  const { instances, wizard } = screens;
  await instances.restore(wanted.machine, wanted.group);
  await wizard.expectStep('restore-point');
  await wizard.choosePoint(wanted.point);
  await wizard.next('configuration');
}

/** app01 beside itself, as a machine of another name. */
export const app01Beside = {
  name: 'app01-night',
  group: 'rg-restore-weu',
  network: 'vnet-prod-weu',
  staging: 'stprodweu01 (LRS)',
} as const;

/** All that a new machine beside app01 needs, up to Review. */
export async function fillApp01Beside(screens: Screens): Promise<void> {
  await configure(screens, sources.app01);
  await screens.configuration.fillNewMachine(app01Beside);
  await screens.wizard.next('review');
}
