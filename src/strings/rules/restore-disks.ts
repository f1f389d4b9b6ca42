import type { RuleText } from './text.ts';

/** Restore disks, and the template it creates (3f). */
export const restoreDisksTexts = {
  'restore-disks.rg.required': {
    say: 'Select a resource group for the disks, or name a new one.',
  },
  'restore-disks.rg.new-unique': {
    say: 'A resource group with this name exists. Enter another name, or use the existing group.',
    instead: 'Choose another name',
  },
  'restore-disks.staging.required': {
    say: 'Select a Staging Location. The template is always written there.',
  },
  'restore-disks.hide-vm-fields': {
    say: 'Restoring disks creates no VM, so name, network, and subnet don’t apply.',
  },
  'restore-disks.disks-to-rg': {
    say: 'The managed disks are created in the selected resource group.',
  },
  'restore-disks.all-disks': {
    say: 'Every disk that was attached at the time of the restore point is restored.',
  },
  'restore-disks.unmanaged-blobs': {
    say: 'The unmanaged disks are restored as blobs in the storage account. Keep the blobs: they are the restored disks.',
  },
  'restore-disks.vhd.vault-under-4tb': {
    say: 'From the vault tier, Azure also writes VHD files of disks under 4 TB to the staging storage account. They cost money until you delete them.',
  },
  'restore-disks.vhd.over-4tb-none': {
    say: 'For a disk that is, or once was, over 4 TB, Azure creates only the managed disk and the template, no VHD file.',
  },
  'restore-disks.instant.template-only': {
    say: 'From a snapshot, Azure writes only the template to the staging storage account and creates the managed disks directly.',
  },
  'restore-disks.vhd.then-managed': {
    say: 'Azure copies the staged files to managed storage by itself.',
  },
  'restore-disks.vhd.cleanup': {
    say: 'Delete the VHD files from the staging storage account once the disks are in use.',
  },
  'restore-disks.next-uses': {
    say: 'Use the disks: deploy the template, attach them to a VM, or create a VM with PowerShell.',
  },
  'restore-disks.performance': {
    say: 'Managed and premium disks can be slower just after a restore.',
  },
  'restore-disks.csr.field': {
    say: 'The disks can go to another subscription where the Cross Subscription Restore rules allow it.',
  },
  'restore-disks.czr.field': {
    say: 'The disks can go to another zone where the zone rules allow it.',
  },
  'template.deploy.where': {
    say: 'Deploy the template: Backup jobs, the restore job, Deploy Template.',
  },
  'template.deploy.shared-key-off': {
    say: 'Deploy Template can’t read the template because the storage account doesn’t allow key access. Allow it, or download the template and deploy it yourself.',
  },
  'template.deploy.shared-key-off.early': {
    say: 'This account doesn’t allow key access, so Deploy Template won’t work afterwards. Another account avoids that.',
    instead: 'Choose another account',
  },
  'template.edit': {
    say: 'Edit template changes its settings. Edit parameters adds others.',
  },
  'template.terms': { say: 'Accept the Terms and Conditions.' },
  'template.values': { say: 'Enter the values for the new VM.' },
  'template.crr.vnet': {
    say: 'Select a virtual network in the secondary region for the template.',
  },
} as const satisfies Record<string, RuleText>;
