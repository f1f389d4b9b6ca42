import { all, either } from '../known.ts';
import { asDisks, doc000, rules } from '../rule.ts';

const configurations = 'Restore VMs with special configurations';
const controllers = 'Restore domain controller VMs';

/** Machines with special configurations (3n). */
export const specialRules = rules('special', [
  {
    id: 'special.hub',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) =>
      c.option === 'createVm' &&
      all(
        () => vm.osType === 'Windows',
        () => vm.hybridBenefit,
      ),
    say: 'A new VM doesn’t keep Azure Hybrid Benefit. To keep it, restore the disks and create the VM from the template with License Type Windows_Server, or set it afterwards.',
    short: 'Azure Hybrid Benefit isn’t kept.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations)],
  },
  {
    id: 'special.hub.after',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) =>
      c.option !== 'replaceDisks' &&
      all(
        () => vm.osType === 'Windows',
        () => vm.hybridBenefit,
      ),
    say: 'Set the license type of the restored VM to Windows_Server.',
    source: [doc000(configurations)],
  },
  {
    id: 'special.load-balancer',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.loadBalancer !== 'none',
    say: 'The VM is behind a load balancer, and a new VM isn’t. Restore the disks, then create the VM with its internal or external one.',
    short: 'The copy isn’t behind a load balancer.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations)],
  },
  {
    id: 'special.multi-nic',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.nicCount > 1,
    say: 'The VM has more than one NIC. Restore the disks, then create the VM with all of them.',
    short: 'The copy has only one NIC.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations)],
  },
  {
    id: 'special.reserved-ips',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.reservedIpCount > 1,
    say: 'The VM has more than one reserved address. Restore the disks, then create the VM with all of them.',
    short: 'The reserved addresses aren’t kept.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations)],
  },
  {
    id: 'special.nsg',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.hasNsg,
    say: 'Azure restores information about the network security groups of the network, the subnet, and the NIC. Check them on the restored VM.',
    source: [doc000(configurations)],
  },
  {
    id: 'special.availability-set',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.availabilitySet !== null,
    say: 'The new VM will be in no availability set. To keep the set, restore the disks and name it in the template or PowerShell.',
    short: 'The copy is in no availability set.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations), doc000('Post-restore steps')],
  },
  {
    id: 'special.sql',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.isSql,
    say: 'Register the new VM with the SQL resource provider to make it a SQL VM again.',
    source: [doc000(configurations)],
  },
  {
    id: 'special.zone-pinned',
    kind: 'info',
    field: 'zone',
    when: ({ vm }) => vm.zone !== null,
    say: 'A VM that is pinned to a zone can be restored to that zone.',
    source: [doc000(configurations)],
  },
  {
    id: 'special.dc.single',
    kind: 'info',
    field: 'option',
    when: ({ vm }) => vm.dc === 'single-dc-single-domain',
    say: 'The only domain controller of its domain is restored like any VM. Directory Services Restore Mode is available.',
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.multiple.reachable',
    kind: 'info',
    field: 'option',
    when: ({ vm }) =>
      all(
        () => vm.dc === 'multiple-dc-single-domain',
        () => vm.otherDcReachable,
        () => !vm.isolatedNetwork,
      ),
    say: 'Other domain controllers of the domain are reachable, so this one is restored like any VM.',
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.multiple.last',
    kind: 'warn',
    field: 'option',
    when: ({ vm }) =>
      vm.dc === 'multiple-dc-single-domain' &&
      either(
        () => !vm.otherDcReachable,
        () => vm.isolatedNetwork,
      ),
    say: 'This is the last domain controller of its domain, or the network is isolated. Perform a forest recovery.',
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.multi-domain',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option !== 'restoreDisks' && vm.dc === 'single-dc-multi-domain',
    say: 'This is one domain controller among several domains. Restore the disks and create the VM with PowerShell.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.forest',
    kind: 'warn',
    field: 'option',
    when: ({ vm }) => vm.dc === 'multi-domain-forest',
    say: 'Several domains of one forest are restored. A forest recovery is recommended.',
    source: [doc000(controllers)],
  },
  {
    id: 'special.network.vhds',
    kind: 'info',
    field: 'staging',
    when: ({ vm }, c) =>
      c.option === 'restoreDisks' &&
      either(
        () => vm.loadBalancer !== 'none',
        () => vm.nicCount > 1,
        () => vm.reservedIpCount > 1,
      ),
    say: 'VHD files of the disks are copied to the staging storage account as the staging rules allow. Create the VM from them with its load balancer, NICs and addresses.',
    source: [doc000(configurations)],
  },
  {
    id: 'special.dc.guide',
    kind: 'info',
    field: 'option',
    when: ({ vm }) => vm.dc !== 'none',
    say: 'First read the guide to backing up and restoring domain controllers.',
    source: [doc000(controllers)],
  },
]);
