import type { RuleText } from './text.ts';

/** Staging Location (3k). */
export const stagingTexts = {
  'staging.region': {
    say: 'The storage account must be in the vault’s region. Select or create one there.',
    instead: 'Choose another account',
    short: 'Not in the vault’s region',
  },
  'staging.list-filter': { say: 'Only storage accounts in the region of the restore can be used.' },
  'staging.none-in-region': {
    say: 'This region has no storage account. Create one, then refresh the list.',
  },
  'staging.blob-kind': {
    say: 'Blob storage accounts can’t be used. Select a general-purpose account.',
    instead: 'Choose another account',
    short: 'Blob storage',
  },
  'staging.zrs': {
    say: 'Zone-redundant accounts can’t be used. Select one with LRS or GRS.',
    instead: 'Choose an account with LRS or GRS',
    short: 'Zone-redundant',
  },
  'staging.show-redundancy': {
    say: 'Each account’s redundancy is in brackets after its name.',
  },
  'staging.premium.non-premium-vm': {
    say: 'A premium account can’t be used for a VM without premium disks. Select a standard account.',
    instead: 'Choose a standard account',
    short: 'Premium, but the VM isn’t',
  },
  'staging.premium.network-rules': {
    say: 'A premium account with network rules can’t be used for a VM with managed disks. Select another, or remove its rules.',
    instead: 'Choose another account',
    short: 'Premium with network rules',
  },
  'staging.firewall.system-identity': {
    say: 'Behind a storage firewall, only the vault’s system-assigned identity works. Use it, or an account without network rules.',
    instead: 'System-assigned',
    short: 'Network rules require the system-assigned identity',
  },
  'staging.what.create-managed': { say: 'Required by Azure. Not used for managed disks.' },
  'staging.what.restore-disks': {
    say: 'The account holds the template, VHD files of disks under 4 TB from the vault tier, and the blobs of unmanaged disks.',
  },
  'staging.what.vmconfig': {
    say: 'With REST, the disks and a file with the VM’s configuration are written to the account.',
  },
  'staging.cost': {
    say: 'VHD files left in the staging storage account cost money. Delete them once you don’t need them.',
  },
  'staging.shared-key': {
    say: 'You can use Deploy Template afterwards only if the account allows key access.',
  },
} as const satisfies Record<string, RuleText>;
