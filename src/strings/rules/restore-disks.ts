import type { RuleText } from './text.ts';

/** Restore disks, and the template it creates (3f). */
export const restoreDisksTexts = {
  'restore-disks.rg.required': {
    say: 'Choose the resource group for the disks, or name a new one.',
  },
  'restore-disks.rg.new-unique': {
    say: 'A resource group of this name exists. Name the new group differently, or choose the existing one.',
    instead: 'Choose another name',
  },
  'restore-disks.staging.required': {
    say: 'Choose a staging location. The template is always written there.',
  },
  'restore-disks.hide-vm-fields': {
    say: 'Restoring disks makes no machine, so a name, network and subnet do not apply.',
  },
  'restore-disks.disks-to-rg': {
    say: 'The managed disks are created in the chosen resource group.',
  },
  'restore-disks.all-disks': {
    say: 'Every disk that was attached at the time of the point comes back.',
  },
  'restore-disks.unmanaged-blobs': {
    say: 'The disks are unmanaged and come back as blobs in the storage account. Those blobs are the restored disks: keep them.',
  },
  'restore-disks.vhd.vault-under-4tb': {
    say: 'From a vault point, VHD files of the disks under 4 TB are written to the staging account beside the template. They cost money until you delete them.',
  },
  'restore-disks.vhd.over-4tb-none': {
    say: 'For a disk that is, or once was, over 4 TB no VHD file is written: only the managed disk is made, and the template.',
  },
  'restore-disks.instant.template-only': {
    say: 'From a snapshot only the template is written to the staging account. The managed disks are made directly.',
  },
  'restore-disks.vhd.then-managed': {
    say: 'Azure copies the staged files on to managed storage by itself.',
  },
  'restore-disks.vhd.cleanup': {
    say: 'Delete the VHD files from the staging account once the disks are in use.',
  },
  'restore-disks.next-uses': {
    say: 'Use the disks: deploy the template, attach them to a machine, or build a machine from them with PowerShell.',
  },
  'restore-disks.performance': {
    say: 'Managed and premium disks can answer more slowly just after a restore.',
  },
  'restore-disks.csr.field': {
    say: 'The disks can go to another subscription, under the rules of Cross Subscription Restore.',
  },
  'restore-disks.czr.field': {
    say: 'The disks can go to another zone where the zone rules allow it.',
  },
  'template.deploy.where': {
    say: 'Deploy the template: Backup Jobs, the restore job, Deploy Template.',
  },
  'template.deploy.shared-key-off': {
    say: 'The storage account does not allow key access, so Deploy Template cannot read the template. Download it and deploy it yourself, or allow key access.',
  },
  'template.deploy.shared-key-off.early': {
    say: 'Key access is off on this account, so Deploy Template will not work afterwards. Another account avoids that.',
    instead: 'Choose another account',
  },
  'template.edit': {
    say: 'Edit template changes the settings in it. Edit parameters adds others.',
  },
  'template.terms': { say: 'Accept the Terms and Conditions.' },
  'template.values': { say: 'Fill in the values for the new machine.' },
  'template.crr.vnet': {
    say: 'Choose a virtual network in the secondary region for the template.',
  },
} as const satisfies Record<string, RuleText>;
