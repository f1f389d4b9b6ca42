import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the list of backup jobs. */
export const jobs = sentences({
  title: 'Backup jobs',
  what: 'the backup jobs',
  commands: 'Commands for backup jobs',
  search: 'Instance, vault or job ID',
  heads: {
    status: 'Status',
    instance: 'Instance',
    operation: 'Operation',
    vault: 'Vault',
    started: 'Started',
    duration: 'Duration',
    progress: 'Progress',
    remaining: 'Time left and bytes',
  },
  /** What a filter says whose list holds the jobs of Azure alone. */
  ofAzure: 'Azure',
  filters: {
    datasource: 'Datasource type',
    operation: 'Operation',
    status: 'Status',
    vault: 'Vault',
    subscription: 'Subscription',
    range: 'Started',
    instance: 'Instance',
  },
  ranges: { '24h': 'last 24 hours', '7d': 'last 7 days', '30d': 'last 30 days' },
  operations: {
    Restore: 'Restore',
    Backup: 'Backup',
    CrossRegionRestore: 'Cross-region restore',
    ConfigureBackup: 'Configure backup',
  },
  kinds: {
    createVm: 'Create new virtual machine',
    restoreDisks: 'Restore disks',
    replaceDisks: 'Replace disk/s',
    createDisk: 'Restore to a new disk',
  },
  to: (target: string) => `to ${target}`,
  toSource: 'to the source VM',
  toUnknown: 'target not reported',
  oneInstance: (machine: string) => `Jobs of ${machine} only`,
  allInstances: 'Show jobs of all instances',
  count: (total: number, text: string, range: string) =>
    `${text} ${plural(total, 'job', 'jobs')} started in the ${range}`,
  none: (range: string) => `No jobs started in the ${range}.`,
  noneFit: (range: string) => `No jobs in the ${range} match these filters.`,
  searched: 'All vaults you have access to were searched.',
  crossRegion: {
    title: 'Cross-region restores',
    hint: (total: number, text: string, running: string) =>
      `${text} cross-region ${plural(total, 'restore isn’t', 'restores aren’t')} in this list (${running} in progress). Azure lists ${plural(total, 'it', 'them')} per vault:`,
    vault: (vault: string) => `Secondary Region of ${vault}`,
  },
  secondary: {
    search: 'Instance or job ID',
    vault: 'Vault to search',
    nothing: 'None',
    choose: 'Select a vault first: Azure lists the jobs of the Secondary Region per vault.',
    off: (vault: string) =>
      `${vault} has no Secondary Region: Cross Region Restore is off for this vault.`,
    unpaired: (vault: string) => `${vault} has no Secondary Region: its region isn’t paired.`,
    otherVault: 'Select another vault, or go back to the Primary Region.',
    searched: (vault: string, region: string) => `The jobs of ${vault} in ${region} were searched.`,
    count: (counted: string, region: string) => `${counted}, in ${region}`,
    fileName: 'backup-jobs-secondary.csv',
  },
  csv: {
    fileName: 'backup-jobs.csv',
    heads: [
      'Status',
      'Instance',
      'Operation',
      'Vault',
      'Started (UTC)',
      'Ended (UTC)',
      'Duration (s)',
      'Job ID',
    ],
  },
} as const);
