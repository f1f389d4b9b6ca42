import type { ScenarioId } from '#src/model/scenario.ts';

/** What the start page says. */
export const overview = {
  title: 'Overview',
  /** Null: not known, or not read yet. */
  scope: (vaults: number, subscriptions: number) =>
    `${vaults === 1 ? 'The one vault' : `All ${count(vaults)} vaults`} in ${
      subscriptions === 1 ? 'one subscription' : `${count(subscriptions)} subscriptions`
    }`,
  scopeNotRead: 'All vaults that you may read',
  noVaults: 'No vault that you may read',
  commands: { label: 'Commands', jobs: 'Backup jobs', refresh: 'Refresh' },
  count,
  running: {
    title: 'Running restores',
    what: 'the running restores',
    none: 'No restore is running.',
    all: 'All jobs',
    heads: {
      restore: 'Restore',
      progress: 'Progress',
      transferred: 'Transferred',
      readyIn: 'Ready in',
    },
    toMachine: (source: string, target: string) => `${source} to ${target}`,
    kindIn: (kind: string, vault: string) => `${kind}, ${vault}`,
    kind: {
      createVm: 'Create new virtual machine',
      restoreDisks: 'Restore disks',
      replaceDisks: 'Replace disk/s',
      unknown: 'Restore',
    },
    progressOf: (name: string) => `Progress of ${name}`,
    percent: (value: number) => `${String(Math.floor(value))} %`,
    bytesOf: (transferred: string, total: string) => `${transferred} of ${total}`,
    clockTime: (time: string) => `at ${time}`,
    noProgress: (time: string) => `No progress since ${time}`,
    ended: 'Has ended.',
    cancelling: 'Being cancelled',
    unread: 'Not read: the job did not answer.',
    others: (more: number) => `${count(more)} more ${more === 1 ? 'runs' : 'run'}.`,
  },
  attention: {
    title: 'Needs attention',
    window: 'last 24 h',
    what: 'what needs attention',
    none: 'Nothing failed in the last 24 h.',
    stalled: 'No progress',
    all: (failures: number) =>
      failures === 1 ? 'The one failure' : `All ${count(failures)} failures`,
    noReason: 'Azure reports no reason.',
    seeWhatToDo: 'See what to do',
    seeWhatToDoAbout: (job: string) => `See what to do: ${job}`,
    jobOf: (operation: string, name: string) => `${operation} of ${name}`,
    stalledSince: (time: string) => `No progress since ${time}, as watched from here.`,
  },
  day: {
    title: 'Jobs of the last 24 h',
    what: 'the jobs of the last 24 h',
    none: 'No job in the last 24 h.',
    now: 'now',
    chart: (total: number, parts: string, busiest: string) =>
      `${count(total)} ${total === 1 ? 'job' : 'jobs'} by the hour in which they began: ${parts}. Most in the hour of ${busiest}.`,
    part: (word: string, jobs: number) => `${word} ${count(jobs)}`,
    kinds: {
      completed: 'Completed',
      warnings: 'With warnings',
      failed: 'Failed',
      running: 'Running',
      other: 'Other',
    },
    asTable: 'Hours as a table',
    hour: 'Hour',
  },
  operations: {
    title: 'By operation',
    heads: { operation: 'Operation', all: 'All', failed: 'Failed' },
    names: {
      backup: 'Backup',
      restore: 'Restore',
      crossRegion: 'Cross-region restore',
      other: 'Other',
    },
    allOf: (operation: string, jobs: number) => `${operation}, all: ${count(jobs)}`,
    failedOf: (operation: string, jobs: number) => `${operation}, failed: ${count(jobs)}`,
  },
  health: {
    title: 'Instances by health',
    what: 'the health of the instances',
    none: 'No protected VM was found in the subscriptions that you may read.',
    heads: { health: 'Health', machines: 'VMs' },
    words: {
      passed: 'Healthy',
      actionSuggested: 'Action suggested',
      actionRequired: 'Action required',
      unknown: 'not reported',
    },
    machinesOf: (health: string, machines: number) => `${health}: ${count(machines)} VMs`,
  },
  whatHappened: {
    title: 'What happened?',
    lead: 'Start from the trouble. You get the least destructive way that fits, and the other ways with reasons.',
    all: 'All scenarios',
  },
  scenarios: {
    'file-gone': {
      name: 'A file or folder is gone',
      way: 'Recover files, leave the machine alone',
    },
    'bad-change': {
      name: 'A bad update or change',
      way: 'Newest point before a time you give',
    },
    'no-start': { name: 'The VM will not start', way: 'A new VM beside it, or other disks' },
    ransomware: { name: 'Ransomware suspected', way: 'Isolated copy first, nothing overwritten' },
    'machine-deleted': { name: 'The VM was deleted', way: 'Create new from its last point' },
    'zone-down': { name: 'A zone is down', way: 'Another zone of the region' },
    'region-down': { name: 'A region is down', way: 'The copy in the secondary region' },
    rehearsal: { name: 'Just rehearsing', way: 'Isolated network, cleaned up at the end' },
    'disk-lost': { name: 'A disk is lost or damaged', way: 'All disks, beside the machine' },
    copy: { name: 'A copy of the VM is needed', way: 'A second machine, or its disks' },
    encrypted: { name: 'An encrypted VM is lost', way: 'Its disks first, then the machine' },
  } satisfies Record<ScenarioId, { name: string; way: string }>,
} as const;

const number = new Intl.NumberFormat('en-GB');

/** `1,284` */
function count(value: number): string {
  return number.format(value);
}
