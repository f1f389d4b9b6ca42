import type { RuleText } from './text.ts';

/** Commvault (3w), and what the service itself refuses. */
export const commvaultTexts = {
  'commvault.edition': {
    say: 'These constraints apply only to Commvault, not to the wizard for Azure Backup.',
  },
  'commvault.os': {
    say: 'Commvault restores Windows and Linux VMs whole, in place or out of place.',
  },
  'commvault.arm': {
    say: 'For Resource Manager VMs with managed or unmanaged disks, Commvault restores whole VMs and files in them.',
  },
  'commvault.disk-8tb': {
    say: 'Commvault restores managed disks of up to 8 TB. Restore a larger disk another way.',
    short: 'Disk over 8 TB',
  },
  'commvault.classic.premium': {
    say: 'A classic VM can’t be restored, converted or replicated to premium storage. Select a standard account.',
    short: 'Not for classic VMs',
  },
  'commvault.encrypted-blobs.full': {
    say: 'A VM with encrypted blobs can be restored whole.',
  },
  'commvault.encrypted-blobs.files': {
    say: 'Files in a VM with encrypted blobs can’t be restored. Restore the whole VM.',
    instead: 'Restore the whole VM',
    short: 'Blobs are encrypted',
  },
  'commvault.kv.subscription': {
    say: 'A VM encrypted by a key vault stays in its subscription because the key vault can’t be restored elsewhere.',
    instead: 'Stay in the subscription of the source',
    short: 'Encrypted by a key vault',
  },
  'commvault.kv.new-region': {
    say: 'Commvault creates a new key vault in the other region.',
  },
  'commvault.kv.azr0002': {
    say: 'Restoring an encrypted VM out of place to another region might fail. See AZR0002.',
  },
  'commvault.kv.access': {
    say: 'Only the service principal of Commvault’s application can open the restored key vault. The subscription’s administrator adds others.',
  },
  'commvault.kv.microsoft-limits': {
    say: 'Azure’s own limits on key vault encryption apply to backup and restore.',
  },
  'commvault.cmk.des': {
    say: 'A restore from a streaming backup applies neither customer-managed keys nor the disk encryption set. Set it on the restored VM manually.',
  },
  'commvault.cmk.restore-ok': {
    say: 'A VM with customer-managed keys can be restored whole, also to another hypervisor.',
  },
  'commvault.zones.kept': { say: 'The VM is restored with its availability zone.' },
  'commvault.zones.dropped': {
    say: 'The region has no availability zones. The restore completes, and the VM is in none.',
  },
  'commvault.host-encryption': {
    say: 'Disks with encryption at host are restored. It covers data at rest and doesn’t affect file restores.',
  },
  'commvault.in-place.deletes': {
    say: 'A restore in place deletes the VM, then creates it again from its disks and configuration.',
  },
  'commvault.out-of-place': {
    say: 'A restore out of place requires a resource group, a subscription, a VM size and a storage account.',
  },
  'commvault.staged-convert': {
    say: 'Commvault first creates an unmanaged VM through a staging storage account, then converts it to a managed one.',
  },
  'commvault.stages': {
    say: 'The restore starts the file system driver, deletes the VM if in place, mounts disks, writes data, creates the VM, and sets its network security group.',
  },
  'commvault.nsg.same': {
    say: 'The restored VM gets the network security group of the source.',
  },
  'commvault.nsg.none': {
    say: 'The source had no network security group. Add one to the restored VM if needed.',
  },
  'platform.commvault.instance': { say: 'Select the VM to restore.' },
  'platform.commvault.point': { say: 'Select a restore point.' },
  'platform.commvault.restore-disabled': {
    say: 'Restores are turned off for this VM in Commvault. Turn them on there first.',
    short: 'Restores are turned off',
  },
  'platform.commvault.passkey': {
    say: 'Commvault requires a passkey to restore this VM. Restore it in Command Center.',
    short: 'Requires a passkey',
  },
  'platform.commvault.os-disk': {
    say: 'The backup doesn’t hold the OS disk, so Commvault can’t create a VM. Remove the disk filter and back up the VM again.',
    short: 'No OS disk in the backup',
  },
  'platform.commvault.ultra-disks': {
    say: 'Commvault doesn’t back up Ultra disks. They are missing from the restored VM.',
  },
  'platform.commvault.point.later': {
    say: 'The restore point is newer than this device’s clock. Commvault searches for backups up to that time. Check the clocks.',
  },
  'platform.commvault.hypervisor': { say: 'Select the destination hypervisor.' },
  'platform.commvault.in-place.confirm': {
    say: 'Type the name of the VM that is restored in place.',
  },
  'platform.commvault.subscription': { say: 'Select the subscription of the hypervisor.' },
  'platform.commvault.subscription.hypervisor': {
    say: 'The hypervisor restores to the subscription of its credentials only. Select that one, or another hypervisor.',
    instead: 'Use the subscription of the hypervisor',
    short: 'Needs another hypervisor',
  },
  'platform.commvault.name': { say: 'Enter a display name for the new VM.' },
  'platform.commvault.name.form': {
    say: 'A VM name has 1 to 64 letters, digits, periods, underscores, and hyphens. It starts with a letter or digit and doesn’t end with a period or hyphen.',
  },
  'platform.commvault.name.taken': {
    say: 'The resource group already has a VM with this name. Enter another name, or select Overwrite under Restore options.',
    short: 'Name is taken',
  },
  'platform.commvault.rg': { say: 'Select a resource group.' },
  'platform.commvault.region': { say: 'Select a region.' },
  'platform.commvault.size': { say: 'Select a VM size.' },
  'platform.commvault.size.available': {
    say: 'The subscription can’t use this VM size in the region. Select another size.',
    short: 'Not available',
  },
  'platform.commvault.cores': {
    say: 'The subscription’s vCPU quota in the region leaves too few vCPUs for this size. Request more quota, or select a smaller size.',
    short: 'Exceeds the vCPU quota',
  },
  'platform.commvault.account': { say: 'Select a storage account.' },
  'platform.commvault.account.region': {
    say: 'The storage account must be in the region of the restored VM. Select one there.',
  },
  'platform.commvault.network': {
    say: 'In another region or subscription, the source’s network isn’t available. Select a virtual network.',
  },
  'platform.commvault.network.region': {
    say: 'The virtual network must be in the region of the restored VM. Select one there.',
  },
  'platform.commvault.subnet': { say: 'Select a subnet.' },
  'platform.commvault.nsg.region': {
    say: 'The source’s network security group is in another region. The job completes with errors, and the VM gets none. Select one in the region.',
  },
  'platform.commvault.overwrite.confirm': { say: 'Confirm that the existing VM is deleted.' },
} as const satisfies Record<string, RuleText>;
