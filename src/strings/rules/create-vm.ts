import type { RuleText } from './text.ts';

/** Create new virtual machine (3e). */
export const createVmTexts = {
  'create-vm.name.required': { say: 'Name the new machine.' },
  'create-vm.name.unused': {
    say: 'A machine of this name is in the subscription. Choose another name.',
    instead: 'Replace existing',
  },
  'create-vm.rg.required': { say: 'Choose the resource group for the machine, or name a new one.' },
  'create-vm.rg.new-unique': {
    say: 'A resource group of this name exists: Azure would name the new group after the VM. Enter another name, or use the existing group.',
    instead: 'Choose another name',
  },
  'create-vm.vnet.required': { say: 'Choose the virtual network for the machine.' },
  'create-vm.vnet.same-region': {
    say: 'The virtual network must be in the region of the restore. Choose one there.',
    instead: 'Choose another network',
    short: 'In another region',
  },
  'create-vm.vnet.subscription': {
    say: 'The virtual network must be in the target subscription. Choose one there.',
    instead: 'Choose another network',
    short: 'In another subscription',
  },
  'create-vm.vnet.active': {
    say: 'This virtual network is not active. Choose an active one.',
    instead: 'Choose another network',
    short: 'Not active',
  },
  'create-vm.vnet.affinity-group': {
    say: 'This virtual network is tied to an affinity group and cannot be used.',
    instead: 'Choose another network',
    short: 'Tied to an affinity group',
  },
  'create-vm.subnet.required': { say: 'Choose a subnet.' },
  'create-vm.subnet.first': { say: 'Filled in: the first subnet of the network.' },
  'create-vm.staging.required': { say: 'Choose a staging location.' },
  'create-vm.staging.unused-managed': {
    say: 'Asked for, left unused: the machine has managed disks.',
  },
  'create-vm.staging.unmanaged-vhds': {
    say: 'The VHD files of the unmanaged disks are placed in this account. They are the disks of the new machine.',
  },
  'create-vm.region.same-as-source': {
    say: 'A new machine is made in the region of its source; when the primary datacenter of a geo-redundant vault is down, in the paired one. For the paired region at other times use Cross Region Restore.',
  },
  'create-vm.sku-unavailable.disks-kept': {
    say: 'This machine size may not be available in the region. If the machine cannot be created, its disks are still restored to the resource group.',
    instead: 'Restore disks',
  },
  'create-vm.nsg.wait': {
    say: 'Change no network security group until the restore has completed.',
  },
  'create-vm.subscription.options': {
    say: 'The subscriptions of the tenant in which you have rights.',
  },
  'create-vm.no-availability-set': {
    say: 'The restored machine is in no availability set: the portal offers none.',
  },
  'create-vm.identity.field': {
    say: 'A managed identity of the vault can be used for the restore.',
  },
  'create-vm.zone.field': {
    say: 'The zone can differ from the machine’s own where the zone rules allow it.',
  },
} as const satisfies Record<string, RuleText>;
