import { either } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000, doc001, doc002 } from '../sources.ts';

/** Datasource step (rules.md 3a). */
export const datasourceRules = rules('datasource', [
  {
    id: 'datasource.type.vm-first',
    kind: 'default',
    field: 'datasource',
    when: (_, c) => c.datasource === null,
    set: () => 'azure-vm',
    source: [doc000('Select a restore point')],
  },
  {
    id: 'datasource.type.required',
    kind: 'require-field',
    field: 'datasource',
    when: (_, c) => c.datasource === null,
    source: [doc000('Select a restore point')],
  },
  {
    id: 'datasource.entry.backup-center',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-vm',
    source: [doc000('Select a restore point')],
  },
  {
    id: 'datasource.vault.by-type.vm',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-vm',
    source: [doc000('Introduction')],
  },
  {
    id: 'datasource.vault.by-type.disk',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    source: [doc002('Restore to create a new disk')],
  },
  {
    id: 'datasource.vm.wrong-vault',
    kind: 'block',
    field: ['datasource', 'instance'],
    when: ({ vault }, c) => c.datasource === 'azure-vm' && vault.type !== 'RecoveryServices',
    instead: [{ field: 'datasource', value: 'azure-disk' }],
    source: [doc000('Introduction')],
  },
  {
    id: 'datasource.disk.wrong-vault',
    kind: 'block',
    field: ['datasource', 'instance'],
    when: ({ vault }, c) => c.datasource === 'azure-disk' && vault.type !== 'Backup',
    instead: [{ field: 'datasource', value: 'azure-vm' }],
    source: [doc002('Restore to create a new disk')],
  },
  {
    id: 'datasource.disk.also-via-vm',
    kind: 'info',
    field: 'datasource',
    when: ({ disk }, c) => c.datasource === 'azure-disk' && disk.attachedVmProtected,
    instead: [{ field: 'datasource', value: 'azure-vm' }],
    source: [doc002('Restore to create a new disk, tip')],
  },
  {
    id: 'datasource.files.pointer',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-vm',
    source: [doc000('Restore options, note')],
  },
  {
    id: 'datasource.files.arm-only',
    kind: 'block',
    field: 'scenario',
    when: ({ vm, vault }, c) =>
      c.scenario === 'files' &&
      either(
        () => vm.deployment !== 'arm',
        () => vault.type !== 'RecoveryServices',
      ),
    instead: [{ field: 'scenario', value: 'disk' }],
    source: [doc001('Restore files within the VM')],
  },
  {
    id: 'datasource.alerts.tip',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc000('Restore options, tip')],
  },
  {
    id: 'datasource.scenario.entire-vm',
    kind: 'info',
    field: 'scenario',
    when: (_, c) => c.scenario === 'entire-vm',
    source: [doc001('Understand restore scenarios')],
  },
  {
    id: 'datasource.scenario.disk',
    kind: 'info',
    field: 'scenario',
    when: (_, c) => c.scenario === 'disk',
    source: [doc001('Understand restore scenarios')],
  },
  {
    id: 'datasource.scenario.files',
    kind: 'info',
    field: 'scenario',
    when: (_, c) => c.scenario === 'files',
    source: [doc001('Understand restore scenarios')],
  },
  {
    id: 'datasource.scenario.encrypted',
    kind: 'info',
    field: 'scenario',
    when: (_, c) => c.scenario === 'encrypted',
    source: [doc001('Understand restore scenarios')],
  },
  {
    id: 'datasource.scenario.cross-region',
    kind: 'info',
    field: 'scenario',
    when: (_, c) => c.scenario === 'cross-region',
    source: [doc001('Understand restore scenarios')],
  },
  {
    id: 'datasource.bmr',
    kind: 'info',
    field: 'scenario',
    when: (_, c) => c.scenario === 'bare-metal',
    source: [doc000('Restore VMs with special configurations')],
  },
  {
    id: 'datasource.drills',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc001('Educate')],
  },
]);
