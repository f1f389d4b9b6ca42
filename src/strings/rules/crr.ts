import type { RuleText } from './text.ts';

/** Cross Region Restore (3h). */
export const crrTexts = {
  'crr.enabled': {
    say: 'Cross Region Restore is off for this vault. Turn it on in the vault’s properties, or use the primary region.',
    instead: 'Restore in the primary region',
    short: 'Cross Region Restore is off',
  },
  'crr.paired-only': {
    say: 'Cross Region Restore restores only to the vault’s paired region.',
    instead: 'Restore in the paired region',
    short: 'Not the paired region',
  },
  'crr.secondary-data-to-secondary': {
    say: 'Data shown in the secondary region can be restored only there.',
    instead: 'Restore in the secondary region',
    short: 'Only in the secondary region',
  },
  'crr.ultra-disks': {
    say: 'A VM with Ultra disks can’t be restored in the secondary region. Use the primary region.',
    instead: 'Restore in the primary region',
    short: 'Ultra disks: primary region only',
  },
  'crr.options': {
    say: 'The secondary region offers Create new virtual machine and Restore disks, but not Replace existing.',
  },
  'crr.identity': {
    say: 'Cross Region Restore doesn’t support managed identities. Restore without one.',
    instead: 'Restore without an identity',
    short: 'Not across regions',
  },
  'crr.identity.hide': {
    say: 'Not available in the secondary region: Cross Region Restore doesn’t support managed identities.',
  },
  'crr.staging.secondary-region': {
    say: 'The staging storage account must be in the vault’s secondary region. Select or create one there.',
    instead: 'Choose another account',
    short: 'Not in the secondary region',
  },
  'crr.params-secondary-only': {
    say: 'Only settings for the secondary region are required.',
  },
  'crr.vnet.auto': { say: 'Default: network settings of the secondary region.' },
  'crr.vnet.no-default': {
    say: 'No default network: it’s missing in the primary region or not set up in the secondary. Select one.',
  },
  'crr.vnet.template': {
    say: 'When you deploy the template, use a network of the secondary region.',
  },
  'crr.no-cancel': {
    say: 'A restore to the secondary region can’t be canceled after it starts.',
  },
  'crr.cmk-becomes-non-cmk': {
    say: 'The VM uses customer-managed keys but the vault doesn’t. In the secondary region, its disks are restored without customer-managed keys. Apply the keys again afterwards.',
    short: 'The restored disks don’t use customer-managed keys.',
  },
  'crr.roles-same': { say: 'The required roles are those of the primary region.' },
  'crr.roles-who': {
    say: 'Restores in the secondary region are for Backup admins and App admins. You seem to be neither. Azure decides by your roles.',
  },
  'crr.all-vms': {
    say: 'Every VM with a restore point in the secondary region can be restored there.',
  },
  'crr.vault-tier-only': {
    say: 'Only vault data is replicated to the secondary region. Snapshots aren’t.',
  },
  'crr.outage-not-needed': {
    say: 'You can use the secondary region during a full or partial outage, or without one.',
  },
  'crr.grs-only': {
    say: 'Cross Region Restore requires a geo-redundant vault. Use the primary region.',
    instead: 'Restore in the primary region',
    short: 'The vault isn’t geo-redundant',
  },
  'crr.datacenter-disaster': {
    say: 'The primary datacenter is down and the vault is geo-redundant. Select a storage account in the paired datacenter and continue. The VM is created there.',
  },
  'crr.disaster.staging': { say: 'Select a storage account in the paired datacenter.' },
  'crr.jobs-view': {
    say: 'Backup jobs lists these restores when Secondary Region is selected.',
  },
  'crr.before-you-begin': {
    say: 'Cross Region Restore is off for this vault. The vault setup guide shows how to turn it on.',
  },
  'crr.disaster.staging-region': {
    say: 'The primary datacenter is down, so the storage account must be in the paired one.',
    instead: 'Choose another account',
    short: 'Not in the paired datacenter',
  },
} as const satisfies Record<string, RuleText>;
