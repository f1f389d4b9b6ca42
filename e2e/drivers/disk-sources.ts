/** Managed disks of the default world: where each is protected, and its restore points that tests use. */

interface DiskSource {
  /** Id of its backup instance. */
  readonly instance: string;
  /** Points as people read them, and as Azure names them. */
  readonly points: Readonly<Record<string, string>>;
}

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';

/** What the product stores of the subscriptions that tests restore disks to. */
export const subscriptionIds: Readonly<Record<string, string>> = {
  'Contoso Production': production,
  'Contoso Corporate': corporate,
};

/** `vault`: subscription, group and name, parted by `~` as in an address. */
function instanceIn(vault: string, disk: string, guid: string): string {
  const [subscription = '', group = '', name = ''] = vault.split('~');
  const provider = 'providers/Microsoft.DataProtection/backupVaults';
  return `/subscriptions/${subscription}/resourceGroups/${group}/${provider}/${name}/backupInstances/${disk}-${disk}-${guid}`;
}

const vaults = {
  prod: `${production}~rg-backup-weu~bv-prod-weu`,
  apps: `${corporate}~rg-backup-eus2~bv-apps-eus2`,
  hq: `${corporate}~rg-backup-neu~bv-hq-neu`,
} as const;

/** By the name of the disk. */
export const diskSources: Readonly<Record<string, DiskSource>> = {
  app01_DataDisk_0: {
    instance: instanceIn(vaults.prod, 'app01_DataDisk_0', 'b8b26aaa-3a9c-4dda-ab0f-886953ec7453'),
    points: {
      '4 Jun 2025, 22:00': 'e11e475ade816cb7e2d5ed8346599529',
      '29 May 2025, 22:00': '9e856efe05027e5bc563f9305bdcf5f3',
    },
  },
  'sql-erp-02_OsDisk': {
    instance: instanceIn(vaults.prod, 'sql-erp-02_OsDisk', 'cb607d18-b8b2-4072-a6a9-6a8701205147'),
    points: {
      '4 Jun 2025, 21:00': 'b448533c4e5f9af226e6c549a28eb45b',
      '29 May 2025, 21:00': 'e7f68b3888f2981962a66fc7e88e7f49',
    },
  },
  'fin-ledger-01_DataDisk_0': {
    instance: instanceIn(
      vaults.apps,
      'fin-ledger-01_DataDisk_0',
      '18562e35-1051-4ead-a155-4f503eea52f7',
    ),
    points: { '4 Jun 2025, 22:30': '8d3ba51921ae2af5ca6bbd136ab80e92' },
  },
  'dc-hq-01_OsDisk': {
    instance: instanceIn(vaults.hq, 'dc-hq-01_OsDisk', '81507876-ce9e-4f85-a257-4825c42f0215'),
    points: { '4 Jun 2025, 20:00': '1a8b9b7cbbbd7f7c174a4763148b3124' },
  },
};
