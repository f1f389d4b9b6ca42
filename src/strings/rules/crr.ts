import type { RuleText } from './text.ts';

/** Cross Region Restore (3h). */
export const crrTexts = {
  'crr.enabled': {
    say: 'Cross Region Restore is off for this vault. Turn it on in the vault’s properties, or restore in the primary region.',
    instead: 'Restore in the primary region',
    short: 'Cross Region Restore is off',
  },
  'crr.paired-only': {
    say: 'Cross Region Restore goes to the vault’s paired region only.',
    instead: 'Restore in the paired region',
    short: 'Not the paired region',
  },
  'crr.secondary-data-to-secondary': {
    say: 'What is seen in the secondary region can be restored only there.',
    instead: 'Restore in the secondary region',
    short: 'Only in the secondary region',
  },
  'crr.ultra-disks': {
    say: 'A machine with Ultra disks cannot be restored in the secondary region. Restore it in the primary region.',
    instead: 'Restore in the primary region',
    short: 'Ultra disks: primary region only',
  },
  'crr.options': {
    say: 'The secondary region offers a new virtual machine and disks. It does not offer Replace existing.',
  },
  'crr.identity': {
    say: 'Managed identities do not work with Cross Region Restore. Restore without one.',
    instead: 'Restore without an identity',
    short: 'Not across regions',
  },
  'crr.identity.hide': {
    say: 'Not asked for in the secondary region: Cross Region Restore works without managed identities.',
  },
  'crr.staging.secondary-region': {
    say: 'The staging account must be in the vault’s secondary region. Choose one there, or create one.',
    instead: 'Choose another account',
    short: 'Not in the secondary region',
  },
  'crr.params-secondary-only': {
    say: 'Only what lies in the secondary region is asked for.',
  },
  'crr.vnet.auto': { say: 'Filled in: the network settings of the secondary region.' },
  'crr.vnet.no-default': {
    say: 'No network is filled in: the machine’s network is missing in the primary region, or not set up in the secondary. Choose one.',
  },
  'crr.vnet.template': {
    say: 'When you deploy the template, give it a network of the secondary region.',
  },
  'crr.no-cancel': {
    say: 'A restore to the secondary region cannot be cancelled once it has begun.',
  },
  'crr.cmk-becomes-non-cmk': {
    say: 'The machine uses customer-managed keys, and the vault does not. In the secondary region its disks come up without them. Apply the keys again after the restore.',
    short: 'The customer’s keys are not on the restored disks.',
  },
  'crr.roles-same': { say: 'The roles needed are those of the primary region.' },
  'crr.roles-who': {
    say: 'Restores in the secondary region are meant for Backup admins and App admins, and you seem to be neither. Azure decides by your roles.',
  },
  'crr.all-vms': {
    say: 'Every machine with a restore point in the secondary region can be restored there.',
  },
  'crr.vault-tier-only': {
    say: 'Only what is in the vault is replicated to the secondary region. Snapshots are not.',
  },
  'crr.outage-not-needed': {
    say: 'The secondary region can be used in a full or partial outage, and without any.',
  },
  'crr.grs-only': {
    say: 'Cross Region Restore needs a geo-redundant vault. Restore in the primary region.',
    instead: 'Restore in the primary region',
    short: 'The vault is not geo-redundant',
  },
  'crr.datacenter-disaster': {
    say: 'The primary datacenter is down and the vault is geo-redundant: choose a storage account in the paired datacenter and go on as usual. The machine is made there.',
  },
  'crr.disaster.staging': { say: 'Choose a storage account in the paired datacenter.' },
  'crr.jobs-view': {
    say: 'Backup Jobs lists these restores when Secondary Region is selected.',
  },
  'crr.before-you-begin': {
    say: 'Cross Region Restore is off for this vault. The guide to setting up a vault says how to turn it on.',
  },
  'crr.disaster.staging-region': {
    say: 'The primary datacenter is down: the storage account must be in the paired one.',
    instead: 'Choose another account',
    short: 'Not in the paired datacenter',
  },
} as const satisfies Record<string, RuleText>;
