/** A machine of the default world with one of its restore points, and where the product has both. */
export interface Source {
  readonly machine: string;
  readonly group: string;
  /** The point as people read it. */
  readonly point: string;
  /** Where the product starts a restore of just this. */
  readonly start: string;
}

const vaults = {
  prod: '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-backup-weu~rsv-prod-weu',
  document: '00000000-0000-0000-0000-000000000000~testVaultRG~testVault',
  hr: '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-hr~rsv-hr-weu',
  apps: 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330~rg-backup-eus2~rsv-apps-eus2',
  hq: 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330~rg-backup-neu~rsv-hq-neu',
  shop: '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-shop~rsv-shop-weu',
} as const;

/** The container and the item of a machine, as its vault names them. */
const itemOf = (kind: string, group: string, machine: string): string =>
  `IaasVMContainer;${kind};${group};${machine}~VM;${kind};${group};${machine}`;

/** Those that are named in a way of their own. */
const named: Readonly<Record<string, string>> = {
  testVM: 'iaasvmcontainer;iaasvmcontainerv2;testRG;testVM~VM;testRG;testVM',
  'classic-crm': itemOf('iaasvmcontainer', 'rg-legacy', 'classic-crm'),
};

/** The point as people read it, and as Azure names it. */
type Point = readonly [string, string];

function source(vault: string, group: string, machine: string, [point, name]: Point): Source {
  const item = named[machine] ?? itemOf('iaasvmcontainerv2', group, machine);
  const search = new URLSearchParams({ instance: `${vault}~${item}`, point: name });
  return { machine, group, point, start: `/restore/new?${search.toString()}` };
}

/** Where the product starts a restore of a machine in production in the secondary region. */
export function inSecondaryRegion(machine: string, group: string): string {
  const item = itemOf('iaasvmcontainerv2', group, machine);
  const search = new URLSearchParams({ instance: `${vaults.prod}~${item}`, view: 'secondary' });
  return `/restore/new?${search.toString()}`;
}

/** Machines of the default world, each with its newest point in the vault. */
export const sources = {
  app01: source(vaults.prod, 'rg-app-prod', 'app01', ['4 Jun 2025, 22:03', '140895108419071902']),
  payApi: source(vaults.prod, 'rg-pay', 'pay-api-02', ['4 Jun 2025, 22:44', '267585488126463']),
  testVm: source(vaults.document, 'testRG', 'testVM', ['4 Jun 2025, 06:06', '20982486783671']),
  webFe: source(vaults.prod, 'rg-web', 'web-fe-07', ['4 Jun 2025, 23:10', '205452220783955']),
  /** Under Azure Disk Encryption. */
  hrDb: source(vaults.hr, 'rg-hr', 'hr-db-01', ['4 Jun 2025, 23:34', '804365178917455']),
  /** The largest machine of production. */
  sqlErp: source(vaults.prod, 'rg-erp', 'sql-erp-02', ['4 Jun 2025, 21:31', '17452008559618020']),
  /** Under a customer's key. */
  finLedger: source(vaults.apps, 'rg-finance', 'fin-ledger-01', [
    '4 Jun 2025, 22:23',
    '515812959027025',
  ]),
  /** Shut down. */
  webStage: source(vaults.hq, 'rg-web-stage', 'web-fe-07', [
    '4 Jun 2025, 20:17',
    '772001530272026',
  ]),
  /** Deleted; its backups are kept. */
  oldCrm: source(vaults.prod, 'rg-crm', 'old-crm-01', ['30 Apr 2025, 22:02', '239486734617969']),
  /** On unmanaged disks. */
  legacyImg: source(vaults.apps, 'rg-legacy', 'legacy-img-03', [
    '4 Jun 2025, 21:02',
    '791663988812158',
  ]),
  classicCrm: source(vaults.apps, 'rg-legacy', 'classic-crm', [
    '4 Jun 2025, 20:42',
    '278474274696476',
  ]),
  /** Generalized. */
  goldImage: source(vaults.apps, 'rg-images', 'gold-image-01', [
    '4 Jun 2025, 18:51',
    '401038824477560',
  ]),
  /** A domain controller, which only its people know. */
  dcHq: source(vaults.hq, 'rg-identity', 'dc-hq-01', ['4 Jun 2025, 19:49', '834616337721757']),
  /** The point is a snapshot alone. */
  filesHq: source(vaults.hq, 'rg-files', 'files-hq', ['5 Jun 2025, 02:06', '191984783832145']),
  /** In a zone, with a vault that can restore to others: a point of the vault alone. */
  shopDb: source(vaults.shop, 'rg-shop', 'shop-db-01', ['30 May 2025, 23:42', '643544895540296']),
  /** The same with a snapshot beside. */
  shopDbNew: source(vaults.shop, 'rg-shop', 'shop-db-01', ['4 Jun 2025, 23:41', '304256359626789']),
  /** The same under a customer's key. */
  shopCart: source(vaults.shop, 'rg-shop', 'shop-cart-01', [
    '30 May 2025, 23:52',
    '265916482086078',
  ]),
  /** Linux under Azure Disk Encryption, in a vault that restores to other subscriptions. */
  keysLnx: source(vaults.prod, 'rg-app-prod', 'keys-lnx-01', [
    '4 Jun 2025, 22:52',
    '995626132456426',
  ]),
  /** The point is a snapshot alone, in such a vault. */
  orders: source(vaults.prod, 'rg-app-prod', 'orders-01', ['5 Jun 2025, 02:16', '118016814449458']),
  /** Ultra disks. */
  tradeDb: source(vaults.prod, 'rg-trade', 'trade-db-01', ['4 Jun 2025, 23:21', '201086572755730']),
  /** Unmanaged disks, and a snapshot alone. */
  dmsFiles: source(vaults.apps, 'rg-legacy', 'dms-files-02', [
    '5 Jun 2025, 01:52',
    '643818068929922',
  ]),
  /** Unmanaged disks under Azure Disk Encryption. */
  payroll: source(vaults.apps, 'rg-legacy', 'payroll-01', ['4 Jun 2025, 21:20', '910694099559237']),
  /** Under the platform's key and the customer's. */
  finArchive: source(vaults.apps, 'rg-finance', 'fin-archive-02', [
    '4 Jun 2025, 22:05',
    '575086097620031',
  ]),
  /** One of its disks is shared, and in no backup. */
  cluNode: source(vaults.hq, 'rg-cluster', 'clu-node-01', ['4 Jun 2025, 20:30', '699384903891880']),
  /** Forty disks. */
  hana: source(vaults.hq, 'rg-cluster', 'hana-hq-01', ['4 Jun 2025, 18:03', '268024497496169']),
  /** A disk over 4 TB. */
  mediaArch: source(vaults.hq, 'rg-media', 'media-arch-01', [
    '4 Jun 2025, 18:22',
    '165867715087967',
  ]),
} as const;
