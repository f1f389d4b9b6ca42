import type { ScenarioId } from '#src/model/scenario.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Largest number of names in a sentence; more are counted. */
const MOST_NAMED = 3;

function secondaryOf(vaults: readonly string[]): string {
  if (vaults.length <= MOST_NAMED) {
    return `the secondary ${vaults.length === 1 ? 'region' : 'regions'} of ${vaults.join(', ')}`;
  }
  return `the secondary regions of ${vaults.length} vaults, ${vaults.slice(0, MOST_NAMED).join(', ')} among them`;
}

/** Texts for Overview. Each number is part of its text. */
export const overview = sentences({
  title: 'Overview',
  scope: (vaults: readonly [number, string], subscriptions: readonly [number, string]) =>
    `${vaults[0] === 1 ? 'The one vault' : `All ${vaults[1]} vaults`} in ${
      subscriptions[0] === 1 ? 'one subscription' : `${subscriptions[1]} subscriptions`
    }`,
  noVaults: 'No vault was found in the subscriptions that you may read.',
  scopeNotRead: 'All vaults that you may read. How many they are could not be read.',
  scopeReading: 'All vaults that you may read',
  commands: 'Commands of the start page',
  main: 'the restores and jobs',
  drafts: 'your drafts',
  serviceHealth: 'Azure Service Health',
  nextSteps: 'the open next steps',
  panel: 'What happened, and health',
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
    kindIn: (kind: string, vault: string, secondary: string | null) =>
      [kind, vault, secondary === null ? '' : `secondary region ${secondary}`]
        .filter((part) => part !== '')
        .join(', '),
    kind: {
      createVm: 'Create new virtual machine',
      restoreDisks: 'Restore disks',
      replaceDisks: 'Replace disk/s',
    },
    kindUnknown: 'Restore',
    progressOf: (name: string) => `Progress of ${name}`,
    clockTime: (time: string) => `at ${time}`,
    noProgress: (time: string) => `No progress since ${time}`,
    watched: 'As watched from here.',
    more: (jobs: string) => `${jobs} more are running.`,
    noneRead: 'No running restore was found in the lists that were read.',
    noneUnread: 'Not checked: secondary regions. A cross-region restore may be running there.',
    unread: (vaults: readonly string[]) =>
      `Not checked: ${secondaryOf(vaults)}. A cross-region restore may be running there.`,
    unreadServices: (names: readonly string[]) =>
      `Not checked: ${names.join(', ')}. A restore may be running there.`,
  },
  attention: {
    title: 'Needs attention',
    window: 'last 24 h',
    what: 'what needs attention',
    none: 'Nothing failed in the last 24 h, and no restore that runs stands still.',
    stalled: 'No progress',
    stalledSince: (time: string) =>
      `It has not moved since ${time}, as watched from here. It is still running.`,
    allFailed: 'All failures and warnings',
    noReason: 'No reason is reported.',
    seeWhatToDo: 'See what to do',
    seeWhatToDoAbout: (job: string) => `See what to do: ${job}`,
  },
  day: {
    title: 'Jobs of the last 24 h',
    what: 'the jobs of the last 24 h',
    none: 'No job has begun in the last 24 h.',
    now: 'now',
    chart: (total: string, parts: string, busiest: string, most: string) =>
      `Jobs by the hour in which they began, ${total} in all: ${parts}. The most, ${most}, at ${busiest}.`,
    part: (kind: string, jobs: string) => `${kind} ${jobs}`,
    kinds: {
      completed: 'Completed',
      other: 'Cancelled or not reported',
      warnings: 'With warnings',
      failed: 'Failed',
      running: 'Running',
    },
    asTable: 'Show the hours as a table',
    hour: 'Hour',
    all: 'All',
  },
  operations: {
    title: 'By operation',
    heads: { operation: 'Operation', all: 'All', failed: 'Failed' },
    names: {
      backup: 'Backup',
      restore: 'Restore',
      crossRegion: 'Cross-region restore',
      other: 'Other',
      elsewhere: 'Services other than Azure',
    },
    allOf: (operation: string, jobs: string) => `${jobs} jobs: ${operation}`,
    failedOf: (operation: string, jobs: string) => `${jobs} failed jobs: ${operation}`,
  },
  health: {
    title: 'Instances by health',
    what: 'the health of the instances',
    none: 'No protected VM was found in the subscriptions that you may read.',
    heads: { health: 'Health', machines: 'VMs' },
    machinesOf: (health: string, machines: string) => `${machines} VMs: ${health}`,
  },
  oldPoints: {
    title: (age: string) => `No restore point for over ${age}`,
    what: 'the latest restore points',
    age: 'Age',
    ages: { '12h': '12 hours', '24h': '24 hours', '48h': '48 hours', '7d': '7 days' },
    vms: (count: number, text: string) => `${text} ${count === 1 ? 'VM' : 'VMs'}`,
    none: (count: number, text: string) =>
      `${text} of these ${count === 1 ? 'has' : 'have'} no restore point`,
    scope:
      'Includes VMs that Azure Backup protects. Not included: disks, as Azure Resource Graph doesn’t report their restore points, and Commvault.',
  },
  whatHappened: {
    title: 'What happened?',
    goodUntil: 'Good until',
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
    'region-down': { name: 'A region is down', way: 'The copy in the paired region' },
    rehearsal: { name: 'Just rehearsing', way: 'Isolated network, cleaned up at the end' },
    'disk-lost': { name: 'A disk is lost or damaged', way: 'All disks, beside the machine' },
    copy: { name: 'A copy of the VM is needed', way: 'A second machine, or its disks' },
    encrypted: { name: 'An encrypted VM is lost', way: 'Its disks first, then the machine' },
    'bare-metal': { name: 'Bare-metal recovery', way: 'A restore from the vault does it' },
  } satisfies Record<ScenarioId, { name: string; way: string }>,
} as const);
