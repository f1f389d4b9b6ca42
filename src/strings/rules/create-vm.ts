import type { RuleText } from './text.ts';

/** Create new virtual machine (3e). */
export const createVmTexts = {
  'create-vm.name.required': { say: 'Enter a name for the new VM.' },
  'create-vm.name.unused': {
    say: 'The subscription already has a VM with this name. Enter another name.',
    instead: 'Replace existing',
  },
  'create-vm.rg.required': { say: 'Select a resource group for the VM, or name a new one.' },
  'create-vm.rg.new-unique': {
    say: 'A resource group with this name exists, so Azure would name the new one after the VM. Enter another name, or use the existing group.',
    instead: 'Choose another name',
  },
  'create-vm.vnet.required': { say: 'Select a virtual network for the VM.' },
  'create-vm.vnet.same-region': {
    say: 'The virtual network must be in the region of the restore. Select one there.',
    instead: 'Choose another network',
    short: 'In another region',
  },
  'create-vm.vnet.subscription': {
    say: 'The virtual network must be in the target subscription. Select one there.',
    instead: 'Choose another network',
    short: 'In another subscription',
  },
  'create-vm.vnet.active': {
    say: 'This virtual network isn’t active. Select an active one.',
    instead: 'Choose another network',
    short: 'Not active',
  },
  'create-vm.vnet.affinity-group': {
    say: 'A virtual network that is tied to an affinity group can’t be used. Select another.',
    instead: 'Choose another network',
    short: 'Tied to an affinity group',
  },
  'create-vm.subnet.required': { say: 'Select a subnet.' },
  'create-vm.subnet.first': { say: 'Default: first subnet.' },
  'create-vm.staging.required': { say: 'Select a Staging Location.' },
  'create-vm.staging.unused-managed': {
    say: 'Required by Azure. Not used for managed disks.',
  },
  'create-vm.staging.unmanaged-vhds': {
    say: 'This account holds the VHD files of the unmanaged disks. They are the new VM’s disks.',
  },
  'create-vm.region.same-as-source': {
    say: 'A new VM is created in the source’s region, or in the paired region if the vault is geo-redundant and the primary datacenter is down. Otherwise, use Cross Region Restore for the paired region.',
  },
  'create-vm.sku-unavailable.disks-kept': {
    say: 'This VM size might not be available in the region. If the VM can’t be created, its disks are still restored to the resource group.',
    instead: 'Restore disks',
  },
  'create-vm.nsg.wait': {
    say: 'Don’t change network security groups until the restore completes.',
  },
  'create-vm.subscription.options': {
    say: 'Lists the subscriptions of the tenant where you have permissions.',
  },
  'create-vm.no-availability-set': {
    say: 'The restored VM is in no availability set because the portal offers none.',
  },
  'create-vm.identity.field': {
    say: 'The restore can use a managed identity of the vault.',
  },
  'create-vm.zone.field': {
    say: 'The zone can differ from the source VM’s zone where the zone rules allow it.',
  },
} as const satisfies Record<string, RuleText>;
