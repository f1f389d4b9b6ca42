import { textInSentence } from '#src/lib/visible-text.ts';
import { plural } from '#src/lib/wording.ts';
import { common } from '#src/strings/common.ts';
import { lists } from '#src/strings/lists.ts';
import { sentences } from '#src/strings/sentences.ts';
import { dataLoss } from '#src/strings/timeline.ts';

/** Texts for managed disks and their Backup vaults. */
export const diskPages = sentences({
  list: {
    what: 'the disks',
    search: 'Search by disk name',
    heads: { snapshots: 'Snapshot resource group', state: 'Protection' },
    count: (total: number, text: string, search: string) =>
      lists.found(`${text} ${plural(total, 'disk', 'disks')}`, search),
    none: 'No disk backup instances found in the subscriptions you have access to.',
    noneFit: 'No disks match these filters.',
    noneFitSearched: (search: string, isOfAll: boolean) =>
      lists.searched('Backup vaults', 'the names of disks', search, isOfAll),
    /** Beside a list of VMs. */
    too: (total: number, text: string) =>
      plural(
        total,
        'This list shows VMs. 1 managed disk has its own backup.',
        `This list shows VMs. ${text} managed disks have their own backups.`,
      ),
    tooNotRead: 'This list shows VMs. Couldn’t check for disks with their own backups.',
    show: 'Show Azure Disks',
    csv: {
      fileName: 'backup-instances-disks.csv',
      heads: [
        'Backup instance',
        'Resource group',
        'Datasource type',
        'Vault',
        'Subscription',
        'Subscription ID',
        'Region',
        'Snapshot resource group',
        'Policy',
        'Protection',
        'Source ID',
        'Deleted for good (UTC)',
      ],
    },
  },

  instance: {
    facts: {
      disk: 'Source disk',
      exists: 'Exists',
      deleted: 'Deleted',
      deletedMeans:
        'The disk no longer exists, but its restore points do. A restore creates a new disk.',
      snapshots: 'Snapshot resource group',
      size: 'Size',
      holds: 'Holds',
      system: (os: string) => `Operating system (${os})`,
      data: 'Data',
      encryption: 'Encryption',
      machine: 'Attached to',
      unattached: 'No VM',
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
        `Protection: ${state}. The first backup creates the first restore point.`,
      heads: {
        time: 'Time',
        kind: 'Kind',
        expires: 'Expires',
        lost: dataLoss.head,
        restore: 'Restore',
      },
      /** Restore points of disks are snapshots in the snapshot resource group (document 002). */
      snapshot: 'Snapshot',
      partial: 'Incomplete',
    },
    machine: {
      title: 'VM of this disk',
      what: 'the backup of the VM of this disk',
      notProtected: (machine: string) => `No Recovery Services vault backs up ${machine}.`,
      constraint: 'About this',
      /** The way to the other backup that the rule `datasource.disk.also-via-vm` names. */
      pointsOf: (machine: string) => `Restore points of ${machine}`,
    },
  },

  job: {
    datasource: 'Datasource type',
    instance: 'Backup instance',
    source: 'Source disk',
    point: 'Restore point',
    target: 'Restored disk',
    neverCancelled: 'You can’t cancel the restore of a disk.',
    result: {
      title: 'Restored disk',
      name: 'Restored disk name',
      group: 'Resource group',
      subscription: 'Subscription',
      size: 'Size',
      attached: 'Attached to',
      id: 'Disk ID',
      willBe: 'Available after the job completes.',
      readBack: 'Confirmed by Azure',
      reading: 'Reading the restored disk',
      other: 'A disk of this name exists that this job didn’t create.',
      gone: 'Not found: the disk was removed or never created.',
      notRead: (message: string) => `Couldn’t check if the disk exists: ${message}`,
      notMade: 'Not checked, because the job didn’t succeed.',
      notTold: 'Azure doesn’t report which disk this job creates.',
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
    identity: { system: 'System-assigned', none: 'None: can’t restore disks' },
    count: (total: number, text: string, search: string) =>
      [
        text,
        plural(total, 'Backup vault', 'Backup vaults'),
        ...(search === '' ? [] : [`with “${search}” in the name`]),
      ].join(' '),
    none: 'No Backup vaults found in the subscriptions you have access to.',
    noneFit: 'No Backup vaults match these filters.',
    noneFitBody: 'All Backup vaults you have access to were searched.',
    too: (total: number, text: string) =>
      `${text} ${plural(total, 'Backup vault protects', 'Backup vaults protect')} disks.`,
    tooNotRead: 'Couldn’t check for Backup vaults.',
    show: 'Show Backup vaults',
    one: {
      identityOf: (id: string) => `System-assigned (${id})`,
      noIdentity:
        'None. A Backup vault backs up and restores disks with its system-assigned identity. Enable it before you restore.',
      disks: 'Disks',
      disksWhat: 'the disks of this vault',
      disksNone: 'This vault protects no disks.',
      heads: { disk: 'Disk', group: 'Resource group', state: 'Protection', restore: 'Restore' },
      shown: (shown: string, all: string) => `First ${shown} of ${all}`,
      allDisks: 'View all',
      restore: (disk: string) => `Restore ${disk}`,
      jobs: 'Jobs in the last 7 days',
      jobsWhat: 'the jobs of this vault',
      jobsNone: 'No jobs in the last 7 days',
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
    title: 'Disks with their own backups',
    notRead: 'Couldn’t check for disks with their own backups.',
    heads: { disk: 'Disk', vault: 'Vault', points: 'Restore points', restore: 'Restore' },
    points: (total: number, text: string, newest: string) =>
      `${text} ${plural(total, 'restore point', 'restore points')}, newest ${newest}`,
    none: 'None yet',
    restore: (disk: string) => `Restore ${disk}`,
  },

  /** By Azure's status in lower case; an unknown status is shown unchanged. */
  states: {
    protectionconfigured: 'Protected',
    configuringprotection: 'Being configured',
    configuringprotectionfailed: 'Configuration failed',
    updatingprotection: 'Being updated',
    notprotected: 'Not protected',
    protectionstopped: 'Protection stopped, restore points kept',
    protectionerror: 'Protection error',
    backupschedulessuspended: 'Backups suspended',
    retentionschedulessuspended: 'Retention suspended',
    softdeleting: 'Being deleted',
    softdeleted: 'Soft-deleted',
    invalid: 'Invalid',
  },
} as const);

const words: Readonly<Record<string, string>> = diskPages.states;

/** Texts for the protection status of a disk. An unknown status is shown as Azure reports it. */
export function diskStateText(state: string): string {
  if (state === '') return common.absence.notReported;
  return words[state.toLowerCase()] ?? textInSentence(state);
}
