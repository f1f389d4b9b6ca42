import { restoreKinds } from '#src/strings/restore-options.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the page of a backup instance. */
export const instance = sentences({
  what: 'this backup instance',
  commands: 'Commands for this backup instance',
  comparePoints: 'Compare points',
  unknown: 'There is no backup instance at this address',
  unknownBody: 'The address is not one of a backup instance. Nothing was changed.',
  separator: ' · ',
  sourceExists: 'Source exists',
  sourceDeleted: 'Source deleted',
  sourceNotRead: 'Source not read',
  stale: (message: string) => `The latest read failed: ${message} What is shown is older.`,

  also: {
    /** Before the name of the backup, which is a link. */
    by: (service: string) => `Also protected by ${service}:`,
    notChecked: (service: string) => `Couldn’t check whether ${service} also protects this VM.`,
  },

  facts: {
    title: 'What is protected',
    vault: 'Vault',
    policy: 'Policy',
    state: 'Protection',
    health: 'Health',
    lastBackup: 'Last backup',
    points: 'Restore points',
    oldest: 'Oldest point',
    source: 'Source machine',
    tags: 'Tags',
    noTags: 'none',
    size: 'Size',
    os: 'Operating system',
    region: 'Region',
    zone: 'Zone',
    disks: 'Disks',
    exists: 'Exists',
    deleted: 'Deleted',
    deletedMeans:
      'The machine is gone, its backups are kept. Replace existing has nothing to replace.',
    noZone: 'In no zone',
    zoneOf: (zone: string) => `Zone ${zone}`,
    never: 'No backup yet',
    none: 'None yet',
  },
  states: {
    protected: 'Protected',
    irpending: 'First backup pending',
    protectionerror: 'Protection error',
    protectionstopped: 'Protection stopped, points kept',
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
    os: 'System disk',
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
    setUnknown: 'a set that is not reported',
  },

  points: {
    title: 'Restore points',
    what: 'the restore points',
    none: 'This machine has no restore point yet.',
    noneBody: (state: string) =>
      `All points of this machine were asked for. Protection: ${state}. The first backup makes the first point.`,
    showAll: 'Show all restore points',
    noneFit: 'No restore point fits these filters.',
    noneFitBody: (all: string) => `All ${all} restore points were searched.`,
    count: (shown: number, all: number, texts: { readonly shown: string; readonly all: string }) =>
      shown === all
        ? `${texts.all} ${all === 1 ? 'restore point' : 'restore points'}`
        : `${texts.shown} of ${texts.all} restore points`,
    heads: {
      time: 'Time',
      kind: 'Consistency and tier',
      lost: 'What is lost',
      restore: 'Restore',
    },
    ago: (duration: string) => `${duration} ago`,
    lost: (duration: string) => `${duration} until now`,
    lostAfter: (when: string) => `written after ${when}`,
    restoreAsOf: (time: string) => `Restore as of ${time}`,
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

  strip: {
    label: (first: string, last: string) => `Days from ${first} to ${last}`,
    keys: 'Arrow keys go through the days. Press a day to list only its restore points. Press it again to list all.',
    lanes: { snapshot: 'Snapshot', vaultStandard: 'Vault-Standard', vaultArchive: 'Archive' },
    count: 'Points',
    earlier: 'Earlier 14 days',
    later: 'Later 14 days',
    oldest: 'Oldest point',
    newest: 'Newest point',
    noneHere: (newest: string) =>
      `No restore points in these days. The newest of all is from ${newest}.`,
    some: (count: number, oldest: string) =>
      `${String(count)} ${count === 1 ? 'restore point' : 'restore points'} in these days. The oldest of all is from ${oldest}.`,
    /** After weekday, day and month. */
    day: (year: string, count: number, strongest: string | null) =>
      [
        year,
        count === 0
          ? 'no restore points'
          : `${String(count)} ${count === 1 ? 'restore point' : 'restore points'}`,
        ...(strongest === null ? [] : [strongest]),
      ].join(', '),
  },
  consistency: {
    application: 'Application',
    fileSystem: 'File-system',
    crash: 'Crash',
    unknown: 'not reported',
  },

  can: {
    kinds: restoreKinds,
    possible: 'Possible',
    notPossible: 'Not possible',
    notChecked: 'Not checked',
    restoreAs: (kind: string, time: string) => `Restore: ${kind} as of ${time}`,
    why: 'Why',
    whyNot: (kind: string, time: string) => `Why is ${kind} as of ${time} not possible?`,
    whyNotChecked: (kind: string, time: string) => `Why is ${kind} as of ${time} not checked?`,
    isNotPossible: (kind: string, time: string) => `${kind} as of ${time} is not possible.`,
    isNotChecked: (kind: string, time: string) =>
      `${kind} as of ${time} is not checked: a fact that a rule asks for is not known.`,
  },

  jobs: {
    title: 'Jobs of the last seven days',
    what: 'the jobs of this instance',
    none: 'No job of this instance in the last seven days.',
    all: 'View all',
    heads: { status: 'Status', operation: 'Operation', started: 'Started', duration: 'Duration' },
    shown: (shown: string, all: string) => `The newest ${shown} of ${all}.`,
    jobOf: (operation: string, time: string) => `${operation} of ${time}`,
  },

  history: {
    title: 'Past restores',
    what: 'the past restores of this instance',
    range:
      'Restores of the last 30 days, as far as Azure still lists them. Azure doesn’t report who started a job.',
    crossRegion: 'Cross-region restores aren’t included.',
    crossRegionJobs: 'Open jobs in the Secondary Region',
    none: 'Azure lists no restore of this instance in the last 30 days.',
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
    likelyYou: 'Likely you: matched to a request of this browser',
    running: 'Still running',
    all: (count: string) => `Show all ${count}`,
  },
} as const);
