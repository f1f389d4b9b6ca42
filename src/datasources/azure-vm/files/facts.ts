import type { FactName, Facts } from '#src/rules/facts.ts';
import { FACT_SOURCES } from '#src/datasources/azure-vm/facts/fact-sources.ts';
import { factsOf } from '#src/datasources/azure-vm/facts/facts.ts';
import type { FileChoices, FileQuestion } from '#src/datasources/azure-vm/files/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { answered, type FactSource } from '#src/wizard/explain/fact-source.ts';

/** What no API reports of the backed-up machine: each fact with the field that asks for it. */
const QUESTIONS: ReadonlyMap<FactName, FileQuestion> = new Map([
  ['vm.system', 'sourceSystem'],
  ['vm.isDeduplicated', 'deduplicated'],
  ['vm.spansDisks', 'spannedVolumes'],
  ['vm.isAccountRestricted', 'restrictedAccount'],
]);

/** Where a fact about a file recovery comes from. */
export function fileSourceOf(fact: FactName): FactSource {
  const question = QUESTIONS.get(fact);
  return question === undefined ? FACT_SOURCES[fact] : answered(question);
}

/** What the rules of file recovery may know: what a restore knows, and what was answered. Pure. */
export function fileFactsOf(reads: Reads, choices: FileChoices): Facts {
  const facts = factsOf(reads, choices);
  return {
    ...facts,
    vm: {
      ...facts.vm,
      system: choices.sourceSystem ?? undefined,
      // Data Deduplication is a feature of Windows Server, so there is no question about Linux.
      isDeduplicated: facts.vm?.osType === 'Linux' ? false : isYes(choices.deduplicated),
      spansDisks: isYes(choices.spannedVolumes),
      isAccountRestricted: isYes(choices.restrictedAccount),
    },
  };
}

const isYes = (answer: 'yes' | 'no' | null): boolean | undefined =>
  answer === null ? undefined : answer === 'yes';
