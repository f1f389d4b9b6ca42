import { ruleChoices, shownOf } from '#src/datasources/azure-vm/choices/choices.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/choices/kinds.ts';
import { answerFacts, reportedOf } from '#src/datasources/azure-vm/choices/questions.ts';
import { newDraft, vmChange, vmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { targetOf } from '#src/datasources/azure-vm/choices/target.ts';
import { transitions } from '#src/datasources/azure-vm/choices/transitions.ts';
import { typedView } from '#src/datasources/azure-vm/draft-view.ts';
import { candidatesOf } from '#src/datasources/azure-vm/explain/candidates-of.ts';
import { factsOf, fieldGroupsIn, sourceOf } from '#src/datasources/azure-vm/facts.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import {
  answersOf,
  READ_SOURCES,
  type ReadName,
  type Reads,
  subscriptionName,
  TARGET_NOT_READ,
} from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { STEPS_OF_VM } from '#src/datasources/azure-vm/steps/steps.ts';
import { principalOf } from '#src/datasources/azure-vm/target-reads.ts';
import { sameId } from '#src/model/resource-id.ts';
import { labelOf, labelOfField } from '#src/rules/fields.ts';
import { stepOf } from '#src/rules/rule.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import {
  fixedBy,
  type Offer,
  ofTable,
  type View,
  type ViewModel,
} from '#src/wizard/explain/view.ts';
import { entryOf } from '#src/wizard/fields/field.ts';
import { insteadBy } from '#src/wizard/fields/instead.ts';
import { known } from '#src/wizard/reads/read.ts';

const isReadName = (read: string): read is ReadName => Object.hasOwn(READ_SOURCES, read);

const subscriptionIn = ({ choices }: Draft): string | null => vmChoices(choices).subscription;

/** How the restore of a virtual machine is judged. */
export const vmModel: ViewModel<Reads> = {
  sourceOf,
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
      const unanswered = answerFacts(newDraft('', 0).choices, reportedOf(reads, undefined));
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
  stepOf,
  fieldLabel: (field) => entryOf(FIELDS, field)?.label ?? labelOfField(field),
  factsOf: (reads, choices) => factsOf(reads, vmChoices(choices)),
  ruleChoices: (choices, reads) => ruleChoices(vmChoices(choices), reads),
  shownOf: (choices, settled, reads) => shownOf(vmChoices(choices), settled, reads),
  targetOf: (choices, reads) =>
    targetOf(vmChoices(choices), reads && known(reads.instance)?.sourceResourceId),
  transitions,
  isForReview: () => false,
  instead: {
    candidatesOf: (view, field) => candidatesOf(typedView(view), field),
    ...insteadBy(FIELDS),
    parseChange: vmChange,
  },
  hiding: {
    revealing,
    isShownFixed: (view, field) =>
      field === 'subscription' &&
      !view.hidden.has('rg') &&
      fixedBy(view, 'subscription') !== undefined,
  },
};

/** Points that are tried before it is given up: of the thousands of a machine the newest tell enough. */
const MOST_POINTS = 60;

/** Another kind of restore, subscription or point. */
function revealing(view: View<Reads>): Offer[] {
  return [
    ...RESTORE_KINDS.map((kind) => ({
      label: wizard.explain.choose(labelOf('option'), wizard.configuration[kind]),
      change: { option: kind },
    })),
    {
      label: wizard.explain.choose(labelOf('subscription'), wizard.explain.own),
      change: { subscription: null },
    },
    ...candidatesOf(typedView(view), 'point')
      .slice(0, MOST_POINTS)
      .map(({ name, change }) => ({
        label: wizard.explain.choose(labelOf('point'), name),
        change,
      })),
  ];
}
