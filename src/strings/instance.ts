import { andText, plural } from '#src/lib/wording.ts';
import { restoreKinds } from '#src/strings/choices.ts';
import { sentences } from '#src/strings/sentences.ts';
import { dataLoss } from '#src/strings/timeline.ts';

/** Texts for the page of a backup instance. */
export const instance = sentences({
  what: 'this backup instance',
  commands: 'Commands for this backup instance',
  comparePoints: 'Compare restore points',
  unknown: 'No backup instance at this address',
  unknownBody: 'This isn’t the address of a backup instance. Nothing was changed.',
  separator: ' · ',
  sourceExists: 'Source exists',
  sourceDeleted: 'Source deleted',
  sourceReading: 'Reading the source',
  sourceNotRead: 'Source couldn’t be read',
  stale: (message: string) => `Couldn’t refresh: ${message} Older data is shown.`,

  also: {
    /** Before the name of the backup, which is a link. */
    by: (service: string) => `Also protected by ${service}:`,
    notChecked: (service: string) => `Couldn’t check whether ${service} also protects this VM.`,
  },

  facts: {
    title: 'Properties',
    vault: 'Vault',
    policy: 'Policy',
    state: 'Protection',
    health: 'Health',
    lastBackup: 'Last backup',
    points: 'Restore points',
    oldest: 'Oldest restore point',
    source: 'Source VM',
    exists: 'Exists',
    tags: 'Tags',
    noTags: 'None',
    size: 'Size',
    os: 'Operating system',
    region: 'Region',
    zone: 'Zone',
    disks: 'Disks',
    deleted: 'Deleted',
    deletedMeans: 'The VM no longer exists, but its backups do. Replace existing isn’t available.',
    noZone: 'Not in a zone',
    zoneOf: (zone: string) => `Zone ${zone}`,
    never: 'No backup yet',
    none: 'None yet',
  },
  states: {
    protected: 'Protected',
    irpending: 'First backup pending',
    protectionerror: 'Protection error',
    protectionstopped: 'Protection stopped, restore points kept',
    protectionpaused: 'Protection paused',
    backupssuspended: 'Backups suspended',
  },
  backupStatus: {
    completed: 'Completed',
    failed: 'Failed',
    inProgress: 'In progress',
    unknown: 'not reported',
  },
  disk: {
    os: 'OS disk',
    lun: (lun: number) => `LUN ${String(lun)}`,
    size: (gib: number) => `${String(gib)} GiB`,
    unmanaged: 'unmanaged',
    platformKey: 'platform-managed key',
    customerKey: (set: string) => `customer-managed key of ${set}`,
    bothKeys: (set: string) => `platform- and customer-managed keys, ${set}`,
    keyNotRead: 'key not read',
    keyUnknown: 'key not reported',
    kindUnknown: 'kind not reported',
    sizeUnknown: 'size not reported',
    setUnknown: 'an unreported set',
    encrypted: 'Azure Disk Encryption',
    shared: 'shared disk',
  },

  points: {
    title: 'Restore points',
    what: 'the restore points',
    none: 'This VM has no restore points yet.',
    noneBody: (state: string) =>
      `Protection: ${state}. The first backup creates the first restore point.`,
    showAll: 'Show all restore points',
    noneFit: 'No restore points match these filters.',
    noneFitBody: (read: string, isCut: boolean) =>
      isCut
        ? `Only the first ${read} restore points were loaded and searched.`
        : `All ${read} restore points were searched.`,
    count: (shown: number, all: number, texts: { readonly shown: string; readonly all: string }) =>
      shown === all
        ? `${texts.all} ${plural(all, 'restore point', 'restore points')}`
        : `${texts.shown} of ${texts.all} restore points`,
    heads: {
      time: 'Time',
      tier: 'Recovery tier',
      lost: dataLoss.head,
      expires: 'Expires',
      restore: 'Restore',
    },
    expired: 'Expired',
    left: (duration: string) => `in ${duration}`,
    softDeleted: 'Soft-deleted',
    restoreAsOf: (time: string) => `Restore as of ${time}`,
    filters: 'Filters',
    filtersUsed: (count: number) => `Filters (${String(count)})`,
    from: 'Start Time',
    to: 'End Time',
    before: 'Newest before',
    /** What is typed there, as an example. */
    beforeExample: '4 Jun 22:00',
    tier: 'Tier',
    consistency: 'Consistency',
    onDay: (day: string) => `Day: ${day}`,
    showAllDays: (day: string) => `Day: ${day}, show all days`,
  },

  consistency: {
    AppConsistent: 'Application',
    FileSystemConsistent: 'File-system',
    CrashConsistent: 'Crash',
    unknown: 'not reported',
  },

  can: {
    kinds: restoreKinds,
    notPossible: 'Not possible',
    notChecked: 'Not checked',
    why: 'Why',
    whyNot: (kind: string, time: string) => `Why isn’t ${kind} as of ${time} possible?`,
    whyNotChecked: (kind: string, time: string) => `Why isn’t ${kind} as of ${time} checked?`,
    isNotPossible: (kind: string, time: string) => `${kind} as of ${time} isn’t possible.`,
    isNotChecked: (kind: string, time: string) =>
      `${kind} as of ${time} isn’t checked: a required fact is unknown.`,
  },

  jobs: {
    title: 'Jobs in the last 7 days',
    what: 'the jobs of this instance',
    none: 'No jobs in the last 7 days',
    all: 'View all',
    heads: { status: 'Status', operation: 'Operation', started: 'Started', duration: 'Duration' },
    shown: (shown: string, all: string) => `Newest ${shown} of ${all}`,
    jobOf: (operation: string, time: string) => `${operation} of ${time}`,
  },

  history: {
    title: 'Past restores',
    what: 'the past restores of this instance',
    how: 'How we know',
    range:
      'Restores of the last 30 days that Azure still lists. Azure doesn’t report who started a job.',
    crossRegion: 'Cross-region restores aren’t included.',
    crossRegionJobs: 'Open jobs in the Secondary Region',
    none: 'Azure lists no restores in the last 30 days.',
    heads: {
      started: 'Started',
      point: 'Restore point',
      target: 'Restored to',
      by: 'Started by',
      duration: 'Duration',
      outcome: 'Outcome',
    },
    kinds: {
      createVm: 'Create new virtual machine',
      restoreDisks: 'Restore disks',
      replaceDisks: 'Replace disk/s',
      newDisk: 'New disk',
    },
    original: (name: string) => `${name} (original)`,
    group: (name: string) => `Resource group ${name}`,
    you: 'You, in this browser',
    likelyYou: 'Probably you: matches a request from this browser',
    answered: 'Not reported: returned for a request from this browser',
    selected: 'Not reported: found by search in this browser',
    running: 'In progress',
    all: (count: string) => `Show all ${count}`,
  },
} as const);

