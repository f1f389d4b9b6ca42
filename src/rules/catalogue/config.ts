import { asDisks, rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** Configuration step: choosing the option (3d). */
export const configRules = rules('config', [
  {
    id: 'config.option.required',
    kind: 'require-field',
    field: 'option',
    when: (_, c) => c.option === null,
    source: [doc000('Choose a VM restore configuration')],
  },
  {
    id: 'config.restore-type.create-new',
    kind: 'require-field',
    field: 'option',
    when: (_, c) => c.group === 'createNew' && c.option === null,
    source: [doc000('Create a VM'), doc000('Restore disks')],
  },
  {
    id: 'config.restore-type.replace',
    kind: 'default',
    field: 'option',
    when: (_, c) => c.group === 'replaceExisting',
    set: () => 'replaceDisks',
    source: [doc000('Replace existing disks')],
  },
  {
    id: 'config.purpose.create-vm',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'createVm',
    source: [doc000('Restore options, Create a new VM')],
  },
  {
    id: 'config.purpose.restore-disks',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Restore options, Restore disk')],
  },
  {
    id: 'config.purpose.replace',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'config.no-permission.fallback',
    kind: 'warn',
    field: 'option',
    when: ({ operator }, c) => c.option === 'createVm' && !operator.canRestoreVm,
    instead: asDisks,
    source: [doc000('Before you start')],
  },
]);
