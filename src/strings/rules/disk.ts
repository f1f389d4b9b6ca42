import type { RuleText } from './text.ts';

/** Managed-disk restore (3r). */
export const diskTexts = {
  'disk.no-olr': {
    say: 'A disk can’t be restored over its source. Restore to a new disk. The source stays as it is.',
    instead: 'Restore to a new disk',
    short: 'Not possible for disks',
  },
  'disk.alr': {
    say: 'Azure creates a new disk, in the source’s resource group or in another. The source stays.',
  },
  'disk.tabs': {
    say: 'The steps are Basics, Select recovery point, Restore parameters, Review + restore.',
  },
  'disk.target.subscription': {
    say: 'Select the target subscription. It can be the source’s.',
  },
  'disk.target.rg': {
    say: 'Select the target resource group. It can be the source’s.',
  },
  'disk.name.required': { say: 'Enter a name for the restored disk.' },
  'disk.name.unused': {
    say: 'The target resource group already has a disk with this name. Enter another name, or select another group.',
    short: 'Name taken',
  },
  'disk.role.target': {
    say: 'The vault’s identity lacks Disk Restore Operator on the target resource group. Assign the role and allow about 15 minutes.',
    short: 'Role missing',
  },
  'disk.role.snapshot-rg': {
    say: 'The vault’s identity has lost its roles on the snapshot resource group. Assign them again.',
    short: 'Roles revoked',
  },
  'disk.snapshots.present': {
    say: 'The incremental snapshots were deleted or moved out of the snapshot resource group. Move them back, or select a restore point that has its snapshots.',
    short: 'Snapshots gone',
  },
  'disk.role.delay': {
    say: 'The role was assigned recently. It can take about 15 minutes. Then validate again.',
  },
  'disk.des.reader': {
    say: 'The disk uses customer-managed keys. Assign the vault’s identity Reader on the disk encryption set.',
    short: 'Reader role missing',
  },
  'disk.identity.system': {
    say: 'A Backup vault uses its one system-assigned identity, which is deleted with the vault.',
  },
  'disk.role.how': {
    say: 'On the target resource group, select Access control (IAM), Add role assignment, Disk Restore Operator, and the identity with the vault’s name.',
  },
  'disk.role.verify': {
    say: 'In the Backup vault, select Identity, Azure role assignments. Check the role, resource name, and resource type.',
  },
  'disk.snapshot-rg.why': {
    say: 'A restore reads the incremental snapshots in the snapshot resource group set with the backup.',
  },
  'disk.no-vm-fields': {
    say: 'Not needed for a disk: Staging Location, network, subnet, zone, VM name and identity.',
  },
  'disk.after.attach-data': {
    say: 'Data disk: detach the old one from the VM, then attach the restored one. See the Windows or Linux guide.',
  },
  'disk.after.swap-os': {
    say: 'OS disk: swap it in the VM’s Settings, Disks. See the Windows or Linux guide.',
  },
  'disk.after.revoke': {
    say: 'Remove Disk Restore Operator on the target resource group from the vault’s identity.',
  },
} as const satisfies Record<string, RuleText>;
