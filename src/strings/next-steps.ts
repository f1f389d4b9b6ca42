import { listText, plural } from '#src/lib/wording.ts';
import type { StepRead, StepStatus } from '#src/model/next-steps.ts';
import { sentences } from '#src/strings/sentences.ts';

/** What a next step is about. */
export type StepPart = 'vm' | 'nic' | 'disks' | 'storage' | 'roles';

/** Texts for the next steps after a restore. */
export const nextSteps = sentences({
  title: 'Next steps',
  what: 'the next steps',
  steps: 'Steps',
  progress: (done: number, all: number) => `${String(done)} of ${String(all)} done`,
  elsewhere: 'Started in another browser, so some steps might not apply.',
  /** A step that was stored by another version. */
  unknown: 'A step that this version of Restore Center doesn’t know',
  unreadSource:
    'The source couldn’t be read when the restore was sent, so its settings are unknown. Some steps might not apply.',
  /** A step of a restore whose source isn’t known here. */
  ifSource: (condition: string, step: string) => `${condition}: ${step}`,
  sourceHad: {
    extensions: 'If the source had extensions',
    address: 'If the source had a static address',
    set: 'If the source was in an availability set',
    license: 'If the source ran Windows with Azure Hybrid Benefit',
    sql: 'If the source ran Windows with SQL Server',
  },
  status: {
    verified: 'Verified',
    byHand: 'Done by hand',
    open: 'Open',
    again: 'Open again',
    notChecked: 'Not checked',
  } satisfies Record<StepStatus, string>,
  heads: { status: 'Status', step: 'Step', part: 'Part', action: 'Action' },
  /** A step that asks for nothing. */
  remark: 'Note',
  /** What a step is about. */
  parts: { vm: 'VM', nic: 'NIC', disks: 'Disks', storage: 'Storage', roles: 'Roles' },
  /** Steps in few words, by the ids of their rules, which say them in full. */
  short: new Map<string, { readonly title: string; readonly part: StepPart }>([
    ['backup-again.setup', { title: 'Set up backup', part: 'vm' }],
    ['backup-again.continues', { title: 'Check that backup continues', part: 'vm' }],
    ['backup-again.template-vm', { title: 'Set up backup of the new VM', part: 'vm' }],
    ['platform.backup.stopped', { title: 'Resume backup', part: 'vm' }],
    ['platform.copy.host-name', { title: 'Separate the copy from its source', part: 'nic' }],
    ['after.extensions', { title: 'Check the extensions', part: 'vm' }],
    ['after.static-ip', { title: 'Set the static address', part: 'nic' }],
    ['after.availability-set', { title: 'Availability set', part: 'vm' }],
    ['after.nsg', { title: 'Change network security groups', part: 'nic' }],
    ['special.hub.after', { title: 'Set the license type', part: 'vm' }],
    ['special.sql', { title: 'Register with SQL', part: 'vm' }],
    ['special.multi-nic', { title: 'Check the NICs', part: 'nic' }],
    ['encryption.ade.linux-extension', { title: 'Check the encryption extension', part: 'vm' }],
    ['replace.originals-kept', { title: 'Delete the old disks', part: 'disks' }],
    ['replace.extensions.fine', { title: 'No extension to reinstall', part: 'vm' }],
    ['replace.vhd.cleanup', { title: 'Keep or delete VHD files', part: 'storage' }],
    ['restore-disks.vhd.cleanup', { title: 'Delete VHD files', part: 'storage' }],
    ['staging.cost', { title: 'Delete VHD files that cost money', part: 'storage' }],
    ['restore-disks.next-uses', { title: 'Use the disks', part: 'disks' }],
    ['template.deploy.where', { title: 'Deploy the template', part: 'vm' }],
  ]),
  reading: 'Reading…',
  readingAgain: 'Reading what was done again.',
  asLastRead: (count: number) =>
    plural(
      count,
      '1 result couldn’t be read again. It’s shown as it was read last.',
      `${String(count)} results couldn’t be read again. They’re shown as they were read last.`,
    ),
  /** A status with the time of its mark, or of what was read. */
  at: {
    verified: (time: string) => `Verified ${time}`,
    byHand: (time: string) => `Done by hand ${time}`,
    open: (time: string) => `Open at ${time}`,
    again: (time: string) => `Open again since ${time}`,
  },
  /** What a read found. */
  found: ({ seen, isGone }: Pick<StepRead, 'seen' | 'isGone'>) => {
    if (isGone === true) return 'Azure can’t find the VM.';
    return seen.length === 0 ? 'None found in Azure.' : `Azure reports: ${listText(seen)}.`;
  },
  unread: (message: string) => `Couldn’t be read: ${message}`,
  roles:
    'Revoke the roles of the vault’s identity that were assigned for this restore alone. Other restores may need them.',
  noMachine: {
    createVm: 'The job doesn’t name the VM and its resource group.',
    restoreDisks: 'No VM of these disks is known yet.',
    replaceDisks: 'The job doesn’t name the VM and its resource group.',
  },
  /** Where a VM of the disks was ordered from here, and it isn't known that there is one. */
  noUsedMachine: 'The VM of these disks isn’t known yet. See “Done after the job”.',
  source: (source: string) => `Source: ${source}`,
  sourceLink: 'Source',
  checkAgain: 'Check again',
  checkAll: 'Check again',
  mark: 'Mark done',
  undo: 'Undo',
  /** For one button of many. */
  of: (button: string, step: string) => `${button}: ${step}`,
  marked: (step: string) => `Marked as done: ${step}`,
  undone: (step: string) => `No longer marked as done: ${step}`,
  notMentioned: {
    title: 'Not checked',
    body: 'The documents don’t say whether a restore keeps these. Compare with the source.',
    list: [
      'Managed identity of the VM',
      'Role assignments',
      'Alerts and diagnostic settings',
      'Auto-shutdown schedule',
      'DNS label of the public IP address',
    ],
  },
});

