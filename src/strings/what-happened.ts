import type { ScenarioId, RestoreOptionKind } from '#src/model/scenario.ts';
import { overview } from '#src/strings/overview.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the page that leads from what happened to a restore option. */
export const whatHappened = sentences({
  title: overview.whatHappened.title,
  lead: 'The least destructive way that fits the machine comes first. Nothing is started here.',
  unknown: {
    title: 'A part of the address was left out',
    what: (text: string) => `“${text}” is none of the scenarios.`,
    instance: (text: string) => `“${text}” is no address of a backup instance.`,
    before: (text: string) => `“${text}” is no time.`,
    future: (text: string) => `“${text}” is in the future.`,
  },
  scenario: {
    title: '1. What has happened',
    label: 'What has happened',
    row: (scenario: keyof typeof documentRows) => `(${documentRows[scenario]})`,
    documentLine:
      'In brackets: the scenario of “About Azure VM restore” or “Restore Azure VMs” that it belongs to.',
  },
  machine: {
    title: '2. Which machine',
    search: 'Search by name',
    what: 'the machines',
    label: 'Machine',
    heads: {
      name: 'Name',
      group: 'Resource group',
      subscription: 'Subscription',
      vault: 'Vault',
      lastPoint: 'Last restore point',
    },
    none: (text: string) =>
      text === ''
        ? 'No protected VM was found in the subscriptions that you may read.'
        : `No protected VM of those that you may read has “${text}” in its name.`,
    more: (shown: number) =>
      `The first ${String(shown)} are shown. Type more of the name to find others.`,
    noPoint: 'none yet',
    chosen: 'Chosen',
    chosenIn: (name: string, group: string, vault: string) => `${name}, ${group}, ${vault}`,
    chosenWhat: 'the chosen machine',
    another: 'Choose another machine',
  },
  time: {
    title: '3. When was it last good',
    label: overview.whatHappened.goodUntil,
    hint: 'Such as 22:00, 4 Jun 22:00 or 2025-06-04 22:00. The newest point before this time is taken.',
    optionalHint:
      'Left empty, the newest point is taken. Or a time, such as 22:00, 4 Jun 22:00 or 2025-06-04 22:00.',
    use: 'Use this time',
    newest: 'Take the newest point',
  },
  answer: {
    title: 'The way back',
    needsScenario: 'Choose what has happened.',
    needsMachine: 'Choose the machine.',
    needsTime: 'Say until when it was good. Everything after that time is left out of the restore.',
    pointsWhat: 'the restore points',
    machineWhat: 'the machine',
    noPoints: (machine: string) =>
      `${machine} has no restore point yet: there is nothing to go back to.`,
    noPointBefore: (machine: string, time: string) =>
      `${machine} has no restore point from before ${time}.`,
    oldest: (time: string) => `Its oldest is of ${time}.`,
    toInstance: 'See all its restore points',
    first: (restoreOption: string, time: string) => `${restoreOption}, as of ${time}.`,
    leastTouch: 'Touches least of what is possible here',
    none: 'None of the ways can be taken here now.',
    noneOf: 'What stands in the way of each is listed below.',
    point: 'Restore point',
    consistency: 'Consistency',
    tier: 'Tier',
    lost: 'Will not come back',
    lostUntilNow: (duration: string) => `${duration} of writes, until now`,
    lostBefore: (duration: string) => `${duration} of them from before the time you gave`,
    passedOver: (time: string) => `The newer one of ${time} cannot be used this way.`,
    whyPassedOver: 'Why not the newer one?',
    hideWhyPassedOver: 'Hide why not the newer one',
    does: 'What it does',
    leaves: 'What it leaves alone',
    watchOut: 'Watch out',
    afterwards: 'Afterwards',
    notChecked: 'Not checked',
    restore: 'Restore this way',
    restoreIn: (place: string, time: string) => `Restore in ${place} (restore point ${time})`,
    zone: (zone: string) => `zone ${zone}`,
    restoreAs: (restore: string, restoreOption: string) => `${restore}: ${restoreOption}`,
    others: 'The other ways',
    asOf: (time: string) => `As of ${time}.`,
    stillThere: (machine: string) => `Azure says that ${machine} is still there.`,
    notEncrypted: (machine: string) =>
      `The disks of ${machine} are encrypted with Azure's own keys only: it is restored like any other.`,
  },
  state: {
    blocked: (machine: string) => `Not possible for ${machine}.`,
    waits: (region: string) => `Waits for ${region}.`,
  },
  restoreOptions: {
    files: 'Files from a restore point',
    isolatedVm: 'A copy in a network of its own',
    newVm: 'A new machine beside it',
    zoneVm: 'A new machine in another zone',
    regionVm: 'A new machine in the paired region',
    disks: 'Its disks alone',
    zoneDisks: 'Its disks in another zone',
    regionDisks: 'Its disks in the paired region',
    replace: 'Other disks in the machine itself',
  },
  does: {
    files:
      'A script mounts the disks of the restore point, read-only, on a VM that you choose. You copy the missing files. Nothing is created in Azure.',
    isolatedVm:
      'Create new virtual machine: a second machine as of the point. At Virtual network choose one that reaches nothing of yours; which one that is nobody here can know.',
    newVm:
      'Create new virtual machine: a second machine as of the point, under a name and in a network that you choose.',
    zoneVm: (zone: string) =>
      `Create new virtual machine, in zone ${zone}: a second machine as of the point, where the zone is up.`,
    regionVm: (pair: string) =>
      `Create new virtual machine, in ${pair}: a second machine as of the point, where the region is up.`,
    disks:
      'Restore disks: all disks as of the point, in a resource group that you choose, with a template for a machine. Attach one to a machine and take from it what you need.',
    zoneDisks: (zone: string) =>
      `Restore disks, in zone ${zone}: all disks as of the point, where the zone is up.`,
    regionDisks: (pair: string) =>
      `Restore disks, in ${pair}: all disks as of the point, where the region is up.`,
    replace:
      'Replace disk/s: the disks of the point take the place of today’s. A snapshot of the machine is taken first, and today’s disks stay in its resource group, detached.',
  },
  somePair: 'the paired region',
  leaves: {
    machine: (machine: string) => `${machine} and its disks are not touched.`,
    gone: 'Nothing that exists today is touched.',
    evidence: (machine: string) =>
      `${machine} and its disks are not touched: what has happened to them stays there to be looked at.`,
    nothing: (machine: string) =>
      `${machine} itself is changed. What was written to it since the point is lost on it.`,
  },
  /** Why another restore option is first. */
  less: {
    files: 'Copies single files. The disks stay mounted for 12 hours.',
    isolatedVm: 'A whole machine takes longer and costs more than its disks.',
    newVm: 'A whole machine takes longer and costs more than its disks.',
    zoneVm: 'A whole machine takes longer and costs more than its disks.',
    regionVm: 'The machine leaves its region.',
    disks: 'Gives disks and no machine: one is still to be made of them.',
    zoneDisks: 'Gives disks and no machine: one is still to be made of them.',
    regionDisks: 'Gives disks and no machine, in another region.',
    replace: 'The only one that changes the machine itself.',
  },
  lessAfter: (scenario: ScenarioId, restoreOption: RestoreOptionKind) =>
    lessAfter[scenario]?.[restoreOption],
  waits: (region: string) => `Goes into ${region}, which is down, and works again when that is up.`,
  reminder: {
    rehearsal:
      'When you have seen enough, delete what the rehearsal has made: machine, disks, network card, and the files in the staging account. Until then they are billed.',
    ransomware:
      'Nobody here looks into a point: check the copy before anything of it is used. Stop the backup policy from deleting older points while you look.',
  },
} as const);

