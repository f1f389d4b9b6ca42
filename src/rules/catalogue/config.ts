import { asDisks, rules, service } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** Configuration step: choosing the option (3d). */
export const configRules = rules('config', [
  {
    id: 'config.option.required',
    kind: 'require-field',
    field: 'option',
    when: (_, c) => c.option === null,
    say: 'Select what to restore: a VM or its disks under Create new, or Replace existing.',
    by: service('The body names the recovery type.'),
    source: [doc000('Choose a VM restore configuration')],
  },
  {
    id: 'config.restore-type.create-new',
    kind: 'require-field',
    field: 'option',
    when: (_, c) => c.group === 'createNew' && c.option === null,
    say: 'Select Create new virtual machine or Restore disks.',
    by: service('The body names the recovery type.'),
    source: [doc000('Create a VM'), doc000('Restore disks')],
  },
  {
    id: 'config.restore-type.replace',
    kind: 'default',
    field: 'option',
    when: (_, c) => c.group === 'replaceExisting',
    set: () => 'replaceDisks',
    say: 'Replace disk/s is the only type under Replace existing.',
    source: [doc000('Replace existing disks')],
  },
  {
    id: 'config.purpose.create-vm',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'createVm',
    say: 'Quickly creates a running VM with basic settings.',
    source: [doc000('Restore options, Create a new VM')],
  },
  {
    id: 'config.purpose.restore-disks',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'restoreDisks',
    say: 'For a custom VM, with settings that the backup lacks or only the template or PowerShell can set.',
    source: [doc000('Restore options, Restore disk')],
  },
  {
    id: 'config.purpose.replace',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'replaceDisks',
    say: 'Replaces the VM’s current disks with those of the restore point.',
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'config.no-permission.fallback',
    kind: 'warn',
    field: 'option',
    when: ({ operator }, c) => c.option === 'createVm' && !operator.canRestoreVm,
    say: 'You don’t have permission to create a VM. Restore the disks, then deploy the generated template.',
    instead: { label: 'Restore disks', set: asDisks },
    source: [doc000('Before you start')],
  },
]);
