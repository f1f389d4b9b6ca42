import { asManaged, isEncrypted } from '../derived.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

const heading = 'Restoring unmanaged VMs and disks as managed';

/** Unmanaged disks restored as managed (3l). */
export const unmanagedRules = rules('unmanaged', [
  {
    id: 'unmanaged.default',
    kind: 'default',
    field: 'restoreAsManaged',
    when: ({ vm }, c) => c.restoreAsManaged === null && !vm.isManaged,
    set: () => false,
    source: [doc000(heading)],
  },
  {
    id: 'unmanaged.hide-when-managed',
    kind: 'hide-field',
    field: 'restoreAsManaged',
    when: ({ vm }) => vm.isManaged,
    source: [doc000(heading)],
  },
  {
    id: 'unmanaged.encrypted',
    kind: 'block',
    field: 'restoreAsManaged',
    when: (facts, c) => asManaged(facts, c) && isEncrypted(facts.vm),
    instead: [{ field: 'restoreAsManaged', value: false }],
    source: [doc000(heading)],
  },
  {
    id: 'unmanaged.vault-phase',
    kind: 'info',
    field: 'restoreAsManaged',
    when: (facts, c) => asManaged(facts, c),
    source: [doc000(heading)],
  },
  {
    id: 'unmanaged.scope',
    kind: 'info',
    field: 'restoreAsManaged',
    when: ({ vm }) => !vm.isManaged,
    source: [doc000(heading)],
  },
]);
