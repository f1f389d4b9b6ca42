import type { BuiltInRole } from '#src/model/role-assignment.ts';

/** What the restore of a disk requires, its validation by Azure, and what is left afterwards (document 002). */

const ROLE_NAMES = {
  diskRestoreOperator: 'Disk Restore Operator',
  diskSnapshotContributor: 'Disk Snapshot Contributor',
  reader: 'Reader',
} as const satisfies Record<BuiltInRole, string>;

/** The name under which Azure lists a built-in role. */
export const roleName = (role: BuiltInRole): string => ROLE_NAMES[role];

const plural = new Intl.PluralRules('en-GB');
const counted = (count: number, one: string, more: string): string =>
  `${String(count)} ${plural.select(count) === 'one' ? one : more}`;

export const prerequisites = {
  title: 'Prerequisites',
  list: 'Prerequisites',
  checkAgain: 'Check again',
  check: {
    identity: 'Managed identity of the vault',
    targetRole: 'Disk Restore Operator on the target resource group',
    keyReader: 'Reader on the disk encryption set',
    snapshotRoles: 'Role on the snapshot resource group',
    snapshots: 'Incremental snapshots',
  },
  state: {
    done: 'Done',
    refused: 'Refused',
    warning: 'Warning',
    notChecked: 'Not checked',
    reading: 'Reading',
  },
  /** What each read is of, as in "You may not read the vault." */
  reads: {
    vault: 'the Backup vault',
    instance: 'the backup instance',
    disk: 'the source disk',
    points: 'the recovery points',
    snapshots: 'the snapshots',
    targetRole: 'the roles on the target resource group',
    snapshotRoles: 'the roles on the snapshot resource group',
    keyReader: 'the roles on the disk encryption set',
  },
  tryAgain: (what: string) => `Try again: ${what}`,
  waits: {
    target: 'Waits until the target resource group is chosen.',
    newGroup: 'The resource group is not made yet, and a role can be assigned only on one that is.',
    point: 'Waits until the recovery point is chosen.',
    identity: 'The vault has no identity that could hold a role.',
    reads: 'Waits for what could not be read above.',
  },
  identity: {
    found: (vault: string, principal: string) =>
      `${vault} has a system-assigned identity (${principal}).`,
    none: (vault: string) =>
      `${vault} has no system-assigned identity, so nobody can give it a role. Turn it on under Backup vault, Identity.`,
    command: 'To turn it on',
  },
  role: {
    held: (role: string, scope: string) => `The vault’s identity holds ${role} on ${scope}.`,
    heldSince: (role: string, scope: string, since: string) =>
      `The vault’s identity holds ${role} on ${scope} since ${since}.`,
    missing: (role: string, scope: string) =>
      `The vault’s identity does not hold ${role} on ${scope}.`,
    revoked: (role: string, scope: string) =>
      `The vault’s identity does not hold ${role} on ${scope}: it was revoked, or never assigned.`,
    noGroup: 'The backup instance does not say where its snapshots are kept.',
    diskGone:
      'The source disk is gone, so Azure does not tell whether it was under a customer-managed key. If it was, the vault’s identity needs Reader on the disk encryption set.',
    noEncryption:
      'Azure does not say how the disk is encrypted. Under a customer-managed key, the vault’s identity needs Reader on the disk encryption set.',
    noSet: 'The disk is under a customer-managed key, and Azure does not name its encryption set.',
  },
  snapshots: {
    found: (name: string, group: string, taken: string) =>
      `${name} is in ${group}, taken ${taken}.`,
    none: (disk: string, group: string) =>
      `${group} has no incremental snapshot of ${disk}. They were deleted or moved. Move them back.`,
    notOfPoint: (count: number, disk: string, group: string) =>
      `${group} has ${counted(count, 'snapshot', 'snapshots')} of ${disk}, but none from the time of this recovery point. Move it back, or choose another recovery point.`,
    noTime: (count: number, disk: string, group: string) =>
      `${group} has ${counted(count, 'snapshot', 'snapshots')} of ${disk}. Which of them is that of this recovery point Azure does not say; validation tells.`,
    groupGone: (group: string) =>
      `Resource group ${group} is gone, and the snapshots with it. Choose another way to restore.`,
    command: 'To see what is there',
  },
} as const;

export const grant = {
  button: (role: string) => `Grant ${role}`,
  consequence: (role: string, scope: string) =>
    `This assigns ${role} on ${scope} to the vault’s identity, and nothing else.`,
  readingRights: 'Reading whether you may assign roles here.',
  mayNot: 'You may not assign roles here. For an owner of the scope:',
  rightsUnread: 'Whether you may assign roles here could not be read. For an owner of the scope:',
  command: 'Command',
  portal: (scope: string, role: string) =>
    `Or in the Azure portal: ${scope}, Access control (IAM), Add role assignments, ${role}. Find the identity by the vault’s name.`,
  asking: (role: string) => `Assigning ${role}.`,
  given: (role: string) =>
    `${role} is assigned and read back. It may take about 15 minutes until it counts.`,
  notReadBack: (role: string) =>
    `Azure has assigned ${role}, but does not list it yet. Check again in a moment.`,
  refused: (role: string, message: string) => `${role} was not assigned: ${message}`,
  lost: (role: string) =>
    `No answer came, so nobody knows whether ${role} was assigned. Check again before you grant it once more.`,
  countsIn: (left: string) =>
    `It may take about 15 minutes to count: ${left} left. Then the restore is validated by itself.`,
  countsNow: 'It should count by now.',
} as const;

