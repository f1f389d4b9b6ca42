import { isEncrypted } from '../derived.ts';
import { rules } from '../rule.ts';
import { doc000, doc002 } from '../sources.ts';

/** Backup instance step (3b). */
export const instanceRules = rules('instance', [
  {
    id: 'instance.required',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.datasource === 'azure-vm' && c.instance === null,
    source: [doc000('Select a restore point')],
  },
  {
    id: 'instance.one-only',
    kind: 'info',
    field: 'instance',
    when: (_, c) => c.datasource === 'azure-vm',
    source: [doc000('Select a restore point')],
  },
  {
    id: 'instance.secondary.toggle',
    kind: 'hide-field',
    field: 'regionView',
    when: ({ vault }, c) => c.datasource !== 'azure-vm' || !vault.crrEnabled,
    source: [doc000('View backup items in secondary region')],
  },
  {
    id: 'instance.secondary.crr-types-only',
    kind: 'info',
    field: 'regionView',
    when: (_, c) => c.secondary,
    source: [doc000('View backup items in secondary region, note')],
  },
  {
    id: 'instance.secondary.managed-only',
    kind: 'block',
    field: ['regionView', 'instance'],
    when: ({ vm }, c) => c.secondary && !vm.isManaged,
    instead: [{ field: 'regionView', value: 'primary' }],
    source: [doc000('View backup items in secondary region, note')],
  },
  {
    id: 'instance.secondary.encrypted-listed',
    kind: 'info',
    field: 'instance',
    when: ({ vm }, c) => c.secondary && vm.isManaged && isEncrypted(vm),
    source: [doc000('View backup items in secondary region, note')],
  },
  {
    id: 'instance.deleted-source',
    kind: 'warn',
    field: ['instance', 'group'],
    when: ({ vm }, c) => c.datasource === 'azure-vm' && !vm.exists,
    instead: [{ field: 'group', value: 'createNew' }],
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'instance.disk.pick',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.datasource === 'azure-disk' && c.instance === null,
    source: [doc002('Restore to create a new disk')],
  },
  {
    id: 'instance.default-subscription',
    kind: 'default',
    field: 'subscription',
    when: (_, c) => c.datasource !== 'azure-disk' && !c.subscription,
    set: ({ vault }) => vault.subscription,
    source: [doc000('Create a VM')],
  },
]);
