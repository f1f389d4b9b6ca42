import type { RuleText } from './text.ts';

/** Replace existing (3g). */
export const replaceTexts = {
  'replace.source.exists': {
    say: 'The source machine no longer exists. Replace existing has nothing to replace.',
    instead: 'Create new',
    short: 'The source machine is gone',
  },
  'replace.encrypted': {
    say: 'Encrypted machines cannot be replaced in place. Restore the disks and build the machine from them.',
    instead: 'Restore disks',
    short: 'The machine is encrypted',
  },
  'replace.unmanaged': {
    say: 'Replace existing needs managed disks. This machine has unmanaged ones.',
    instead: 'Create new',
    short: 'Unmanaged disks',
  },
  'replace.classic': {
    say: 'Classic machines cannot be replaced in place.',
    instead: 'Create new',
    short: 'Classic machine',
  },
  'replace.generalized': {
    say: 'Generalized machines cannot be replaced in place.',
    instead: 'Create new',
    short: 'Generalized machine',
  },
  'replace.custom-image.allowed': {
    say: 'The machine was made from a custom image. It can be replaced in place.',
  },
  'replace.linked-resources.allowed': {
    say: 'The machine is linked with a managed identity or a key vault. It can be replaced in place.',
  },
  'replace.no-secondary': {
    say: 'Nothing can be replaced when the restore goes to another region. Create a new machine or restore its disks there.',
    instead: 'Create new',
    short: 'Not in another region',
  },
  'replace.hide-target-fields': {
    say: 'Taken from the source machine: name, resource group, network, subnet, subscription and zone stay.',
  },
  'replace.zone.not-applicable': {
    say: 'The machine stays in its zone: its own disks are replaced.',
  },
  'replace.subscription.not-applicable': {
    say: 'A machine that is replaced in place keeps its subscription. Create new goes to another.',
    instead: 'Create new',
    short: 'Not in another subscription',
  },
  'replace.staging.required': {
    say: 'Choose a staging location. VHD files are written there in some cases.',
  },
  'replace.presnapshot': {
    say: 'Azure first takes a snapshot of the machine, copies it to the vault, and keeps it as the policy says.',
  },
  'replace.originals-kept': {
    say: 'The old disks stay in the resource group. Keep them until the machine is checked, then delete them.',
  },
  'replace.vhd.vault-under-4tb': {
    say: 'From a vault point, a VHD file of each disk under 4 TB is written to the staging account.',
  },
  'replace.vhd.cleanup': { say: 'Keep or delete the VHD files in the staging account.' },
  'replace.disk-count': {
    say: 'The restore point and the machine have different numbers of disks. The outcome follows the machine’s configuration: check first which disks you need.',
    instead: 'Restore disks',
  },
  'replace.destructive.confirm': {
    say: 'Type the machine’s name: its current disks will be detached and replaced.',
  },
  'replace.extensions.fine': {
    say: 'Extensions work on after a replacement; none has to be installed again.',
  },
  'replace.originals.where': {
    say: 'The old disks stay in the machine’s own resource group. No group is asked for.',
  },
} as const satisfies Record<string, RuleText>;