export const validation = {
  title: 'Validation',
  start: 'Validate',
  again: 'Validate again',
  cancel: 'Cancel validation',
  state: {
    none: 'Not validated',
    running: 'Validating',
    succeeded: 'Validation succeeded',
    failed: 'Validation failed',
    stale: 'Out of date',
    lost: 'Not known',
  },
  says: {
    none: 'Azure has not looked at this restore yet. Restore is offered once it has found nothing against it.',
    running: 'Azure is looking at this restore, which may take some minutes. Nothing is started.',
    succeeded: 'Azure found nothing against this restore.',
    failed: 'Azure would refuse this restore. Nothing was started, and what you chose is kept.',
    stale: 'Something else was chosen since Azure was asked. Validate again.',
    lost: 'What Azure found is not known. Nothing was started. Validate again.',
  },
  stopped: 'You cancelled the validation: Azure’s answer is not waited for any more.',
  notRead: (message: string) => `What Azure found is not known: ${message} Nothing was started.`,
  goingOn: (duration: string) => `For ${duration} now.`,
  answered: (at: string) => `Answered at ${at}.`,
  byItself: (at: string) => `It is validated again by itself at ${at}, when the new role counts.`,
  problems: 'What Azure found',
  code: (code: string) => `(${code})`,
  toField: {
    diskName: 'Change the restored disk name',
    rg: 'Change the target resource group',
    point: 'Choose another recovery point',
  },
  toLine: (line: string) => `See prerequisite: ${line}`,
  means: {
    nameTaken: 'A disk of this name already exists in the target resource group.',
    noTargetGroup: 'The target resource group is not there.',
    targetRole: 'The vault’s identity has no valid role assignment on the target resource group.',
    snapshotRoles: 'The roles of the vault’s identity on the snapshot resource group were revoked.',
    snapshotsGone:
      'The incremental snapshots were deleted or moved from the snapshot resource group.',
    keyReader: 'The vault’s identity may not read the disk encryption set.',
    identity: 'The vault has no managed identity, or its roles are missing.',
  },
} as const;

export const diskAfterwards = {
  title: 'After the restore',
  list: 'What is left to do',
  state: { done: 'Done', open: 'To do', unknown: 'Not checked' },
  reading: 'Reading what is left to do.',
  made: (disk: string, group: string) => `${disk} is in ${group}. The source disk is as it was.`,
  notThere: (disk: string, group: string) =>
    `${disk} is not in ${group} any more. It was deleted or moved since.`,
  notKnownDisk:
    'Azure does not name the disk that was restored. Look for it in the target resource group.',
  whichDisk:
    'Azure does not tell whether this is a data disk or the operating system’s disk. A data disk is attached; an OS disk is swapped.',
  noMachine:
    'The source disk is attached to no machine. Put the name of the machine into the commands.',
  /** In place of what is not known. */
  yourMachine: 'YOUR-MACHINE',
  yourMachineGroup: 'YOUR-MACHINE-GROUP',
  detach: (disk: string, machine: string) => `Detach the old data disk ${disk} from ${machine}.`,
  detached: (disk: string) => `The old data disk ${disk} is attached to no machine.`,
  attach: (disk: string, machine: string) => `Attach the restored data disk ${disk} to ${machine}.`,
  attached: (disk: string, machine: string) => `${disk} is attached to ${machine}.`,
  swap: (disk: string, machine: string) =>
    `Swap the OS disk of ${machine} for ${disk}: Virtual machine, Settings, Disks, Swap OS disk. The machine is stopped for it.`,
  theMachine: 'the machine',
  stop: 'To stop it',
  swapCommand: 'To swap it',
  startCommand: 'To start it',
  command: 'Command',
  guide: {
    detach: (os: string) => `Detach a data disk (${os})`,
    attach: (os: string) => `Attach a data disk (${os})`,
    swap: (os: string) => `Swap the OS disk (${os})`,
  },
  reads: {
    restored: 'the restored disk',
    source: 'the source disk',
    roles: 'the roles on the target resource group',
    vault: 'the Backup vault',
  },
} as const;

export const revoke = {
  button: (role: string) => `Revoke ${role}`,
  lead: (role: string, vault: string, scope: string) =>
    `${vault} still holds ${role} on ${scope}. It is recommended to revoke it now that the restore has succeeded.`,
  above: (scope: string) => `It was assigned on ${scope}, and holds for all that is in it.`,
  gone: (role: string, vault: string, scope: string) =>
    `${vault} does not hold ${role} on ${scope}.`,
  noIdentity: (vault: string) => `${vault} has no identity, and so no role.`,
  question: (role: string) => `Revoke ${role}?`,
  consequence: (vault: string, scope: string) =>
    `${vault} can restore no disk to ${scope} until the role is assigned again.`,
  running: 'A restore to there that is still running would fail.',
  keep: 'Keep the role',
  confirm: 'Revoke',
  asking: (role: string) => `Revoking ${role}.`,
  left: (role: string, others: number) =>
    others === 0
      ? `${role} is revoked. Read back: the vault’s identity holds no role there any more.`
      : `${role} is revoked. Read back: the vault’s identity still holds ${counted(others, 'other role', 'other roles')} there.`,
  stillListed: (role: string) =>
    `Azure has revoked ${role}, but still lists it. Try again in a moment.`,
  refused: (role: string, message: string) => `${role} was not revoked: ${message}`,
  lost: (role: string) => `No answer came, so nobody knows whether ${role} was revoked. Try again.`,
  mayNot: 'You may not revoke roles here. For an owner of the scope:',
} as const;
