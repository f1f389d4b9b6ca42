import type { RuleText } from './text.ts';

/** Managed-disk restore (3r). */
export const diskTexts = {
  'disk.no-olr': {
    say: 'A disk cannot be restored over its source. Restore to a new disk; the source stays as it is.',
    instead: 'Restore to a new disk',
    short: 'Not possible for disks',
  },
  'disk.alr': {
    say: 'A new disk is made, in the group of the source or in another. The source stays.',
  },
  'disk.tabs': {
    say: 'The steps are Basics, Select recovery point, Restore parameters, Review + restore.',
  },
  'disk.target.subscription': {
    say: 'Choose the target subscription. It may be the one of the source.',
  },
  'disk.target.rg': {
    say: 'Choose the target resource group. It may be the one of the source.',
  },
  'disk.name.required': { say: 'Name the restored disk.' },
  'disk.name.unused': {
    say: 'The target resource group has a disk of this name. Choose another name, or another group.',
    short: 'Name taken',
  },
  'disk.role.target': {
    say: 'The vault’s identity lacks Disk Restore Operator on the target resource group. Assign the role; it takes about 15 minutes to count.',
    short: 'Role missing',
  },
  'disk.role.snapshot-rg': {
    say: 'The vault’s identity has lost its roles on the snapshot resource group. Assign them again.',
    short: 'Roles revoked',
  },
  'disk.snapshots.present': {
    say: 'The incremental snapshots were deleted, or moved out of the snapshot resource group. Move them back, or choose a restore point whose snapshots are there.',
    short: 'Snapshots gone',
  },
  'disk.role.delay': {
    say: 'The role was assigned a short time ago. It may take about 15 minutes to count; validate again then.',
  },
  'disk.des.reader': {
    say: 'The disk is encrypted with customer-managed keys. Assign Reader on its disk encryption set to the vault’s identity.',
    short: 'Reader missing',
  },
  'disk.identity.system': {
    say: 'A Backup vault acts by its system-assigned identity. It has one, which ends with the vault.',
  },
  'disk.role.how': {
    say: 'Target resource group, Access control (IAM), Add role assignment: Disk Restore Operator, to the identity with the vault’s name.',
  },
  'disk.role.verify': {
    say: 'Backup vault, Identity, Azure role assignments: see that role, resource name and resource type are right.',
  },
  'disk.snapshot-rg.why': {
    say: 'A restore reads the incremental snapshots in the snapshot resource group that was named when backup was set up.',
  },
  'disk.no-vm-fields': {
    say: 'Not asked for a disk: staging location, network, subnet, zone, machine name and identity.',
  },
  'disk.after.attach-data': {
    say: 'Data disk: detach the old one from the machine, then attach the restored one. Windows and Linux have a guide each.',
  },
  'disk.after.swap-os': {
    say: 'OS disk: swap it under the machine’s Settings, Disks. Windows and Linux have a guide each.',
  },
  'disk.after.revoke': {
    say: 'Take Disk Restore Operator on the target resource group away from the vault’s identity again.',
  },
} as const satisfies Record<string, RuleText>;
