import { sameRegion } from '#src/model/places.ts';
import { isDisaster, listed, restoreRegion, same, targetSubscription } from '../derived.ts';
import { asDisks, rules } from '../rule.ts';
import { doc000, doc001 } from '../sources.ts';

/** Create new virtual machine (3e). */
export const createVmRules = rules('create-vm', [
  {
    id: 'create-vm.name.required',
    kind: 'require-field',
    field: 'vmName',
    when: (_, c) => c.option === 'createVm' && !c.vmName,
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.name.unused',
    kind: 'block',
    field: 'vmName',
    when: ({ target }, c) =>
      c.option === 'createVm' && !!c.vmName && listed(target.vmNames, c.vmName),
    instead: [
      { field: 'group', value: 'replaceExisting' },
      { field: 'option', value: 'replaceDisks' },
    ],
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.rg.required',
    kind: 'require-field',
    field: 'rg',
    when: (_, c) => c.option === 'createVm' && !c.rg,
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.rg.new-unique',
    kind: 'warn',
    field: 'rg',
    when: ({ target }, c) => c.option === 'createVm' && c.rgIsNew && listed(target.rgNames, c.rg),
    // Azure would restore into the group that exists, and create none.
    refuses: true,
    instead: [{ field: 'rg' }],
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.vnet.required',
    kind: 'require-field',
    field: 'vnet',
    when: (_, c) => c.option === 'createVm' && c.vnet === null,
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.vnet.same-region',
    kind: 'block',
    field: 'vnet',
    when: (facts, c) =>
      c.option === 'createVm' &&
      c.vnet !== null &&
      !sameRegion(c.vnet.region, restoreRegion(facts, c)),
    instead: [{ field: 'vnet' }],
    source: [doc000('Create a VM'), doc000('Restore in secondary region')],
  },
  {
    id: 'create-vm.vnet.subscription',
    kind: 'block',
    field: 'vnet',
    when: (facts, c) =>
      c.option === 'createVm' &&
      c.vnet !== null &&
      !same(c.vnet.subscription, targetSubscription(facts, c)),
    instead: [{ field: 'vnet' }],
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.vnet.active',
    kind: 'block',
    field: 'vnet',
    when: (_, c) => c.option === 'createVm' && c.vnet !== null && !c.vnet.active,
    instead: [{ field: 'vnet' }],
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.vnet.affinity-group',
    kind: 'block',
    field: 'vnet',
    when: (_, c) => c.option === 'createVm' && c.vnet !== null && c.vnet.affinityGroup,
    instead: [{ field: 'vnet' }],
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.subnet.required',
    kind: 'require-field',
    field: 'subnet',
    when: (_, c) => c.option === 'createVm' && c.subnet === null,
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.subnet.first',
    kind: 'default',
    field: 'subnet',
    when: (_, c) => c.option === 'createVm' && c.vnet !== null && c.subnet === null,
    set: ({ target }) => target.firstSubnet,
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.staging.required',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) => c.option === 'createVm' && c.staging === null,
    source: [doc000('Create a VM'), doc001('Create new VM in alternate location')],
  },
  {
    id: 'create-vm.staging.unused-managed',
    kind: 'info',
    field: 'staging',
    when: ({ vm }, c) => c.option === 'createVm' && vm.isManaged,
    source: [doc000('Storage accounts'), doc000('Restore disks')],
  },
  {
    id: 'create-vm.staging.unmanaged-vhds',
    kind: 'info',
    field: 'staging',
    when: ({ vm }, c) => c.option === 'createVm' && !vm.isManaged && !c.restoreAsManaged,
    source: [doc000('Storage accounts')],
  },
  {
    id: 'create-vm.region.same-as-source',
    kind: 'block',
    field: 'region',
    when: (facts, c) =>
      c.option === 'createVm' &&
      !c.secondary &&
      !sameRegion(c.region, isDisaster(facts, c) ? facts.vault.secondaryRegion : facts.vm.region),
    source: [
      doc000('Restore options, Create a new VM'),
      doc000('Restore VMs with special configurations'),
      doc001('Create new VM in alternate location'),
    ],
  },
  {
    id: 'create-vm.sku-unavailable.disks-kept',
    kind: 'warn',
    field: ['option', 'region'],
    when: ({ platform }, c) => c.option === 'createVm' && !platform.skuAvailable,
    instead: asDisks,
    source: [doc000('Restore options, Create a new VM')],
  },
  {
    id: 'create-vm.nsg.wait',
    kind: 'warn',
    always: true,
    field: null,
    when: (_, c) => c.option === 'createVm',
    source: [doc000('Create a VM, note')],
  },
  {
    id: 'create-vm.subscription.options',
    kind: 'info',
    field: 'subscription',
    when: (_, c) => c.option === 'createVm',
    source: [doc000('Create a VM')],
  },
  {
    id: 'create-vm.no-availability-set',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'createVm',
    source: [doc000('Restore VMs with special configurations')],
  },
  {
    id: 'create-vm.identity.field',
    kind: 'info',
    field: 'identity',
    when: ({ vm }, c) => c.option === 'createVm' && vm.isManaged,
    source: [doc000('Restore VMs with managed identities')],
  },
  {
    id: 'create-vm.zone.field',
    kind: 'info',
    field: 'zone',
    when: (_, c) => c.option === 'createVm',
    source: [doc000('Create a VM')],
  },
]);
