import { asManaged, isCustomerKeyed, isEncrypted } from '../derived.ts';
import { all, either } from '../known.ts';
import { asDisks, doc000, doc001, doc004, portal, rules, service } from '../rule.ts';

const heading = 'Restoring unmanaged VMs and disks as managed';

/** Unmanaged disks restored as managed (3l). */
export const unmanagedRules = rules('unmanaged', [
  {
    id: 'unmanaged.default',
    kind: 'default',
    field: 'restoreAsManaged',
    when: ({ vm }, c) => c.restoreAsManaged === null && !vm.isManaged,
    set: () => false,
    say: 'Default: unmanaged disks stay unmanaged.',
    source: [doc000(heading)],
    newer: true,
  },
  {
    id: 'unmanaged.hide-when-managed',
    kind: 'hide-field',
    field: 'restoreAsManaged',
    when: ({ vm }) => vm.isManaged,
    say: 'Not needed: the VM’s disks are already managed.',
    source: [doc000(heading)],
    newer: true,
  },
  {
    id: 'unmanaged.encrypted',
    kind: 'block',
    field: 'restoreAsManaged',
    when: (facts, c) => asManaged(facts, c) && isEncrypted(facts.vm),
    say: 'A restore can’t convert the disks of an encrypted VM to managed disks. Keep them unmanaged.',
    short: 'Encrypted disks stay unmanaged',
    instead: {
      label: 'Keep the disks unmanaged',
      set: [{ field: 'restoreAsManaged', value: false }],
    },
    by: service('The document calls encrypted VMs unsupported.'),
    source: [doc000(heading)],
    newer: true,
  },
  {
    id: 'unmanaged.vault-phase',
    kind: 'info',
    field: 'restoreAsManaged',
    when: (facts, c) => asManaged(facts, c),
    say: 'The disks are converted from vault data, not from a snapshot.',
    source: [doc000(heading)],
    newer: true,
  },
  {
    id: 'unmanaged.scope',
    kind: 'info',
    field: 'restoreAsManaged',
    when: ({ vm }) => !vm.isManaged,
    say: 'Available for a new virtual machine and for disks.',
    source: [doc000(heading)],
    newer: true,
  },
]);

/** Encryption and Key Vault (3m). */
export const encryptionRules = rules('encryption', [
  {
    id: 'encryption.ade.create-vm',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.encryption === 'ADE',
    say: 'A VM with Azure Disk Encryption is rebuilt from its disks. Restore the disks, then use the template or PowerShell.',
    short: 'Azure Disk Encryption: restore the disks',
    instead: { label: 'Restore disks', set: asDisks },
    by: portal(
      'The older restore document gives these steps and names no error. The newer one doesn’t mention them.',
    ),
    source: [doc001('Restore entire encrypted VM at alternate location')],
    newer: true,
  },
  {
    id: 'encryption.ade.disks-same',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.encryption === 'ADE',
    say: 'Encrypted disks are restored like any others.',
    source: [doc001('Restore disk from encrypted VM')],
  },
  {
    id: 'encryption.ade.recreate',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.encryption === 'ADE',
    say: 'Create the VM from its disks by template or PowerShell.',
    source: [doc001('Restore entire encrypted VM at alternate location')],
  },
  {
    id: 'encryption.ade.linux-extension',
    kind: 'checklist',
    field: null,
    when: ({ vm }) =>
      all(
        () => vm.encryption === 'ADE',
        () => vm.osType === 'Linux',
      ),
    say: 'Then reinstall the disk encryption extension to open and mount the data disks.',
    source: [doc001('Restore entire encrypted VM at alternate location')],
  },
  {
    id: 'encryption.request-body',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'encryptionDetails states whether the source is encrypted, if the restore point reports it.',
    source: [doc004('Example request')],
  },
  {
    id: 'encryption.cmk.create-ok',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && isCustomerKeyed(vm),
    say: 'No document forbids restoring a VM with customer-managed keys as a new VM.',
    source: [doc000('Restore in secondary region, note')],
    newer: true,
  },
]);

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
    say: 'For Azure Hybrid Benefit, restore the disks and create the VM from the template with License Type Windows_Server, or set it afterwards.',
    short: 'Azure Hybrid Benefit has to be set.',
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
    say: 'The VM is behind a load balancer. Restore the disks, then create the VM with its internal or external one.',
    short: 'A load balancer requires Restore disks.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations)],
  },
  {
    id: 'special.multi-nic',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.nicCount > 1,
    say: 'The VM has more than one NIC. Restore the disks, then create the VM with all of them.',
    short: 'More than one NIC requires Restore disks.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000(configurations)],
  },
  {
    id: 'special.reserved-ips',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.reservedIpCount > 1,
    say: 'The VM has more than one reserved address. Restore the disks, then create the VM with all of them.',
    short: 'Reserved addresses require Restore disks.',
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
