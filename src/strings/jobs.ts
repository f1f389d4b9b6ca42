import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** As `3rd`. */
function ordinal(count: number): string {
  const ends = { one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th', zero: 'th' };
  return `${String(count)}${ends[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)]}`;
}

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
    result: 'Result',
    vault: 'Vault',
    started: 'Started',
    duration: 'Duration',
    progress: 'Progress',
  },
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
  result: (kind: string, target: string) => `${kind} ${target}`,
  to: (target: string) => `to ${target}`,
  toSource: 'to the source VM',
  toUnknown: 'target not reported',
  oneInstance: (machine: string) => `Jobs of ${machine} only`,
  allInstances: 'Show jobs of all instances',
  /** When jobs started. */
  inRange: (range: string) => `in the ${range}`,
  inHours: (from: string, to: string | null) =>
    to === null ? `since ${from}` : `from ${from} to ${to}`,
  /** The same as a choice. */
  hours: (from: string, to: string | null) => `${from} to ${to ?? 'now'}`,
  strip: 'Jobs started in the last 24 hours',
  count: (total: number, text: string, when: string) =>
    `${text} ${plural(total, 'job', 'jobs')} started ${when}`,
  noneOf: (when: string) => ({
    none: `No jobs started ${when}.`,
    noneRead: `No jobs started ${when} in the lists that could be read.`,
  }),
  noneFit: (when: string) => ({
    none: `No jobs ${when} match these filters.`,
    noneRead: `No jobs ${when} match these filters in the lists that could be read.`,
  }),
  searched: 'All vaults you have access to were searched.',
  searchedChosen: 'The vaults in these filters were searched.',
  ended: {
    title: 'Ended',
    what: 'the jobs that ended',
    heads: { job: 'Job', meaning: 'What it means', ended: 'End time', action: 'Action' },
    needsYou: 'Needs you first',
    needsYouOrder: 'Then the latest end first',
    restores: 'Restores',
    backups: 'Backups',
    /** Beside restores and backups. */
    others: (text: string, count: number) => `${text} ${plural(count, 'other', 'others')}`,
    noneOf: (when: string) => ({
      none: `Nothing that started ${when} has ended.`,
      noneRead: `Nothing that started ${when} has ended in the lists that could be read.`,
    }),
    noneFit: (when: string) => ({
      none: `No ended jobs that started ${when} match these filters.`,
      noneRead: `No ended jobs that started ${when} match these filters in the lists that could be read.`,
    }),
    longer: 'Show the last 7 days',
    ofFirst: (count: string, first: string) => `${count} of the first ${first} jobs`,
    first: (first: string, all: string) => `The first ${first} of ${all}`,
    running: (all: string, count: string) => `${all}, ${count} in progress`,
    showRunning: 'Show the jobs in progress',
    placed: (operation: string, place: string) => `${operation} · ${place}`,
    numbered: (service: string, number: string) => `${service} job ${number}`,
    /** A backup that failed again: where nothing says when it was last good there may be more. */
    nights: {
      whole: (count: number) => `${ordinal(count)} failed night`,
      least: (count: number) => `${String(count)} failed nights or more`,
    },
    runs: {
      whole: (count: number) => `${ordinal(count)} failed run in a row`,
      least: (count: number) => `${String(count)} failed runs in a row or more`,
    },
    /** By Azure's name of an error, in small letters. */
    causes: { usererrorinstantrpnotfound: 'The snapshot is gone' },
    usually: (range: string) => `Usually ${range}`,
    asOf: (time: string) => `As of ${time}`,
    from: (name: string) => `From ${name}`,
    openSteps: (count: number) =>
      `${String(count)} next ${plural(count, 'step is', 'steps are')} open`,
    read: 'Read it',
    readJob: (name: string) => `Read it: ${name}`,
    unread: 'What came of it is only in the job itself.',
    fold: (text: string) => `${text} backups completed`,
    foldDurations: (text: string, range: string) => `${text} backups took ${range}`,
    show: 'Show',
    hide: 'Hide',
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
      'End time (UTC)',
      'Duration (s)',
      'Job ID',
      'Target',
      'Result',
    ],
    /** What came of it is only in the job, which its own page reads. */
    resultNotInList: (total: number, text: string) =>
      `Target and result weren’t loaded for ${text} ${plural(total, 'restore', 'restores')}. Open ${plural(total, 'its page', 'their pages')}, then export again.`,
    /** The page reads what came of a restore only where its row is in view. */
    resultUnread: (total: number, text: string) =>
      `Target and result weren’t loaded for ${text} ${plural(total, 'restore', 'restores')}. Scroll to ${plural(total, 'it', 'them')}, then export again.`,
  },
} as const);

/** Titles of what is done after a job. */
export const jobTasks = sentences({
  deployTemplate: 'Deploy Template',
  restoredDisks: 'Use the restored disks',
} as const);

/** Texts for the next steps after a failed restore. */
export const fieldsThatMend = {
  /** By error code: the documented cause, and the label of the link to the wizard. */
  point: {
    cause: 'The restore point was only a snapshot, which no longer exists.',
    link: 'Select another restore point',
  },
  machineGone: {
    cause: 'The VM no longer exists, so its disks can’t be replaced.',
    link: 'Restore beside it with Create new',
  },
  running: {
    cause: 'The VM wasn’t shut down. Azure replaces disks only while the VM is shut down.',
    link: 'Shut it down and replace its disks',
  },
  unsafe: {
    cause: 'The safety backup before a replacement failed, so nothing was replaced.',
    link: 'Restore beside it with Create new',
  },
  cores: {
    cause: 'The subscription doesn’t have enough cores in this region. Restored disks need none.',
    link: 'Select Restore disks',
  },
} as const;

/** Restore Azure VMs, Choose a VM restore configuration, note. */
export const notYetInVault = sentences({
  running: (task: string) =>
    `Replace existing isn’t available for this backup’s restore point until “${task}” completes. Create new is.`,
  ended: (task: string) =>
    `“${task}” didn’t complete, so Replace existing isn’t available for this backup’s restore point. Create new is.`,
} as const);

/** Texts for more than one job of one draft, each with its target. */
export const secondJobs = sentences({
  id: {
    title: (count: number) => `${String(count)} restore jobs are yours`,
    body: () =>
      'Each one has the ID of a request that this draft sent. If you selected Restore only once, your request arrived more than once. Cancel what you don’t need.',
  },
  target: {
    title: (count: number) => `${String(count)} restore jobs match this restore`,
    body: (service: string) =>
      `They appeared after you selected Restore, and they have the same target. Unless another person started one of them, your request arrived twice. ${service} doesn’t report who started a job.`,
  },
  otherId: {
    title: (count: number) =>
      plural(count, 'Another job is yours', `${String(count)} other jobs are yours`),
    body: () =>
      'The job on this page doesn’t have the ID of a request that this draft sent. What is listed here has one. To use it, select “This isn’t my restore”.',
  },
  started: (name: string, time: string) => `${name}, started ${time}`,
  here: '(this job)',
  later: (name: string) => `Later job ${name}`,
} as const);
