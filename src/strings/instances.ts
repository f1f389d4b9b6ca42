import { sentences } from '#src/strings/sentences.ts';

/** Texts for the list of backup instances. */
export const instances = sentences({
  title: 'Backup instances',
  what: 'the backup instances',
  commands: 'Commands for backup instances',
  open: 'Open',
  points: 'Restore points',
  chooseFirst: 'Choose a row to open it or to see its restore points.',
  search: 'Search by machine name',
  views: { label: 'Region', primary: 'Primary Region', secondary: 'Secondary Region' },
  heads: {
    name: 'Backup instance',
    datasource: 'Datasource type',
    vault: 'Vault',
    subscription: 'Subscription',
    region: 'Region',
    lastPoint: 'Last restore point',
    health: 'Health',
    source: 'Source',
    tags: 'Tags',
  },
  filters: {
    datasource: 'Datasource type',
    subscription: 'Subscription',
    vault: 'Vault',
    region: 'Region',
    health: 'Health',
    source: 'Source',
    older: 'Last restore point',
    tag: 'Tag',
  },
  older: {
    '12h': 'Over 12 hours ago, or none',
    '24h': 'Over 24 hours ago, or none',
    '48h': 'Over 48 hours ago, or none',
    '7d': 'Over 7 days ago, or none',
    none: 'None',
  },
  noTags: 'none',
  datasources: { vm: 'Azure Virtual machines', disk: 'Azure Disks' },
  health: {
    passed: 'Healthy',
    actionSuggested: 'Action suggested',
    actionRequired: 'Action required',
    unknown: 'not reported',
  },
  sources: { exists: 'Exists', deleted: 'Deleted' },
  sizeUnknown: 'size not reported',
  noPoint: 'none yet',
  ago: (time: string) => `${time} ago`,
  count: (total: number, text: string, search: string) =>
    [
      text,
      total === 1 ? 'backup instance' : 'backup instances',
      ...(search === '' ? [] : [`with “${search}” in the name`]),
    ].join(' '),
  none: 'No protected VM was found in the subscriptions that you may read.',
  noneFit: 'No backup instance fits these filters.',
  noneFitSearched: (search: string) =>
    search === ''
      ? 'All vaults that you may read were searched.'
      : `All vaults that you may read were searched for “${search}” in the names of machines.`,
  unread: {
    some: (vaults: readonly string[]) =>
      vaults.length === 1
        ? `1 vault may not be read, its instances are missing here: ${vaults.join(', ')}.`
        : `${String(vaults.length)} vaults may not be read, their instances are missing here: ${vaults.join(', ')}.`,
    notChecked: 'Whether every vault may be read could not be checked.',
    tooMany: 'Whether every vault may be read was not checked: there are too many.',
  },
  secondary: {
    intro:
      'What a vault with Cross Region Restore keeps in its paired region. Azure lists it vault by vault.',
    vault: 'Vault to look into',
    nothing: 'none',
    off: 'Cross Region Restore is off',
    choose: 'Choose a vault first: lists of the secondary region are kept per vault.',
    noVaults: 'No vault that you may read has Cross Region Restore.',
    none: 'This vault keeps nothing in its secondary region yet.',
    what: 'the instances in the secondary region',
  },
  csv: {
    fileName: 'backup-instances.csv',
    heads: [
      'Backup instance',
      'Resource group',
      'Datasource type',
      'Vault',
      'Subscription',
      'Subscription id',
      'Region',
      'Last restore point (UTC)',
      'Last backup (UTC)',
      'Health',
      'Protection',
      'Source',
    ],
  },
} as const);