/** Texts for what is done about a next step. */
export const stepActions = sentences({
  open: {
    protect: 'Set up backup',
    address: 'Set a static address',
    license: 'Set the license type',
    sql: 'Register with SQL',
    reset: 'Reset the sign-in',
    revoke: 'Revoke the roles',
  },
  what: 'the action',
  close: 'Cancel',
  plan: 'Show the plan',
  change: 'Change the plan',
  again: 'Plan it again',
  readingChoices: 'Reading the choices…',
  choices: 'the choices',
  field: {
    vault: 'Vault',
    policy: 'Backup policy',
    nic: 'NIC',
    address: 'Private IP address',
    addressHint: (known: string) => `The source had ${known}.`,
    license: 'SQL Server license',
    user: 'User name',
    secret: 'Reset',
    password: 'New password',
    key: 'SSH public key',
    secretHint: 'It is sent once and isn’t stored.',
  },
  licenses: { PAYG: 'Pay as you go', AHUB: 'Azure Hybrid Benefit' },
  secrets: { password: 'Password', ssh_key: 'SSH public key' },
  problem: {
    required: 'Select or enter a value.',
    system: 'Azure doesn’t report the operating system of the VM, which a reset depends on.',
    address: 'Enter an IPv4 address of the subnet, such as 10.0.0.4.',
  },
  sentence: {
    protect: (vm: string, policy: string) => `Back up ${vm} with the policy ${policy}`,
    address: (nic: string, address: string) => `Give the NIC ${nic} the static address ${address}`,
    license: (vm: string, license: string) => `Set the license type of ${vm} to ${license}`,
    sql: (vm: string) => `Register ${vm} as a SQL virtual machine`,
    reset: (vm: string, user: string) => `Reset the sign-in of ${user} on ${vm}`,
    revoke: (vault: string) => `Revoke the roles of the identity of ${vault}`,
  },
  line: {
    job: 'A backup job, and the first backup at the time that the policy says',
    address: (nic: string) => `The address of ${nic}`,
    connections: 'Connections to its old address',
    vm: (vm: string) => `Settings of ${vm}`,
    content: (vm: string) => `Disks of ${vm}`,
    extension: (vm: string) => `The VMAccess extension on ${vm}`,
    password: (user: string) => `The old password or key of ${user}`,
    registration: (vm: string) => `The SQL registration of ${vm}`,
    role: (id: string) => `The role assignment ${id}`,
  },
  command: 'Command',
  gone: 'Azure can’t find the VM.',
  noVault: (region: string) =>
    `A vault of ${region} and of the VM’s subscription has to back it up. There is none that you can read.`,
  nothing: 'Azure reports nothing to change.',
});
