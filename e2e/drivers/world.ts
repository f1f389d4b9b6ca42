/** Where things of the default world are: machines and disks with their restore points, vaults, pages. */

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';

/** Subscription, group and name, as an address has them. */
const vaults = {
  prod: `${production}~rg-backup-weu~rsv-prod-weu`,
  document: '00000000-0000-0000-0000-000000000000~testVaultRG~testVault',
  hr: `${production}~rg-hr~rsv-hr-weu`,
  apps: `${corporate}~rg-backup-eus2~rsv-apps-eus2`,
  hq: `${corporate}~rg-backup-neu~rsv-hq-neu`,
  shop: `${production}~rg-shop~rsv-shop-weu`,
} as const;

/** Pages of vaults. */
export const vaultAddresses = {
  /** Enabled, geo-redundant, with Cross Region Restore. */
  prod: `/vaults/${vaults.prod}`,
  /** Disabled, and moved from another subscription. */
  hr: `/vaults/${vaults.hr}`,
  /** Permanently disabled. */
  hq: `/vaults/${vaults.hq}`,
  /** An old one that does not say. */
  apps: `/vaults/${vaults.apps}`,
} as const;

/** The container and the item of a machine, as its vault names them. */
const itemOf = (kind: string, group: string, machine: string): string =>
  `IaasVMContainer;${kind};${group};${machine}~VM;${kind};${group};${machine}`;

/** Those that are named in a way of their own. */
const named: Readonly<Record<string, string>> = {
  testVM: 'iaasvmcontainer;iaasvmcontainerv2;testRG;testVM~VM;testRG;testVM',
  'classic-crm': itemOf('iaasvmcontainer', 'rg-legacy', 'classic-crm'),
};

/** A protected machine, as an address has it. */
const instanceIn = (vault: string, group: string, machine: string): string =>
  `${vault}~${named[machine] ?? itemOf('iaasvmcontainerv2', group, machine)}`;

const pageIn = (...instance: Parameters<typeof instanceIn>): string =>
  `/instances/${instanceIn(...instance)}`;

/** Pages of machines. */
export const pageOf = {
  app01: pageIn(vaults.prod, 'rg-app-prod', 'app01'),
  /** That of the documents. */
  testVm: pageIn(vaults.document, 'testRG', 'testVM'),
  /** Ten days ago it was made larger and was given its third disk. */
  sqlErp: pageIn(vaults.prod, 'rg-erp', 'sql-erp-02'),
  /** Deleted five weeks ago. */
  oldCrm: pageIn(vaults.prod, 'rg-crm', 'old-crm-01'),
  /** Under Azure Disk Encryption. */
  hrDb: pageIn(vaults.hr, 'rg-hr', 'hr-db-01'),
  /** It shares a disk with its cluster. */
  cluNode: pageIn(vaults.hq, 'rg-cluster', 'clu-node-01'),
  /** Its backup is deleted softly. */
  hrStage: pageIn(vaults.hr, 'rg-hr', 'hr-stage-02'),
  /** Protected, and not backed up yet. */
  buildAgent: pageIn(vaults.apps, 'rg-build', 'build-agent-04'),
} as const;

/** A machine with one of its restore points, and where the product has both. */
export interface Source {
  readonly machine: string;
  readonly group: string;
  /** The point as people read it. */
  readonly point: string;
  /** Where the product starts a restore of just this. */
  readonly start: string;
}

const startOf = (search: Readonly<Record<string, string>>): string =>
  `/restore/new?${new URLSearchParams(search).toString()}`;

/** `point`: as people read it, and as Azure names it. */
function source(
  vault: string,
  group: string,
  machine: string,
  [point, name]: readonly [string, string],
): Source {
  const start = startOf({ instance: instanceIn(vault, group, machine), point: name });
  return { machine, group, point, start };
}

/** Where the product starts a restore of a machine in production in the secondary region. */
export const inSecondaryRegion = (machine: string, group: string): string =>
  startOf({ instance: instanceIn(vaults.prod, group, machine), view: 'secondary' });

/** Machines, each with its newest point in the vault. */
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

/** Where a managed disk is protected, and its restore points that tests use. */
interface DiskSource {
  /** Id of its backup instance. */
  readonly instance: string;
  /** Points as people read them, and as Azure names them. */
  readonly points: Readonly<Record<string, string>>;
}

/** What the product stores of the subscriptions that tests restore disks to. */
export const subscriptionIds: Readonly<Record<string, string>> = {
  'Contoso Production': production,
  'Contoso Corporate': corporate,
};

function diskIn(vault: string, disk: string, guid: string): string {
  const [subscription = '', group = '', name = ''] = vault.split('~');
  const provider = 'providers/Microsoft.DataProtection/backupVaults';
  return `/subscriptions/${subscription}/resourceGroups/${group}/${provider}/${name}/backupInstances/${disk}-${disk}-${guid}`;
}

