import { takesPlace } from '../derived.ts';
import { all } from '../known.ts';
import { doc000, rules } from '../rule.ts';

/** Backing up restored machines (3v). */
export const backupAgainRules = rules('backup-again', [
  {
    id: 'backup-again.continues',
    kind: 'info',
    field: ['vmName', 'rg'],
    when: (facts, c) =>
      c.option === 'createVm' &&
      all(
        () => takesPlace(facts, c),
        () => !facts.vm.isProtectionStopped,
      ),
    say: 'Backup continues: the new VM has the same resource group and name.',
    source: [doc000('Backing up restored VMs')],
  },
  {
    id: 'backup-again.setup',
    kind: 'checklist',
    field: null,
    when: (facts, c) => c.option === 'createVm' && !takesPlace(facts, c),
    say: 'The new VM has another resource group or name. Set up backup for it.',
    source: [doc000('Backing up restored VMs')],
  },
  {
    id: 'backup-again.template-vm',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    say: 'A VM created from the disks under another name or resource group isn’t backed up. Set up backup for it.',
    source: [doc000('Backing up restored VMs')],
  },
]);
