import { asManaged, isEncrypted } from '../derived.ts';
import { doc000, rules, service } from '../rule.ts';

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
    say: 'The disks are converted from vault data, not from a snapshot, so expect the duration of a vault-tier restore.',
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
