import { plural } from '#src/lib/wording.ts';
import type { BuiltInRole } from '#src/model/roles.ts';
import { checks } from '#src/strings/checks.ts';
import { sentences } from '#src/strings/sentences.ts';
import { wizard } from '#src/strings/wizard.ts';

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
    heads: ['Time', 'Kind', 'Expires'],
    what: 'the restore points',
    none: 'This disk has no restore points.',
    needsInstance: 'Select a backup instance first to see its restore points.',
    gone: 'Azure doesn’t list the selected restore point. Select another one. Your other selections are kept.',
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

/** Names of the roles as Azure shows them. */
const roles: Readonly<Record<BuiltInRole, string>> = {
  diskRestoreOperator: 'Disk Restore Operator',
  diskSnapshotContributor: 'Disk Snapshot Contributor',
  reader: 'Reader',
};

/** Texts for the prerequisites of a disk's restore, its validation and its leftover resources. */
export const diskChecks = sentences({
  roles,
  prerequisites: {
    name: {
      identity: 'Managed identity of the vault',
      target: 'Disk Restore Operator on the target resource group',
      key: 'Reader on the disk encryption set',
      snapshotRole: 'Disk Snapshot Contributor on the snapshot resource group',
      snapshots: 'Incremental snapshots',
      running: 'Other restores to this disk',
    },
    state: { ...checks.state, pending: 'Assigned, not in effect yet', failed: 'Missing' },
    identity: {
      held: (vault: string) => `${vault} has a system-assigned identity.`,
      missing: (vault: string) =>
        `${vault} has no managed identity, so you can’t assign it a role. Enable the vault’s system-assigned identity, then check again.`,
      command: 'Command to enable it',
    },
    /** The scope of a role that resource groups inherit. */
    subscription: 'its subscription',
    role: {
      held: (role: string, scope: string) => `The vault’s identity has ${role} on ${scope}.`,
      above: (role: string, scope: string, from: string) =>
        `The vault’s identity has ${role} on ${scope}, inherited from ${from}.`,
      missing: (role: string, scope: string) => `The vault’s identity lacks ${role} on ${scope}.`,
      others: (role: string, scope: string) =>
        `The vault’s identity lacks ${role} on ${scope}. It has other roles there. Validate to find out if they’re enough.`,
      fresh: (role: string, since: string, counts: string) =>
        `${role} was assigned at ${since}. It can take about 15 minutes to take effect: until ${counts}.`,
      inEffect: (at: string) =>
        `Assigned less than 15 minutes ago and already in effect: Azure’s validation succeeded at ${at}.`,
      left: (left: string) => `${left} left. Then validation starts automatically.`,
      noIdentity: 'Requires the managed identity of the vault.',
      noScope: 'Requires the target resource group.',
    },
    /** After what passed here. */
    disagreed: (at: string, code: string) =>
      `Azure disagreed: its validation failed for this at ${at} (${code}).`,
    waits: 'Depends on something that couldn’t be read.',
    key: {
      notTold:
        'Azure doesn’t report the encryption set of the disk. With a customer-managed key, the vault’s identity needs Reader on it. Validate to find out.',
      notNeeded: 'Not needed: the disk has no customer-managed key.',
      gone: 'The source disk no longer exists, so its encryption set is unknown. Validate to find out.',
    },
    snapshots: {
      held: (group: string) => `The snapshot of the restore point is in ${group}.`,
      missing: (group: string) =>
        `Azure lists no snapshot of the restore point in ${group}. If it was moved, move it back, or select another restore point.`,
      unknown: (group: string) =>
        `${group} has snapshots. Azure doesn’t report which one belongs to the restore point. Validate to find out.`,
      noPoint: 'Requires a restore point.',
      choose: 'Select another restore point',
    },
    running: {
      noTarget: 'Requires the name and resource group of the new disk.',
    },
    notRead: (why: string) => `Couldn’t be read: ${why}`,
    grant: (role: string) => `Assign ${role}`,
    granting: (role: string) => `Assigning ${role} …`,
    rejected: (message: string) =>
      `Azure rejected the request, perhaps as a second copy: ${message} The roles are read for up to two minutes.`,
    notGranted: 'Couldn’t assign the role.',
    grantLost:
      'No answer says whether Azure assigned the role. Checking the roles of the identity again.',
    mayNot:
      'You don’t have permission to assign roles there. An Owner or User Access Administrator can run this command:',
    command: 'Command',
  },
  validation: {
    title: 'Validation by Azure',
    state: {
      none: 'Not validated yet. It can take several minutes. You can select Restore after it succeeds.',
      running: 'Azure is validating these parameters.',
      succeeded: (at: string) => `Succeeded at ${at}. You can select Restore.`,
      failed: (at: string) => `Failed at ${at}. Nothing was restored. Your selections are kept.`,
      stale: 'Parameters changed since the last validation. Validate again.',
      lost: 'Validation result not received. Validate again. Nothing was restored. Your selections are kept.',
    },
    overtaken: {
      missing: (at: string, names: string) =>
        `Succeeded at ${at}, but is no longer valid. Missing now: ${names}.`,
      given: (at: string, names: string) =>
        `Succeeded at ${at}, but is no longer valid. Assigned since then: ${names}.`,
    },
    refused:
      'Azure rejected the validation request. Nothing was restored. Your selections are kept.',
    goingOn: (time: string) => `In progress for ${time}`,
    due: (at: string) =>
      `The new role takes effect by ${at}. Validation then starts automatically.`,
    start: 'Validate',
    again: 'Validate again',
    stop: 'Stop waiting',
    asking: 'Sending the validation request',
    waits: 'Complete the parameters first.',
    problems: 'Issues reported by Azure',
    code: 'Error code',
    goTo: {
      diskName: 'Change the name',
      rg: 'Change the resource group',
      point: 'Select another restore point',
    },
    toPrerequisite: (name: string) => `Show: ${name}`,
  },
  afterwards: {
    title: 'Next steps',
    list: 'Steps',
    use: {
      data: 'Replace the old data disk: detach it, then attach the restored disk.',
      os: 'Swap the OS disk of the VM. The VM is stopped first.',
      unknown:
        'Neither disk could be read. Attach the restored disk to a VM as a data disk, or swap it as the OS disk.',
    },
    /** Of a disk whose role wasn’t known when it was restored. */
    anyUse: 'Attach the restored disk to a VM as a data disk, or swap it as the OS disk.',
    disks: 'the two disks',
    guide: {
      data: {
        Windows: 'After you attach the disk in Windows, bring it online in Disk Management.',
        Linux: 'After you attach the disk in Linux, mount it. Its device name might have changed.',
      },
      os: {
        Windows: 'The VM then starts Windows from the restored disk.',
        Linux: 'The VM then starts Linux from the restored disk.',
      },
    },
    guidesList: 'Guides',
    guides: {
      detach: (os: string) => `Detach a data disk from a ${os} VM`,
      attach: (os: string) => `Attach a data disk to a ${os} VM`,
      swap: (os: string) => `Swap the OS disk of a ${os} VM`,
    },
    unattached:
      'Neither disk is attached to a VM. Replace the words in capitals with your own values.',
    commands: {
      detach: 'Detach the old disk',
      attach: 'Attach the restored disk',
      stop: 'Stop the VM',
      swap: 'Swap the disk',
      start: 'Start the VM',
    },
    revoke: {
      title: 'Revoke the role',
      why: (role: string, scope: string) =>
        `After a successful restore, the vault’s identity no longer needs ${role} on ${scope}.`,
      held: 'The identity still has it.',
      above: (from: string) => `The identity also has it from ${from}. That assignment stays.`,
      gone: 'Confirmed by Azure: the identity doesn’t have it.',
      noIdentity: 'The vault has no managed identity, so it has no role.',
      reading: 'Reading the roles of the vault’s identity',
      button: (role: string) => `Revoke ${role}`,
      question: (role: string, scope: string) => `Revoke ${role} on ${scope}?`,
      body: 'The next restore to this group needs it again, and a new role can take about 15 minutes to take effect.',
      keep: 'Keep it',
      notRevoked: 'Couldn’t revoke the role.',
      lost: 'No answer says whether Azure revoked the role. Checking the roles of the identity again.',
      byGroup:
        'The identity also has it through a Microsoft Entra group. That assignment stays: other members need it.',
      mayNot:
        'You don’t have permission to revoke roles there. An Owner or User Access Administrator can run this command:',
      command: 'Command',
      others: (count: number) =>
        plural(
          count,
          'The identity has 1 other role there.',
          `The identity has ${String(count)} other roles there.`,
        ),
    },
  },
} as const);
