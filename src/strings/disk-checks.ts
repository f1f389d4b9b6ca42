import type { BuiltInRole } from '#src/model/role-assignment.ts';
import { checks } from '#src/strings/checks.ts';
import { sentences } from '#src/strings/sentences.ts';

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
    title: 'Prerequisites',
    list: 'What the Backup vault needs',
    name: {
      identity: 'Managed identity of the vault',
      target: 'Disk Restore Operator on the target resource group',
      key: 'Reader on the disk encryption set',
      snapshotRole: 'Disk Snapshot Contributor on the snapshot resource group',
      snapshots: 'Incremental snapshots',
      running: 'Other restores to this disk',
    },
    state: { ...checks.state, pending: 'Given, not in effect yet', failed: 'Missing' },
    identity: {
      held: (vault: string) => `${vault} has a system-assigned identity.`,
      missing: (vault: string) =>
        `${vault} has no managed identity, so no role can be given to it. Turn on the system-assigned identity of the vault, then check again.`,
      command: 'To turn it on',
    },
    /** The scope of a role that resource groups inherit. */
    subscription: 'its subscription',
    role: {
      held: (role: string, scope: string) => `The vault’s identity has ${role} on ${scope}.`,
      above: (role: string, scope: string, from: string) =>
        `The vault’s identity has ${role} on ${scope}, from ${from}.`,
      missing: (role: string, scope: string) => `The vault’s identity lacks ${role} on ${scope}.`,
      others: (role: string, scope: string) =>
        `The vault’s identity lacks ${role} on ${scope}. It has other roles there; whether they are enough only the validation tells.`,
      fresh: (role: string, since: string, counts: string) =>
        `${role} was given at ${since}. A new role can take about 15 minutes to take effect: until ${counts}.`,
      inEffect: (at: string) =>
        `Given less than 15 minutes ago, and in effect already: Azure’s validation succeeded at ${at}.`,
      left: (left: string) => `${left} left. Then the validation is asked for by itself.`,
      noIdentity: 'Waits for the managed identity of the vault.',
      noScope: 'Waits for the target resource group.',
    },
    waits: 'Waits for something else that is not read.',
    key: {
      notTold:
        'Azure does not tell the encryption set of the disk. Under a key of yours the vault’s identity needs Reader on it. The validation tells.',
      notNeeded: 'Not needed: the disk is not encrypted with a key of yours.',
      gone: 'The source disk is no longer there, so its encryption set is not known. The validation tells.',
    },
    snapshots: {
      held: (group: string) => `The snapshot of the restore point is in ${group}.`,
      missing: (group: string) =>
        `The snapshot of the restore point is not in ${group}: it was deleted or moved. Move it back, or choose another restore point.`,
      unknown: (group: string) =>
        `Snapshots are in ${group}; which of them is the restore point’s, Azure does not say. The validation tells.`,
      noPoint: 'Waits for the restore point.',
      choose: 'Choose another restore point',
    },
    running: {
      noTarget: 'Waits for the name and the resource group of the new disk.',
      none: 'No restore in progress in this vault has this target.',
      same: (disk: string, group: string) =>
        `Another restore is creating ${disk} in ${group}. Only one disk can have that name there.`,
      maybe: (count: number, source: string) =>
        count === 1
          ? `A restore of ${source} is in progress that doesn’t report its target. It may be the same one.`
          : `${String(count)} restores of ${source} are in progress that don’t report their targets. They may be the same one.`,
      untold: (count: number) =>
        count === 1
          ? 'A restore of another disk in this vault doesn’t report its target. Check again in a minute.'
          : `${String(count)} restores of other disks in this vault don’t report their targets. Check again in a minute.`,
    },
    notRead: (why: string) => `Could not be read: ${why}`,
    grant: (role: string) => `Grant ${role}`,
    granting: (role: string) => `Granting ${role} …`,
    notGranted: 'Azure did not give the role. Nothing has changed.',
    grantLost:
      'No answer came, so nobody knows whether the role was given. What the identity holds is being read again.',
    mayNot:
      'You may not assign roles there. An owner, or a user access administrator, can run this:',
    command: 'Command',
  },
  validation: {
    title: 'Validation by Azure',
    state: {
      none: 'Not validated yet. It may take some minutes; Restore opens when it has succeeded.',
      running: 'Azure looks at these parameters.',
      succeeded: (at: string) => `Succeeded at ${at}. Restore can be chosen.`,
      failed: (at: string) => `Failed at ${at}. Nothing was restored, and your choices are kept.`,
      stale: 'Something was changed since the last validation, so it counts no longer.',
      lost: 'Azure’s answer could not be read. Nothing was restored, and your choices are kept.',
    },
    overtaken: {
      missing: (at: string, names: string) =>
        `Succeeded at ${at}, but no longer counts. Missing now: ${names}.`,
      given: (at: string, names: string) =>
        `Succeeded at ${at}, but no longer counts. Given since then: ${names}.`,
    },
    refused:
      'Azure refused to look at these parameters. Nothing was restored, and your choices are kept.',
    goingOn: (time: string) => `Running for ${time}`,
    due: (at: string) => `The new role takes effect by ${at}. Azure validates by itself then.`,
    start: 'Validate',
    again: 'Validate again',
    stop: 'Stop waiting',
    asking: 'Azure is being asked.',
    waits: 'Waits for the parameters that are not chosen yet.',
    problems: 'What Azure found',
    code: 'Error code',
    goTo: {
      diskName: 'Change the name',
      rg: 'Change the resource group',
      point: 'Choose another restore point',
    },
    toPrerequisite: (name: string) => `Show: ${name}`,
  },
  afterwards: {
    title: 'What is left to do',
    list: 'Steps',
    use: {
      data: 'Put the restored data disk in the place of the old one: detach the old one, then attach the restored one.',
      os: 'Swap the operating system disk of the machine. The machine is stopped for it.',
      unknown:
        'Neither disk could be read. Attach the restored disk to a machine as a data disk, or swap it as its operating system disk.',
    },
    disks: 'the two disks',
    guide: {
      data: {
        Windows: 'In Windows, bring the disk online in Disk Management once it is attached.',
        Linux: 'In Linux, mount the disk once it is attached; its device name may have changed.',
      },
      os: {
        Windows: 'The machine starts Windows from the restored disk then.',
        Linux: 'The machine starts Linux from the restored disk then.',
      },
    },
    guidesList: 'Guides',
    guides: {
      detach: (os: string) => `Detach a data disk from a ${os} machine`,
      attach: (os: string) => `Attach a data disk to a ${os} machine`,
      swap: (os: string) => `Swap the OS disk of a ${os} machine`,
    },
    unattached:
      'Neither disk is attached to a machine. Put yours in the place of GROUP and MACHINE.',
    commands: {
      detach: 'Detach the old disk',
      attach: 'Attach the restored disk',
      stop: 'Stop the machine',
      swap: 'Swap the disk',
      start: 'Start the machine',
    },
    revoke: {
      title: 'Take the role back',
      why: (role: string, scope: string) =>
        `Once the restore has succeeded the vault’s identity needs ${role} on ${scope} no longer.`,
      held: 'The identity still holds it.',
      above: (from: string) => `It also has it from ${from}, which is not taken away here.`,
      gone: 'Read back from Azure: the identity does not hold it.',
      noIdentity: 'The vault has no managed identity, so it holds no role.',
      reading: 'Reading the roles of the vault’s identity.',
      button: (role: string) => `Revoke ${role}`,
      question: (role: string, scope: string) => `Revoke ${role} on ${scope}?`,
      body: 'Another restore into this group needs it again, and a new role may take about 15 minutes to count.',
      keep: 'Keep it',
      notRevoked: 'Azure did not take the role away. It is still held.',
      lost: 'No answer came, so nobody knows whether the role was taken away. What the identity holds is being read again.',
      byGroup:
        'It also has it as a member of a group. That is not taken away here: others in the group would lose it too.',
      mayNot:
        'You may not take roles away there. An owner, or a user access administrator, can run this:',
      command: 'Command',
      others: (count: number) =>
        count === 1
          ? 'It holds 1 other role there.'
          : `It holds ${String(count)} other roles there.`,
    },
  },
} as const);
