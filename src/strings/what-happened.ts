import { listText, plural } from '#src/lib/wording.ts';
import type { RestoreOptionKind, ScenarioId } from '#src/model/restore-option.ts';
import { overview } from '#src/strings/overview.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the page that leads from what happened to a restore option. */
export const whatHappened = sentences({
  title: overview.whatHappened.title,
  lead: 'The least disruptive option for the VM comes first. Nothing starts on this page.',
  unknown: {
    title: 'Part of the address was ignored',
    what: (text: string) => `“${text}” isn’t a scenario.`,
    instance: (text: string) => `“${text}” isn’t the address of a backup instance.`,
    before: (text: string) => `“${text}” isn’t a time.`,
    future: (text: string) => `“${text}” is in the future.`,
  },
  scenario: {
    title: '1. What happened',
    label: 'What happened',
    row: (scenario: keyof typeof documentRows) => `(${documentRows[scenario]})`,
    way: {
      'file-gone': 'Recover files without changing the VM',
      'bad-change': 'Newest restore point before a time you enter',
      'no-start': 'A new VM, or replaced disks',
      ransomware: 'Isolated copy first, nothing overwritten',
      'machine-deleted': 'New VM from its last restore point',
      'zone-down': 'Another zone in the region',
      'region-down': 'The copy in the paired region',
      rehearsal: 'Isolated network, cleaned up at the end',
      'disk-lost': 'The disks of a restore point, without changing the VM',
      copy: 'A second VM, or its disks',
      encrypted: 'Its disks first, then the VM',
      'bare-metal': 'Restore from the vault',
    } satisfies Record<ScenarioId, string>,
    documentLine:
      'In parentheses: the matching scenario in “About Azure VM restore” or “Restore Azure VMs”.',
  },
  machine: {
    title: '2. Virtual machine',
    search: 'Search by name',
    what: 'the VMs',
    label: 'Virtual machine',
    heads: {
      name: 'Name',
      group: 'Resource group',
      subscription: 'Subscription',
      vault: 'Vault',
      machine: 'VM',
      redundancy: 'Redundancy',
      zone: 'Zone',
      lastPoint: 'Last restore point',
    },
    /** Those that the event concerns, a count of them between both parts. */
    concerned: {
      before: 'Listed first: ',
      count: (count: number, text: string) =>
        `${text} ${plural(count, 'backup instance', 'backup instances')}`,
      gone: ' whose VM wasn’t found among those you have access to.',
      zone: (regions: readonly string[]) =>
        ` in ${listText(regions)}. Azure Service Health reports an issue in a zone there.`,
      region: (regions: readonly string[]) =>
        ` in ${listText(regions)}. Azure Service Health reports an issue there.`,
      unread: 'Not checked: Azure Service Health.',
    },
    isThere: 'Found',
    isGone: 'Not found',
    place: {
      gone: (region: string) => `${region}, VM not found`,
      unread: (region: string) => `${region}, zone not read`,
      noZone: (region: string) => `${region}, not in a zone`,
      zone: (region: string, zone: string) => `${region}, zone ${zone}`,
    },
    none: (text: string) =>
      text === ''
        ? 'No backup instances found in the subscriptions you have access to.'
        : `No backup instance you have access to has “${text}” in its name.`,
    more: (shown: number) => `First ${String(shown)} shown. Type more of the name to find others.`,
    noPoint: 'None yet',
    chosen: 'Selected',
    chosenIn: (name: string, group: string, vault: string) => `${name}, ${group}, ${vault}`,
    chosenWhat: 'the selected VM',
    another: 'Select another VM',
  },
  time: {
    title: '3. Last known good time',
    label: overview.whatHappened.goodUntil,
    hint: 'For example, 22:00, 4 Jun 22:00 or 2025-06-04 22:00. The newest restore point before this time is used.',
    optionalHint:
      'Leave empty to use the newest restore point, or enter a time: 22:00, 4 Jun 22:00 or 2025-06-04 22:00.',
    use: 'Use this time',
    newest: 'Use the newest restore point',
  },
  answer: {
    title: 'Recommended restore option',
    needsScenario: 'Select what happened.',
    needsMachine: 'Select a VM.',
    needsTime: 'Enter the last time it was good. Changes made after that time aren’t restored.',
    pointsWhat: 'the restore points',
    machineWhat: 'the VM',
    noPoints: (machine: string) => `${machine} has no restore points yet.`,
    noTimes: (machine: string) =>
      `Azure doesn’t report when the restore points of ${machine} were created.`,
    noPointBefore: (machine: string, time: string) =>
      `${machine} has no restore point before ${time}.`,
    noPointRead: (machine: string, time: string) =>
      `No restore point of ${machine} that was loaded is from before ${time}. Azure has more.`,
    oldest: (time: string) => `The oldest is from ${time}.`,
    toInstance: 'View all restore points',
    first: (restoreOption: string, time: string) => `${restoreOption}, as of ${time}.`,
    leastTouch: 'Least disruptive option',
    none: 'None of these options is possible now.',
    noneOf: 'The reasons are listed below.',
    point: 'Restore point',
    consistency: 'Consistency',
    tier: 'Tier',
    lost: 'Data loss',
    lostBefore: (duration: string) => `${duration} of them before the time you entered`,
    passedOver: (time: string) =>
      `The newer restore point of ${time} can’t be used with this option.`,
    whyPassedOver: 'Why not the newer restore point?',
    hideWhyPassedOver: 'Hide why not the newer restore point',
    does: 'What it does',
    leaves: 'What it doesn’t change',
    watchOut: 'Warnings',
    afterwards: 'Afterwards',
    notChecked: 'Not checked',
    restore: 'Restore with this option',
    restoreIn: (place: string, time: string) => `Restore in ${place} (restore point ${time})`,
    zone: (zone: string) => `zone ${zone}`,
    restoreAs: (restore: string, restoreOption: string) => `${restore}: ${restoreOption}`,
    others: 'Other options',
    asOf: (time: string) => `As of ${time}.`,
    stillThere: (machine: string) => `Azure reports that ${machine} still exists.`,
    notEncrypted: (machine: string) =>
      `The disks of ${machine} are encrypted with platform-managed keys only. Restore it like any other VM.`,
  },
  state: {
    blocked: (machine: string) => `Not possible for ${machine}.`,
    waits: (region: string) => `Waits for ${region}.`,
  },
  restoreOptions: {
    files: 'Files from a restore point',
    isolatedVm: 'New VM in an isolated network',
    newVm: 'New VM next to the original',
    zoneVm: 'New VM in another zone',
    regionVm: 'New VM in the paired region',
    disks: 'Disks only',
    zoneDisks: 'Disks in another zone',
    regionDisks: 'Disks in the paired region',
    replace: 'Replace the disks of the VM',
  },
  /** The same of a source that no longer exists. */
  ofGone: { newVm: 'New VM', less: 'Its disks can’t be replaced: the VM no longer exists.' },
  does: {
    files:
      'A script mounts the disks of the restore point read-only on a VM you select. You copy the missing files. Nothing is created in Azure.',
    isolatedVm:
      'Create new virtual machine: creates a VM from the restore point. For Virtual network, select an isolated one: Restore Center can’t verify isolation.',
    newVm:
      'Create new virtual machine: creates a VM from the restore point, with the name and network you select.',
    zoneVm: (zone: string) =>
      `Create new virtual machine: creates a VM from the restore point in zone ${zone}.`,
    regionVm: (pair: string) =>
      `Create new virtual machine: creates a VM from the restore point in ${pair}.`,
    disks:
      'Restore disks: restores the disks of the restore point to a resource group you select, with a template to create a VM. Attach a disk to a VM to copy what you need.',
    zoneDisks: (zone: string) =>
      `Restore disks: restores the disks of the restore point in zone ${zone}.`,
    regionDisks: (pair: string) =>
      `Restore disks: restores the disks of the restore point in ${pair}.`,
    replace:
      'Replace disk/s: replaces the current disks with those of the restore point. Azure takes a snapshot of the VM first. The current disks stay in its resource group, detached.',
  },
  somePair: 'the paired region',
  /** What Azure Service Health tells of the place that an option leads to: nothing else tells whether it is up. */
  health: {
    none: (region: string) => `Azure Service Health shows you no issue in ${region}.`,
    inZone: (region: string, zone: string | null) =>
      `Azure Service Health reports an issue in a zone of ${region}.${zone === null ? '' : ` Check that it isn’t zone ${zone}.`}`,
    inRegion: (region: string) => `Azure Service Health reports an issue in ${region}.`,
    unread: (region: string) => `Not checked: Azure Service Health for ${region}.`,
  },
  leaves: {
    machine: (machine: string) => `${machine} and its disks don’t change.`,
    gone: 'Nothing that exists today changes.',
    evidence: (machine: string) =>
      `${machine} and its disks don’t change. They stay available for investigation.`,
    nothing: (machine: string) =>
      `${machine} itself changes. Changes made since the restore point are lost.`,
  },
  /** Why another restore option is first. */
  less: {
    files: 'Copies single files. The disks stay mounted for 12 hours.',
    isolatedVm: 'A whole VM takes longer and costs more than its disks.',
    newVm: 'A whole VM takes longer and costs more than its disks.',
    zoneVm: 'A whole VM takes longer and costs more than its disks.',
    regionVm: 'The VM moves to another region.',
    disks: 'Restores disks only. You create a VM from them.',
    zoneDisks: 'Restores disks only. You create a VM from them.',
    regionDisks: 'Restores disks only, in another region.',
    replace: 'The only option that changes the VM itself.',
  },
  lessAfter: (scenario: ScenarioId, restoreOption: RestoreOptionKind) =>
    lessAfter[scenario]?.[restoreOption],
  waits: (region: string) =>
    `Restores to ${region}, which is down. Available again when the region is up.`,
  reminder: {
    rehearsal:
      'After the rehearsal, delete what it created: the VM, disks, NIC, and the files in the staging storage account. They’re billed until then.',
    ransomware:
      'Restore Center doesn’t scan restore points. Check the restored VM for malware before you use it. Until then, stop the backup policy from deleting older restore points.',
  },
} as const);

/** Reasons that replace those in `less` after some events. */
const lessAfter: Partial<Record<ScenarioId, Partial<Record<RestoreOptionKind, string>>>> = {
  'file-gone': {
    replace: 'Reverts every file of the VM to the restore point, not only the missing one.',
  },
  'bad-change': {
    replace:
      'Undoes the change in place, with everything else written since. Check a restored copy first.',
  },
  'no-start': {
    disks: 'You can repair the disks on another VM. You create a VM that starts from them.',
    replace:
      'Restores the VM under its own name and address. Changes made since the restore point are lost.',
  },
  ransomware: {
    disks: 'You can inspect the disks on another VM without starting their OS.',
    replace: 'Overwrites evidence of the attack, before you know that the restore point is clean.',
  },
  'zone-down': {
    newVm: 'Not in a zone: Azure selects where it runs.',
    replace: 'The VM stays in its zone.',
  },
  'disk-lost': { replace: 'Reverts every disk of the restore point, not only the lost one.' },
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