const backupVaults = {
  prod: `${production}~rg-backup-weu~bv-prod-weu`,
  apps: `${corporate}~rg-backup-eus2~bv-apps-eus2`,
  hq: `${corporate}~rg-backup-neu~bv-hq-neu`,
} as const;

/** By the name of the disk. */
export const diskSources: Readonly<Record<string, DiskSource>> = {
  app01_DataDisk_0: {
    instance: diskIn(backupVaults.prod, 'app01_DataDisk_0', 'b8b26aaa-3a9c-4dda-ab0f-886953ec7453'),
    points: {
      '4 Jun 2025, 22:00': 'e11e475ade816cb7e2d5ed8346599529',
      '29 May 2025, 22:00': '9e856efe05027e5bc563f9305bdcf5f3',
    },
  },
  'sql-erp-02_OsDisk': {
    instance: diskIn(
      backupVaults.prod,
      'sql-erp-02_OsDisk',
      'cb607d18-b8b2-4072-a6a9-6a8701205147',
    ),
    points: {
      '4 Jun 2025, 21:00': 'b448533c4e5f9af226e6c549a28eb45b',
      '29 May 2025, 21:00': 'e7f68b3888f2981962a66fc7e88e7f49',
    },
  },
  'fin-ledger-01_DataDisk_0': {
    instance: diskIn(
      backupVaults.apps,
      'fin-ledger-01_DataDisk_0',
      '18562e35-1051-4ead-a155-4f503eea52f7',
    ),
    points: { '4 Jun 2025, 22:30': '8d3ba51921ae2af5ca6bbd136ab80e92' },
  },
  'dc-hq-01_OsDisk': {
    instance: diskIn(backupVaults.hq, 'dc-hq-01_OsDisk', '81507876-ce9e-4f85-a257-4825c42f0215'),
    points: { '4 Jun 2025, 20:00': '1a8b9b7cbbbd7f7c174a4763148b3124' },
  },
};

/** Addresses of a Backup vault. */
export const diskPageOf = {
  vault: `/vaults/disks~${backupVaults.prod}`,
  /** A disk that there is not. */
  noInstance: `/instances/disks~${backupVaults.prod}~no-such-disk`,
  noJob: `/jobs/disks~${backupVaults.prod}~00000000-0000-0000-0000-000000000000`,
} as const;

/** Machines that What happened? asks about. */
const troubled = {
  app01: instanceIn(vaults.prod, 'rg-app-prod', 'app01'),
  'old-crm-01': instanceIn(vaults.prod, 'rg-crm', 'old-crm-01'),
  'hr-db-01': instanceIn(vaults.hr, 'rg-hr', 'hr-db-01'),
  'media-arch-01': instanceIn(vaults.hq, 'rg-media', 'media-arch-01'),
  'fin-ledger-01': instanceIn(vaults.apps, 'rg-finance', 'fin-ledger-01'),
  'build-agent-04': instanceIn(vaults.apps, 'rg-build', 'build-agent-04'),
} as const;

export interface Trouble {
  readonly what?: string;
  readonly machine?: keyof typeof troubled;
  readonly before?: string;
}

/** The address of What happened? that holds all that was chosen. */
export function troubleAddress({ what, machine, before }: Trouble): string {
  const search = new URLSearchParams();
  if (what !== undefined) search.set('what', what);
  if (machine !== undefined) search.set('instance', troubled[machine]);
  if (before !== undefined) search.set('before', before);
  return `/what-happened?${search.toString()}`;
}

/** Where one can go in the world: what it is, its address, and its title there. */
export interface Place {
  readonly name: string;
  readonly address: string;
  readonly title: string;
}

const place = (name: string, address: string, title: string): Place => ({ name, address, title });

/** Every route but the wizard's and a job's, which have to be filled or looked up. */
export const places: readonly Place[] = [
  place('the start page', '/', 'Overview'),
  place('machines', '/instances', 'Backup instances'),
  place('disks', '/instances?datasource=disk', 'Backup instances'),
  place('a machine', pageOf.app01, 'app01'),
  place('jobs', '/jobs?range=7d', 'Backup jobs'),
  place('drafts', '/drafts', 'Drafts'),
  place('leftover resources', '/leftovers', 'Leftover resources'),
  place('vaults', '/vaults', 'Vaults'),
  place('a vault', vaultAddresses.prod, 'rsv-prod-weu'),
  place('a Backup vault', diskPageOf.vault, 'bv-prod-weu'),
  place('constraints', '/rules', 'Constraints'),
  place(
    'what happened',
    troubleAddress({ what: 'ransomware', machine: 'app01', before: '2025-06-04T22:05:00Z' }),
    'What happened?',
  ),
  place('settings', '/settings', 'Settings'),
  place('no page', '/no/such/page', 'Page not found'),
  place('no draft', '/restore/none/review', 'Draft not found'),
];
