import { plural } from '#src/lib/wording.ts';
import type { BuiltInRole } from '#src/model/roles.ts';
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
    list: 'Requirements of the Backup vault',
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
        `The snapshot of the restore point isn’t in ${group}: it was deleted or moved. Move it back, or select another restore point.`,
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
