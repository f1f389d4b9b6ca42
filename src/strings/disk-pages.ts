import { sentences } from '#src/strings/sentences.ts';

/** Texts for managed disks and their Backup vaults. */
export const diskPages = sentences({
  list: {
    what: 'the protected disks',
    search: 'Search by disk name',
    heads: { snapshots: 'Snapshot resource group', state: 'Protection' },
    count: (total: number, text: string, search: string) =>
      [
        text,
        total === 1 ? 'disk' : 'disks',
        ...(search === '' ? [] : [`with “${search}” in the name`]),
      ].join(' '),
    none: 'No protected disk was found in the subscriptions that you may read.',
    noneFit: 'No protected disk fits these filters.',
    noneFitSearched: (search: string) =>
      search === ''
        ? 'All Backup vaults that you may read were searched.'
        : `All Backup vaults that you may read were searched for “${search}” in the names of disks.`,
    /** Beside a list of VMs. */
    too: (total: number, text: string) =>
      total === 1
        ? 'This list is of machines. 1 managed disk is protected by itself too.'
        : `This list is of machines. ${text} managed disks are protected by themselves too.`,
    tooNotRead: 'This list is of machines. Whether disks are protected too could not be read.',
    show: 'Show Azure Disks',
    csv: {
      fileName: 'backup-instances-disks.csv',
      heads: [
        'Backup instance',
        'Resource group',
        'Datasource type',
        'Vault',
        'Subscription',
        'Subscription id',
        'Region',
        'Snapshot resource group',
        'Policy',
        'Protection',
        'Source',
      ],
    },
  },

  instance: {
    facts: {
      disk: 'Source disk',
      exists: 'Exists',
      deleted: 'Deleted',
      deletedMeans: 'The disk is gone, its points are kept. A restore makes a new disk.',
      snapshots: 'Snapshot resource group',
      size: 'Size',
      holds: 'Holds',
      system: (os: string) => `Operating system (${os})`,
      data: 'Data',
      encryption: 'Encryption',
      machine: 'Attached to',
      unattached: 'no machine',
    },
    encryption: {
      encryptionatrestwithplatformkey: 'platform-managed key',
      encryptionatrestwithcustomerkey: 'customer-managed key',
      encryptionatrestwithplatformandcustomerkeys: 'platform- and customer-managed keys',
    },
    withSet: (kind: string, set: string) => `${kind}, ${set}`,
    points: {
      what: 'the restore points of this disk',
      none: 'This disk has no restore point.',
      noneBody: (state: string) =>
        `All points of this disk were asked for. Protection: ${state}. The first backup makes the first point.`,
      count: (total: number, text: string) =>
        `${text} ${total === 1 ? 'restore point' : 'restore points'}`,
      heads: {
        time: 'Time',
        kind: 'Kind',
        expires: 'Expires',
        lost: 'What is lost',
        restore: 'Restore',
      },
      /** Restore points of disks are snapshots in the snapshot resource group (document 002). */
      snapshot: 'Snapshot',
      partial: 'not complete',
      expired: 'expired',
      left: (duration: string) => `in ${duration}`,
    },
    machine: {
      title: 'The machine that holds this disk',
      what: 'the backup of the machine that holds this disk',
      notProtected: (machine: string) => `No Recovery Services vault protects ${machine}.`,
      constraint: 'About this',
    },
  },

  job: {
    datasource: 'Datasource type',
    instance: 'Backup instance',
    source: 'Source disk',
    point: 'Restore point',
    target: 'Restored disk',
    neverCancelled: 'Azure has no way to cancel the restore of a disk.',
    result: {
      title: 'The restored disk',
      name: 'Restored disk name',
      group: 'Resource group',
      subscription: 'Subscription',
      size: 'Size',
      attached: 'Attached to',
      id: 'Disk id',
      willBe: 'It is there when the job has ended well.',
      readBack: 'Read back from Azure.',
      reading: 'The restored disk is being read.',
      gone: 'It is not there now: removed since, or never made.',
      notRead: (message: string) => `Whether it is there could not be read: ${message}`,
      notMade: 'The job did not end well, so this disk was not looked for.',
      notTold: 'Azure does not report which disk this job makes.',
    },
  },

  vaults: {
    type: 'Vault type',
    types: { recoveryServices: 'Recovery Services vault', backup: 'Backup vault' },
    what: 'the Backup vaults',
    heads: {
      name: 'Vault',
      type: 'Vault type',
      subscription: 'Subscription',
      region: 'Region',
      identity: 'Managed identity',
    },
    identity: { system: 'System-assigned', none: 'None: it can restore nothing' },
    count: (total: number, text: string, search: string) =>
      [
        text,
        total === 1 ? 'Backup vault' : 'Backup vaults',
        ...(search === '' ? [] : [`with “${search}” in the name`]),
      ].join(' '),
    none: 'No Backup vault was found in the subscriptions that you may read.',
    noneFit: 'No Backup vault fits these filters.',
    noneFitBody: 'All Backup vaults that you may read were searched.',
    too: (total: number, text: string) =>
      `${text} ${total === 1 ? 'Backup vault protects' : 'Backup vaults protect'} disks.`,
    tooNotRead: 'Whether there are Backup vaults too could not be read.',
    show: 'Show Backup vaults',
    one: {
      identityOf: (id: string) => `System-assigned (${id})`,
      noIdentity:
        'None. A Backup vault makes and restores disks by its system-assigned identity: turn it on before a restore.',
      disks: 'Disks of this vault',
      disksWhat: 'the disks of this vault',
      disksNone: 'This vault protects no disk.',
      heads: { disk: 'Disk', group: 'Resource group', state: 'Protection', restore: 'Restore' },
      shown: (shown: string, all: string) => `The first ${shown} of ${all}.`,
      allDisks: 'Show them as a list',
      restore: (disk: string) => `Restore ${disk}`,
      jobs: 'Jobs of the last seven days',
      jobsWhat: 'the jobs of this vault',
      jobsNone: 'No job of this vault in the last seven days.',
      allJobs: 'View all',
      jobHeads: {
        status: 'Status',
        job: 'Job',
        started: 'Started',
        duration: 'Duration',
      },
    },
  },

  /** On the page of a VM. */
  ownDisks: {
    title: 'Disks that are protected by themselves',
    intro:
      'A Backup vault protects these disks by themselves. From there one disk is restored, and the machine is left as it is.',
    notRead: 'Whether disks of this machine are protected by themselves could not be read.',
    heads: { disk: 'Disk', vault: 'Vault', points: 'Restore points', restore: 'Restore' },
    points: (total: number, text: string, newest: string) =>
      `${text} ${total === 1 ? 'point' : 'points'}, the newest of ${newest}`,
    none: 'none yet',
    restore: (disk: string) => `Restore ${disk}`,
  },

  /** By Azure's status in lower case; an unknown status is shown unchanged. */
  states: {
    protectionconfigured: 'Protected',
    configuringprotection: 'Being configured',
    configuringprotectionfailed: 'Configuration failed',
    updatingprotection: 'Being updated',
    notprotected: 'Not protected',
    protectionstopped: 'Protection stopped, points kept',
    protectionerror: 'Protection error',
    backupschedulessuspended: 'Backups suspended',
    retentionschedulessuspended: 'Retention suspended',
    softdeleting: 'Being deleted',
    softdeleted: 'Soft-deleted',
    invalid: 'Invalid',
  },
} as const);
