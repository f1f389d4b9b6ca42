import { listText, plural } from '#src/lib/wording.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for Overview. Each number is part of its text. */
export const overview = sentences({
  /** Restores of this browser. */
  openRestores: (count: number) =>
    plural(
      count,
      '1 restore with open next steps',
      `${String(count)} restores with open next steps`,
    ),
  ofRestore: (machine: string, open: number) => `${machine}: ${String(open)} open`,
  title: 'Overview',
  scope: (vaults: readonly [number, string], subscriptions: readonly [number, string]) =>
    `${plural(vaults[0], '1 vault', `${vaults[1]} vaults`)} in ${plural(subscriptions[0], '1 subscription', `${subscriptions[1]} subscriptions`)}`,
  noVaults: 'No vaults found in the subscriptions you have access to.',
  scopeNotRead: 'All vaults you have access to. Their number couldn’t be read.',
  scopeReading: 'All vaults you have access to',
  commands: 'Overview commands',
  main: 'the restores and jobs',
  drafts: 'your drafts',
  firstVisit: 'the things to try first',
  serviceHealth: 'Azure Service Health',
  nextSteps: 'the open next steps',
  panel: 'What happened, and health',
  attention: {
    title: 'Needs attention',
    what: 'the failed and stalled jobs',
    none: 'No failed or stalled restores in the last 24 hours.',
    noneRead:
      'No failed or stalled restores in the last 24 hours, in the lists that could be read.',
    stalled: 'No progress',
    stalledSince: (time: string) =>
      `In progress, but no progress since ${time}, as observed by this browser.`,
    all: 'All',
    allFailed: 'All failures and warnings',
    noReason: 'Azure reports no reason.',
    show: 'Show',
    built: 'the VM that was built since',
    showWhatToDo: (job: string) => `Show what to do: ${job}`,
  },
  day: {
    title: 'Jobs in the last 24 hours',
    allJobs: 'All jobs',
    what: 'the jobs of the last 24 hours',
    none: 'No jobs started in the last 24 hours.',
    noneRead: 'No jobs started in the last 24 hours, in the lists that could be read.',
  },
  health: {
    title: 'Backup instances by health',
    what: 'the health of the backup instances',
    none: 'No backup instances found in the subscriptions you have access to.',
    heads: { health: 'Health', machines: 'VMs' },
    machinesOf: (health: string, machines: string) => `${machines} VMs: ${health}`,
    /** Before the names of what is not counted. */
    notCounted: 'Not counted:',
  },
  oldPoints: {
    title: (age: string) => `No restore point for over ${age}`,
    what: 'the latest restore points',
    age: 'Age',
    ages: { '12h': '12 hours', '24h': '24 hours', '48h': '48 hours', '7d': '7 days' },
    vms: (count: number, text: string) => `${text} ${plural(count, 'VM', 'VMs')}`,
    none: (text: string) => `${text} with none`,
    counted: 'Age and scope',
    scope:
      'Includes VMs that Azure Backup protects. Excludes Commvault, and disks: Azure Resource Graph doesn’t report their restore points.',
  },
  whatHappened: {
    title: 'What happened?',
    goodUntil: 'Good until',
    all: 'All scenarios',
  },
  scenarios: {
    'file-gone': { name: 'A file or folder is missing' },
    'bad-change': { name: 'A bad update or change' },
    'no-start': { name: 'The VM doesn’t start' },
    ransomware: { name: 'Ransomware suspected' },
    'machine-deleted': { name: 'The VM was deleted' },
    'zone-down': { name: 'A zone is down' },
    'region-down': { name: 'A region is down' },
    rehearsal: { name: 'Just rehearsing' },
    'disk-lost': { name: 'A disk is lost or damaged' },
    copy: { name: 'A copy of the VM is needed' },
    encrypted: { name: 'An encrypted VM is lost' },
    'bare-metal': { name: 'Bare-metal recovery' },
  } satisfies Record<ScenarioId, { name: string }>,
} as const);

/** "1 VM is backed up", "2 VMs are backed up" */
const vms = (many: number): string =>
  plural(many, `${many} VM is backed up`, `${many} VMs are backed up`);

const onVm = 'depending on the VM and its restore points.';
const silent = (place: string): string =>
  `not checked, ${place}: Azure doesn’t report the redundancy of their vaults.`;

/** What the rules say of a place, after a number of VMs. */
const REACH = {
  zone: {
    refused: 'can’t be restored to another zone, by the settings of their vaults.',
    depends: `might be restored to another zone, ${onVm}`,
    notChecked: silent('to another zone'),
  },
  pair: {
    refused: 'can’t be restored to the paired region, by the settings of their vaults.',
    depends: `might be restored to the paired region, ${onVm}`,
    declared: `might be restored to the paired region after Microsoft declares this region down, ${onVm}`,
    notChecked: silent('to the paired region'),
  },
};

/** Texts about an issue that Azure reports in a region with backups. */
export const serviceIssue = sentences({
  title: (region: string, isZonal: boolean) =>
    `Service issue in ${isZonal ? 'a zone of ' : ''}${region}`,
  reported: (title: string, services: readonly string[]) =>
    `Azure Service Health reports: “${title}” (${listText(services)}).`,
  since: (time: string) => `Since ${time}.`,
  all: (many: number) => `${vms(many)} in this region:`,
  toZone: (many: number, reach: keyof typeof REACH.zone) => `${String(many)} ${REACH.zone[reach]}`,
  toPair: (many: number, reach: keyof typeof REACH.pair) => `${String(many)} ${REACH.pair[reach]}`,
  whichZone:
    'Not checked: which of these VMs are in that zone. Zone numbers differ by subscription.',
  notCounted: 'Not checked: how many VMs are backed up there.',
  start: 'Find a restore option',
  show: 'Show backup instances',
} as const);