/** Reasons that replace those in `less` after some events. */
const lessAfter: Partial<Record<ScenarioId, Partial<Record<RestoreOptionKind, string>>>> = {
  'file-gone': {
    replace:
      'Takes every file of the machine back to the point, and not only the one that is gone.',
  },
  'bad-change': {
    replace:
      'Undoes the change in place, and with it everything else that was written since. Look at a copy first.',
  },
  'no-start': {
    disks:
      'The disks can be mended on another machine. One that starts is still to be made of them.',
    replace:
      'Brings the machine back under its own name and address, without what was written since the point.',
  },
  ransomware: {
    disks: 'Can be looked at from another machine without starting what is on them.',
    replace:
      'Overwrites what the attack has left to look at, and nobody knows yet whether the point is clean.',
  },
  'zone-down': {
    newVm: 'In no zone of its own: where it is made is Azure’s choice.',
    replace: 'The machine stays where it is.',
  },
  'disk-lost': { replace: 'Takes all its disks back, and not only the one that is lost.' },
};

/** The rows of document 001, Understand restore scenarios, and one of document 000. */
const documentRows = {
  'entire-vm': 'Entire VM',
  disk: 'Disk',
  files: 'Files',
  encrypted: 'Encrypted',
  'cross-region': 'Cross Region Restore',
  'bare-metal': 'Bare-metal restore',
} as const;
