import { sentences } from '#src/strings/sentences.ts';

/** Texts for the commands of a VM’s restore: what the clients can’t express, and what they do differently. */
export const vmCommands = sentences({
  otherRegion:
    'No command for this: the Azure CLI and PowerShell always send the region of the vault, and this restore goes to the paired region without Cross Region Restore.',
  otherSubscription:
    'No command for this: the Azure CLI and PowerShell look for the storage account and the virtual network in the subscription that the restore goes to.',
  unmanagedVm: {
    cli: 'No command for this: the Azure CLI can’t create a VM from a source with unmanaged disks.',
    powerShell:
      'No command for this: PowerShell’s parameters for a new VM are for managed disks only.',
  },
  asManaged:
    'No command for this: the Azure CLI has no option to restore unmanaged disks as managed disks.',
  identityUnmanaged:
    'No command for this: the Azure CLI rejects an identity for a source with unmanaged disks.',
  archiveSecondary:
    'No command for this: the Azure CLI can’t restore from the archive tier in the secondary region.',
  sameAccessSecondary:
    'No command for this: the Azure CLI rejects the same network access as the source in the secondary region.',
  unmanagedDisks:
    'No command for this: PowerShell can restore unmanaged disks only to their original storage accounts. Without those parameters it replaces the disks of the VM.',
  groupMissing:
    'No command for this: without a target resource group, PowerShell replaces the disks of the VM.',
  asManagedOnly:
    'No command for this: PowerShell’s parameters for unmanaged disks as managed disks exclude zone, encryption set, identity, network access, and another subscription.',
  noZone: 'No command for this: -TargetZoneNumber takes a number only.',
  noValidation: {
    cli: 'The Azure CLI has no command for Azure’s validation.',
    powerShell: 'PowerShell has no command for Azure’s validation. -WhatIf sends nothing.',
  },
  replaces: {
    cli: 'This replaces the disks of the existing VM.',
    powerShell:
      'PowerShell replaces the disks whenever -TargetResourceGroupName is missing. Don’t use this script for another restore.',
  },
  replaceComment: 'Without -TargetResourceGroupName, this replaces the disks of the existing VM.',
  withoutGroup:
    'The command names no target resource group. The disks stay unmanaged and go to the staging storage account.',
  zone: {
    cli: 'The Azure CLI accepts a zone only for a restore point in the vault tier, of a vault with ZRS or of a zone-pinned point in the secondary region. PowerShell also accepts snapshots that are at least 4 hours old.',
    powerShell:
      'PowerShell also accepts a zone for snapshots that are at least 4 hours old. The Azure CLI and the documentation require a restore point in the vault tier.',
  },
  encryptionSet: {
    cli: 'The Azure CLI rejects a disk encryption set unless the vault uses a customer-managed key and the source has managed disks without Azure Disk Encryption.',
    powerShell:
      'PowerShell leaves out the disk encryption set without a message unless the vault uses a customer-managed key and the source has managed disks without Azure Disk Encryption.',
  },
  documentedAccess:
    'The documentation (November 2024) says that PowerShell and the Azure CLI can set public access only. Current versions have options for the others, too.',
  access: {
    cli: 'The option --disk-access-option requires a current Azure CLI and a restore point with private access on at least one disk.',
    powerShell: 'The parameter -DiskAccessOption requires Az.RecoveryServices 7.3.0 or later.',
  },
  secondary: {
    cli: 'The Azure CLI has its own list of secondary regions. It doesn’t send the disk encryption set of a confidential VM (--cvm-os-des-id) there.',
    powerShell: 'PowerShell reads the restore point from the secondary region.',
  },
  guard: {
    cli: 'The Azure CLI finds the resource guard of the vault by itself.',
    powerShell: 'PowerShell finds the resource guard of the vault by itself.',
  },
  secondaryRest:
    'Put the answers of the first two requests into the ones after them: each says where.',
  answerOfFirst: '(properties from the answer of the first request)',
  newGroupRest: 'Leave out the request that creates the resource group if the group exists.',
});