/** Texts for comparing two restore points, or one with the VM as it is now. */
export const comparison = sentences({
  title: 'Comparison',
  close: 'Close the comparison',
  label: (one: string, other: string) => `Comparison of ${one} and ${other}`,
  now: 'Current VM',
  gone: 'The VM no longer exists, so you can’t compare the restore point with it.',
  sum: (differs: number, notChecked: number, same: number) =>
    `Differs: ${String(differs)}. Same: ${String(same)}. Not checked: ${String(notChecked)}.`,
  onlyPoints: 'Azure doesn’t report the content of disks, so it isn’t compared.',

  selected: (times: readonly string[]) =>
    times.length === 0 ? 'To compare, select two, or one.' : `Selected: ${andText(times)}`,
  atMost: 'Two restore points are selected. Clear one to select another.',
  compare: 'Compare selected',
  withNow: 'Compare with current VM',
  clear: 'Clear selection',

  heads: { aspect: 'Property', status: 'Result' },
  meaningTitle: 'Effect on a restore',
  all: (rows: number) => `Show all ${String(rows)} rows`,
  differing: 'Show only differences',
  aspects: {
    time: 'Time',
    consistency: 'Consistency',
    tier: 'Tier',
    vmSize: 'VM size',
    osType: 'Operating system',
    diskCount: 'Number of disks',
    disks: 'Disks',
    zone: 'Zone',
    diskEncryption: 'Azure Disk Encryption',
    encryptionSets: 'Disk encryption sets',
    privateAccess: 'Private disk access',
  },
  status: {
    same: 'Same',
    differs: 'Differs',
    notChecked: 'Not checked',
    noCounterpart: 'Not comparable',
  },
  encrypted: 'Encrypted',
  notEncrypted: 'Not encrypted',
  isPrivate: 'At least one private disk',
  isPublic: 'No private disk',
  platformKeys: 'None: platform-managed keys',
  noZone: 'Not in a zone',
  zoneOf: (zone: string) => `Zone ${zone}`,
  systemDisk: 'OS disk',
  lun: (lun: number) => `LUN ${String(lun)}`,
  disk: (place: string, name: string) => `${place}: ${name}`,
  leftOut: (disk: string) => `${disk} (not backed up)`,

  meaning: {
    about: (side: string, text: string) => `${side}: ${text}`,
    between: (duration: string) =>
      `Changes from the ${duration} between them are only in the newer restore point.`,
    after: (time: string, duration: string) =>
      `Changes made after ${time}, in the last ${duration}, aren’t in the restore point.`,
    sizeStays:
      'Replace existing replaces the disks of the VM. The documentation mentions no other change, so the VM keeps its current size.',
    sizeOfNew: 'The documentation doesn’t mention the size of a new VM.',
    onlyIn: (time: string, disks: string) => `Only in the restore point of ${time}: ${disks}.`,
    onlyNow: (disks: string) => `Only on the current VM: ${disks}.`,
    undocumented: 'The documentation doesn’t mention how this affects a restore.',
  },
  /** The source, where it isn’t a document. */
  sources: { both: 'Both sides', ours: 'Restore Center' },
} as const);
