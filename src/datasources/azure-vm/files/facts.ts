import type { FactName, Facts } from '#src/rules/facts.ts';
import { factsOf, sourceOf } from '#src/datasources/azure-vm/facts.ts';
import type { FileChoices, FileQuestion } from '#src/datasources/azure-vm/files/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { answered, factReader, type FactSource, type FactTable } from '#src/wizard/explain/view.ts';

interface Given {
  readonly choices: FileChoices;
  /** What a restore knows. */
  readonly facts: Facts;
}

type FileFact = 'vm.system' | 'vm.isDeduplicated' | 'vm.spansDisks' | 'vm.isAccountRestricted';

/** What no API reports of the backed-up machine: each fact with the field that asks for it. */
const FILE_FACTS: FactTable<FileFact, never, FileQuestion, Given> = {
  'vm.system': answered('sourceSystem', ({ choices }) => choices.sourceSystem ?? undefined),
  // Data Deduplication is a feature of Windows Server, so there is no question about Linux.
  'vm.isDeduplicated': answered('deduplicated', ({ choices, facts }) =>
    facts.vm?.osType === 'Linux' ? false : isYes(choices.deduplicated),
  ),
  'vm.spansDisks': answered('spannedVolumes', ({ choices }) => isYes(choices.spannedVolumes)),
  'vm.isAccountRestricted': answered('restrictedAccount', ({ choices }) =>
    isYes(choices.restrictedAccount),
  ),
};

const isYes = (answer: 'yes' | 'no' | null): boolean | undefined =>
  answer === null ? undefined : answer === 'yes';

const readFacts = factReader(FILE_FACTS, {});
const SOURCES: Readonly<Partial<Record<FactName, FactSource>>> = FILE_FACTS;

/** Where a fact about a file recovery comes from. */
export const fileSourceOf = (fact: FactName): FactSource => SOURCES[fact] ?? sourceOf(fact);

/** What the rules of file recovery may know: what a restore knows, and what was answered. Pure. */
export function fileFactsOf(reads: Reads, choices: FileChoices): Facts {
  const facts = factsOf(reads, choices);
  return { ...facts, vm: { ...facts.vm, ...readFacts({ choices, facts }).vm } };
}
