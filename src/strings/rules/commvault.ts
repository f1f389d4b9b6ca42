import type { RuleText } from './text.ts';

/** Commvault (3w). */
export const commvaultTexts = {
  'commvault.edition': {
    say: 'These hold for Commvault alone. The wizard for Azure Backup does not apply them.',
  },
  'commvault.os': {
    say: 'Windows and Linux machines come back whole, in place or out of place.',
  },
  'commvault.arm': {
    say: 'Machines of Resource Manager, on managed or unmanaged disks: whole machines and files in them.',
  },
  'commvault.disk-8tb': {
    say: 'Managed disks over 8 TB are beyond the limit. Leave the disk out, or bring it back in another way.',
    short: 'Disk over 8 TB',
  },
  'commvault.classic.premium': {
    say: 'A classic machine cannot be brought back to premium storage, be it by restore, conversion or Live Sync. Choose a standard account.',
    short: 'Not for classic machines',
  },
  'commvault.encrypted-blobs.full': {
    say: 'A machine with encrypted blobs can be brought back whole.',
  },
  'commvault.encrypted-blobs.files': {
    say: 'Files in a machine with encrypted blobs cannot be brought back. Restore the whole machine.',
    instead: 'Restore the whole machine',
    short: 'Blobs are encrypted',
  },
  'commvault.kv.subscription': {
    say: 'A machine encrypted by a key vault stays in its subscription: the key vault cannot be restored to another.',
    instead: 'Stay in the subscription of the source',
    short: 'Encrypted by a key vault',
  },
  'commvault.kv.new-region': {
    say: 'A new key vault is made in the other region.',
  },
  'commvault.kv.azr0002': {
    say: 'Out of place and in another region, the restore of an encrypted machine may fail: see AZR0002.',
  },
  'commvault.kv.access': {
    say: 'Only the service principal of Commvault’s application can open the restored key vault. The administrator of the subscription adds whoever else needs it.',
  },
  'commvault.kv.microsoft-limits': {
    say: 'Azure’s own limits on encryption by a key vault hold for backup and restore.',
  },
  'commvault.cmk.des': {
    say: 'A streaming backup brings back neither customer-managed keys nor the disk encryption set. Set it on the restored machine by hand.',
  },
  'commvault.cmk.restore-ok': {
    say: 'With customer-managed keys the whole machine comes back, also to another hypervisor.',
  },
  'commvault.zones.kept': { say: 'The availability zone of the machine is restored.' },
  'commvault.zones.dropped': {
    say: 'The region has no availability zones: the restore completes, and the machine is in none.',
  },
  'commvault.host-encryption': {
    say: 'Disks encrypted at the host come back. That encryption is of data at rest, and files in the machine can be restored as ever.',
  },
  'commvault.in-place.deletes': {
    say: 'In place, the machine is deleted first and then made anew from its disks and configuration.',
  },
  'commvault.out-of-place': {
    say: 'Out of place, give the resource group, the subscription, the machine size and the storage account.',
  },
  'commvault.staged-convert': {
    say: 'An unmanaged machine is made by way of a staging account, and then turned into a managed one.',
  },
  'commvault.stages': {
    say: 'It starts the file system driver, in place deletes the machine, mounts disks, writes data, makes the machine, and sets its network security group.',
  },
  'commvault.nsg.same': {
    say: 'The restored machine is given the network security group of the source.',
  },
  'commvault.nsg.none': {
    say: 'The source had no network security group. Add one to the restored machine if you want one.',
  },
} as const satisfies Record<string, RuleText>;
