import type { FullChoices } from '../choices.ts';
import { isCsr, same } from '../derived.ts';
import type { FullFacts } from '../facts.ts';
import { all } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** The new machine stands where the source did: in its subscription and group, under its name. */
function takesPlace(facts: FullFacts, c: FullChoices): boolean {
  return all(
    () => !isCsr(facts, c),
    () => same(c.rg, facts.vm.resourceGroup),
    () => same(c.vmName, facts.vm.name),
  );
}

/** Backing up restored machines (3v). */
export const backupAgainRules = rules('backup-again', [
  {
    id: 'backup-again.continues',
    kind: 'info',
    field: ['vmName', 'rg'],
    when: (facts, c) => c.option === 'createVm' && takesPlace(facts, c),
    source: [doc000('Backing up restored VMs')],
  },
  {
    id: 'backup-again.setup',
    kind: 'checklist',
    field: null,
    when: (facts, c) => c.option === 'createVm' && !takesPlace(facts, c),
    source: [doc000('Backing up restored VMs')],
  },
  {
    id: 'backup-again.template-vm',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Backing up restored VMs')],
  },
]);
