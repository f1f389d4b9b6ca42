import type { RuleText } from './text.ts';

/** Staging Location (3k). */
export const stagingTexts = {
  'staging.region': {
    say: 'The storage account must be in the vault’s region. Choose or create one there.',
    instead: 'Choose another account',
    short: 'Not in the vault’s region',
  },
  'staging.list-filter': { say: 'Only storage accounts in the region of the restore can be used.' },
  'staging.none-in-region': {
    say: 'There is no storage account in this region. Create one, then read the list again.',
  },
  'staging.blob-kind': {
    say: 'Blob storage accounts cannot be used. Choose a general-purpose account.',
    instead: 'Choose another account',
    short: 'Blob storage',
  },
  'staging.zrs': {
    say: 'Zone-redundant accounts cannot be used. Choose one with LRS or GRS.',
    instead: 'Choose an account with LRS or GRS',
    short: 'Zone-redundant',
  },
  'staging.show-redundancy': {
    say: 'The redundancy of an account is shown in brackets after its name.',
  },
  'staging.premium.non-premium-vm': {
    say: 'A premium account cannot be used for a machine without premium disks. Choose a standard account.',
    instead: 'Choose a standard account',
    short: 'Premium, and the machine is not',
  },
  'staging.premium.network-rules': {
    say: 'A premium account with network rules cannot be used for a machine on managed disks. Choose another account, or lift its rules.',
    instead: 'Choose another account',
    short: 'Premium with network rules',
  },
  'staging.firewall.system-identity': {
    say: 'Behind a storage firewall only the vault’s system-assigned identity works. Use that identity, or an account without network rules.',
    instead: 'System-assigned',
    short: 'Network rules need the system-assigned identity',
  },
  'staging.what.create-managed': { say: 'Asked for, left unused: the machine has managed disks.' },
  'staging.what.restore-disks': {
    say: 'The account takes the template; also VHD files of disks under 4 TB from a vault point, and the blobs of unmanaged disks.',
  },
  'staging.what.vmconfig': {
    say: 'By REST, the disks and a file with the machine’s configuration are written to the account.',
  },
  'staging.cost': {
    say: 'VHD files left in the staging account cost money. Delete them when they are no longer needed.',
  },
  'staging.shared-key': {
    say: 'Whether an account allows key access decides whether Deploy Template can be used afterwards.',
  },
} as const satisfies Record<string, RuleText>;
