import { sameId } from '#src/model/resource-id.ts';
import { textOf, vmRules } from '#src/datasources/azure-vm/rules.ts';
import { answerFacts } from '#src/datasources/azure-vm/choices/questions.ts';
import { FACT_SOURCES, fieldGroupsIn } from '#src/datasources/azure-vm/facts/fact-sources.ts';
import {
  READ_SOURCES,
  type ReadName,
} from '#src/datasources/azure-vm/facts/sources/read-sources.ts';
import { factTexts } from '#src/datasources/azure-vm/fact-texts.ts';
import { vmFacts } from '#src/datasources/azure-vm/facts/vm-facts.ts';
import { principalOf } from '#src/datasources/azure-vm/reads/grant-scopes.ts';
import {
  answersOf,
  type Reads,
  subscriptionName,
  TARGET_NOT_READ,
} from '#src/datasources/azure-vm/reads/reads.ts';
import { STEPS_OF_VM } from '#src/datasources/azure-vm/steps/steps.ts';
import { newDraft, vmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { FactModel } from '#src/wizard/explain/model.ts';
import { ofTable } from '#src/wizard/explain/of-table.ts';
import { known } from '#src/wizard/reads/read.ts';

const isReadName = (read: string): read is ReadName => Object.hasOwn(READ_SOURCES, read);

/** How the restore of a virtual machine knows its facts. */
export const factModel: FactModel<Reads> = {
  sourceOf: (fact) => FACT_SOURCES[fact],
  answersOf: (reads, read) => (isReadName(read) ? answersOf(reads, read) : []),
  ...ofTable(READ_SOURCES),
  byChoice: {
    fieldGroupsOf: (source, { secondary }) => fieldGroupsIn(source, secondary),
    // The reads cover only the identity that was selected when they were made.
    readForAnother: (read, reads, choices) => {
      if (read !== 'stagingGrants' && read !== 'groupGrants') return null;
      const grants = known(reads[read]);
      const isOther =
        grants !== undefined && grants.principalId !== principalOf(known(reads.vault), choices);
      return isOther ? 'identity' : null;
    },
    isReported: (fact, reads) => {
      const unanswered = answerFacts(newDraft('', 0).choices, vmFacts(reads, undefined));
      return Object.entries(unanswered).some(
        ([name, value]) => `vm.${name}` === fact && value !== undefined,
      );
    },
    // Of another subscription nothing was read yet.
    readsFor: (after, { draft, reads }) =>
      sameId(subscriptionIn(after), subscriptionIn(draft))
        ? reads
        : { ...reads, ...TARGET_NOT_READ },
  },
  valueName: (value, reads) =>
    typeof value === 'string' ? (subscriptionName(reads, value) ?? value) : value,
  steps: STEPS_OF_VM,
  rules: vmRules,
  factTexts,
  textOf,
};

const subscriptionIn = ({ choices }: Draft): string | null => vmChoices(choices).subscription;
