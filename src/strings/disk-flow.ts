import { wizard } from '#src/strings/wizard.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the wizard that restores a disk. Field labels are those of the documents. */
export const diskFlow = sentences({
  title: 'Restore Azure Disks',
  step: { ...wizard.step, configuration: 'Restore parameters' },
  /** What is read, in sentences. */
  reads: {
    instance: 'the backup instance',
    vault: 'the vault',
    points: 'the restore points',
    disk: 'the source disk',
    machineBackup: 'the backup of the VM',
    subscriptions: 'the subscriptions',
    groups: 'the resource groups',
    diskNames: 'the names of the disks',
    snapshots: 'the snapshots',
    targetRoles: 'the roles in the target resource group',
    snapshotRoles: 'the roles in the snapshot resource group',
    setRoles: 'the roles on the disk encryption set',
    runningRestores: 'the restores in progress',
    permissions: 'your permissions',
  },
  instance: {
    heads: ['Name', 'Resource group', 'Vault', 'Region'],
    what: 'the protected disks',
    search: 'Search by disk name',
    shown: (shown: number, total: string, search: string) => {
      const where = search === '' ? '' : ` with “${search}” in the name`;
      if (shown === 0) return `No protected disk${where} in the Backup vaults that you may read.`;
      return String(shown) === total
        ? `${total} protected ${total === '1' ? 'disk' : 'disks'}${where}.`
        : `The first ${String(shown)} of ${total} protected disks${where}. Type to narrow the search.`;
    },
  },
  point: {
    heads: ['Time', 'Kind', 'Lost since then', 'Expires'],
    what: 'the restore points',
    none: 'This disk has no restore point.',
    needsInstance: 'Choose a backup instance first: the restore points are those of one disk.',
    lost: (duration: string) => `${duration} of writes`,
    gone: 'The restore point that was chosen has expired, or was deleted. Choose another; the rest is kept.',
    chosen: (time: string, expires: string) =>
      `Chosen: the disk as it was on ${time}. This point expires on ${expires}.`,
    expired: {
      short: 'Expired.',
      rule: 'A restore point cannot be restored once it has expired: its snapshot is deleted.',
      fact: (time: string) => `It expired on ${time}`,
      source: 'The restore point, as Azure reports it',
    },
    incomplete: {
      short: 'Not complete.',
      rule: 'A restore begins at a complete restore point. This one is not, as Azure reports.',
      source: 'The restore point, as Azure reports it',
    },
  },
  parameters: {
    mode: 'Restore to',
    alternate: 'Alternate location: a new disk',
    original: 'Original location: in place of the source disk',
    subscription: 'Target subscription',
    rg: 'Target resource group',
    diskName: 'Restored disk name',
    badName:
      'Azure takes 1 to 80 letters, digits, underscores, periods and hyphens. A name begins with a letter or digit, and ends with a letter, a digit or an underscore.',
    needsInstance: 'Choose a backup instance first: what can be chosen here hangs on it.',
    ownGroup: 'The group of the source disk',
  },
  network: {
    notNeeded: 'Not needed for a disk.',
    body: 'Document 002 asks for no network settings: the wizard goes from Restore parameters to Review + restore.',
  },
  plan: {
    nothingYet: 'Choose a disk and a restore point. Your restore plan appears here.',
    disk: (source: string, to: Readonly<Record<'name' | 'time' | 'group', string>>) =>
      `A new disk ${to.name} will be made from ${source} as of ${to.time}, in ${to.group}.`,
  },
  review: {
    basics: 'Basics',
    point: 'Recovery point',
    parameters: 'Restore parameters',
    sourceDisk: 'Source disk',
    vault: 'Backup vault',
    region: 'Region',
    kind: 'Kind',
    time: 'Time',
    expires: 'Expires',
    gone: 'The source disk is no longer there',
    created: (name: string, group: string, region: string) =>
      `Disk ${name} in ${group}, in ${region}`,
    untouched: (name: string) => `Disk ${name} and its restore points`,
    /** Why Restore isn’t available, while no check has failed. */
    waits: {
      reads: 'Restore opens when Azure has answered what the rules need.',
      none: 'Restore opens when Azure has validated these very parameters.',
      running: 'Restore opens when the validation that is running has succeeded.',
      failed: 'The validation has failed. Put right what it names, and validate again.',
      stale: 'Something was changed since the validation. Validate once more.',
      overtaken: 'A role changed since the validation. Restore opens when Azure validates again.',
      lost: 'Nobody knows how the validation has ended. Validate once more.',
    },
  },
} as const);
