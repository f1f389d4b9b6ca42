import { listText, plural } from '#src/lib/wording.ts';
import { lists } from '#src/strings/lists.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the list of backup instances. */
export const instances = sentences({
  title: 'Backup instances',
  what: 'the backup instances',
  commands: 'Commands for backup instances',
  open: 'Open',
  points: 'Restore points',
  chooseFirst: 'Select a row to open it or to view its restore points.',
  search: 'Search by VM name',
  views: { label: 'Region', primary: 'Primary Region', secondary: 'Secondary Region' },
  heads: {
    name: 'Backup instance',
    group: 'Resource group',
    vault: 'Vault',
    subscription: 'Subscription',
    region: 'Region',
    lastPoint: 'Last restore point',
    age: 'Age',
    health: 'Health',
    source: 'Source',
    size: 'Size',
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
  noTags: 'None',
  datasources: { vm: 'Azure Virtual machines', disk: 'Azure Disks' },
  health: {
    passed: 'Healthy',
    actionSuggested: 'Action suggested',
    actionRequired: 'Action required',
    softDeleted: 'Soft-deleted',
    unknown: 'not reported',
  },
  sources: { exists: 'Exists', deleted: 'Deleted' },
  sizeUnknown: 'size not reported',
  noPoint: 'None yet',
  ago: (time: string) => `${time} ago`,
  count: (total: number, text: string, search: string) =>
    lists.found(`${text} ${plural(total, 'backup instance', 'backup instances')}`, search),
  none: 'No backup instances found in the subscriptions you have access to.',
  noneFit: 'No backup instances match these filters.',
  noneFitSearched: (search: string, isOfAll: boolean) =>
    lists.searched('vaults', 'the names of VMs', search, isOfAll),
  unread: {
    some: (vaults: readonly string[]) =>
      plural(
        vaults.length,
        `You don’t have permission to view 1 vault. Its backup instances aren’t listed: ${listText(vaults)}.`,
        `You don’t have permission to view ${String(vaults.length)} vaults. Their backup instances aren’t listed: ${listText(vaults)}.`,
      ),
    notChecked: 'Couldn’t check your permission for every vault.',
    tooMany: 'Too many vaults to check your permission for each.',
  },
  secondary: {
    intro:
      'Backup instances that a vault with Cross Region Restore keeps in its paired region. Azure lists them per vault.',
    vault: 'Vault to search',
    nothing: 'None',
    off: 'Cross Region Restore is off',
    choose: 'Select a vault first: Azure lists the Secondary Region per vault.',
    noVaults: 'No vault you have access to has Cross Region Restore.',
    none: 'Azure lists no backup instances of this vault in its secondary region.',
    noneFit: 'No backup instances of this vault in its secondary region have this name.',
    what: 'the backup instances in the secondary region',
  },
  csv: {
    fileName: 'backup-instances.csv',
    heads: [
      'Backup instance',
      'Resource group',
      'Datasource type',
      'Vault',
      'Subscription',
      'Subscription ID',
      'Region',
      'Last restore point (UTC)',
      'Last backup (UTC)',
      'Health',
      'Protection',
      'Source ID',
      'Deleted for good (UTC)',
      'Source',
      'Size',
      'Tags',
    ],
    /** Below the rows of a file: its last columns. */
    sourcesUnread: (total: number, text: string) =>
      `Couldn’t load the source of ${text} ${plural(total, 'VM', 'VMs')}: Source, Size and Tags.`,
  },
} as const);

/** Texts for backups that are deleted softly. */
export const softDelete = sentences({
  title: 'Soft-deleted backup',
  state: 'Soft-deleted',
  /** Until Azure deletes the restore points. */
  left: (duration: string) => `${duration} left`,
  over: 'Retention is over',
  notReported: 'end not reported',
  inList: (state: string, left: string) => `${state}, ${left}`,
  /** Why Restore can’t be selected. */
  held: 'Soft-deleted. Undelete it first.',
  since: (time: string) => `This backup is soft-deleted since ${time}.`,
  ends: (time: string, left: string) => `Azure deletes its restore points ${time} (${left}).`,
  endNotReported: 'Azure doesn’t report when it deletes the restore points.',
  next: 'You can’t restore it now. Undelete it, then restore.',
  noPoints:
    'Azure doesn’t list the restore points of a soft-deleted disk. Undelete it to view them.',
  start: 'Undelete',
  notNow: 'Not now',
  button: 'Undelete',
  what: 'the undelete action',
  sentence: (name: string) => `Undelete the backup of ${name}`,
  line: {
    state: (name: string) =>
      `The backup of ${name}: protection stopped, no longer soft-deleted. You can restore it`,
    points: 'Azure keeps the restore points until someone deletes them or resumes protection',
    source: (name: string) => `${name} itself. No backup starts`,
  },
  permission: 'Requires Backup Contributor on the vault. Backup Operator isn’t enough.',
  notLookedAt: (vaults: readonly string[]) =>
    `Couldn’t check for soft-deleted disks in: ${vaults.join(', ')}.`,
  notLookedAtAll: 'Couldn’t check for soft-deleted disks.',
} as const);
