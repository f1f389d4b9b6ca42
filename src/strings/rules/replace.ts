import type { RuleText } from './text.ts';

/** Replace existing (3g). */
export const replaceTexts = {
  'replace.source.exists': {
    say: 'The source VM no longer exists, so Replace existing has nothing to replace.',
    instead: 'Create new',
    short: 'The source VM no longer exists',
  },
  'replace.encrypted': {
    say: 'Replace existing doesn’t support encrypted VMs. Restore the disks and create the VM from them.',
    instead: 'Restore disks',
    short: 'The VM is encrypted',
  },
  'replace.unmanaged': {
    say: 'Replace existing requires managed disks. This VM has unmanaged disks.',
    instead: 'Create new',
    short: 'Unmanaged disks',
  },
  'replace.classic': {
    say: 'Replace existing doesn’t support classic VMs.',
    instead: 'Create new',
    short: 'Classic VM',
  },
  'replace.generalized': {
    say: 'Replace existing doesn’t support generalized VMs.',
    instead: 'Create new',
    short: 'Generalized VM',
  },
  'replace.custom-image.allowed': {
    say: 'Replace existing supports VMs created from a custom image, like this one.',
  },
  'replace.linked-resources.allowed': {
    say: 'Replace existing supports VMs linked with a managed identity or a key vault, like this one.',
  },
  'replace.no-secondary': {
    say: 'Replace existing can’t restore to another region. Create a new VM or restore its disks there.',
    instead: 'Create new',
    short: 'Not in another region',
  },
  'replace.hide-target-fields': {
    say: 'The VM keeps its name, resource group, network, subnet, subscription, and zone.',
  },
  'replace.zone.not-applicable': {
    say: 'The VM stays in its zone because its own disks are replaced.',
  },
  'replace.subscription.not-applicable': {
    say: 'Replace existing keeps the VM in its subscription. Use Create new for another one.',
    instead: 'Create new',
    short: 'Not in another subscription',
  },
  'replace.staging.required': {
    say: 'Select a Staging Location. VHD files are written there in some cases.',
  },
  'replace.presnapshot': {
    say: 'Azure first takes a snapshot of the VM, copies it to the vault, and retains it by policy.',
  },
  'replace.originals-kept': {
    say: 'The old disks stay in the resource group. Delete them once you’ve checked the VM.',
  },
  'replace.vhd.vault-under-4tb': {
    say: 'From the vault tier, Azure writes a VHD file of each disk under 4 TB to the staging storage account.',
  },
  'replace.vhd.cleanup': { say: 'Keep or delete the VHD files in the staging storage account.' },
  'replace.disk-count': {
    say: 'The restore point and the VM have different numbers of disks. The outcome follows the VM’s configuration. First check which disks you need.',
    instead: 'Restore disks',
  },
  'replace.destructive.confirm': {
    say: 'Enter the VM’s name. Its current disks will be detached and replaced.',
  },
  'replace.extensions.fine': {
    say: 'Extensions still work after a replacement. You don’t need to reinstall any.',
  },
  'replace.originals.where': {
    say: 'The old disks stay in the VM’s own resource group, so no group is required.',
  },
} as const satisfies Record<string, RuleText>;
