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
    otherRestores: 'the restores in progress elsewhere',
    permissions: 'your permissions',
  },
  instance: {
    heads: ['Name', 'Resource group', 'Vault', 'Region'],
    what: 'the disks',
    search: 'Search by disk name',
    shown: (shown: number, total: string, search: string) => {
      const where = search === '' ? '' : ` with “${search}” in the name`;
      if (shown === 0) return `No disks${where} in the Backup vaults you have access to.`;
      return String(shown) === total
        ? `${total} ${total === '1' ? 'disk' : 'disks'}${where}.`
        : `First ${String(shown)} of ${total} disks${where}. Type to narrow the search.`;
    },
  },
  point: {
    heads: ['Time', 'Kind', 'Data loss', 'Expires'],
    what: 'the restore points',
    none: 'This disk has no restore points.',
    needsInstance: 'Select a backup instance first to see its restore points.',
    lost: (duration: string) => `Last ${duration}`,
    gone: 'The selected restore point expired or was deleted. Select another one. Your other selections are kept.',
    chosen: (time: string, expires: string) =>
      `Selected: the disk as of ${time}. This restore point expires on ${expires}.`,
    expired: {
      short: 'Expired.',
      rule: 'You can’t restore an expired restore point: its snapshot is deleted.',
      fact: (time: string) => `It expired on ${time}`,
      source: 'The restore point, as reported by Azure',
    },
    incomplete: {
      short: 'Incomplete.',
      rule: 'A restore requires a complete restore point. Azure reports that this one is incomplete.',
      source: 'The restore point, as reported by Azure',
    },
  },
  parameters: {
    mode: 'Restore to',
    alternate: 'Alternate location: a new disk',
    original: 'Original location: replace the source disk',
    subscription: 'Target subscription',
    rg: 'Target resource group',
    diskName: 'Restored disk name',
    badName:
      'Use 1 to 80 letters, digits, underscores, periods, and hyphens. Start with a letter or digit. End with a letter, digit, or underscore.',
    needsInstance: 'Select a backup instance first. It determines these options.',
    ownGroup: 'Resource group of the source disk',
  },
  network: {
    notNeeded: 'Not needed for a disk',
    body: 'A disk restore has no network settings.',
  },
  plan: {
    nothingYet: 'Select a disk and a restore point. Your restore plan appears here.',
    disk: (source: string, to: Readonly<Record<'name' | 'time' | 'group', string>>) =>
      `A new disk ${to.name} is created from ${source} as of ${to.time}, in ${to.group}.`,
  },
  review: {
    basics: 'Basics',
    point: 'Restore point',
    parameters: 'Restore parameters',
    sourceDisk: 'Source disk',
    vault: 'Backup vault',
    region: 'Region',
    kind: 'Kind',
    time: 'Time',
    expires: 'Expires',
    gone: 'The source disk no longer exists',
    created: (name: string, group: string, region: string) =>
      `Disk ${name} in ${group}, in ${region}`,
    untouched: (name: string) => `Disk ${name} and its restore points`,
    /** Why Restore isn’t available, while no check has failed. */
    waits: {
      reads: 'Restore is available after Azure returns the data for the checks.',
      none: 'Restore is available after Azure validates these parameters.',
      running: 'Restore is available after the validation succeeds.',
      failed: 'Validation failed. Fix the reported issues, then validate again.',
      stale: 'Parameters changed since the validation. Validate again.',
      overtaken:
        'A role changed since the validation. Restore is available after Azure validates again.',
      lost: 'Validation result not received. Validate again.',
    },
  },
} as const);
