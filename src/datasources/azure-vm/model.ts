import { factModel } from '#src/datasources/azure-vm/fact-model.ts';
import { stepOf } from '#src/rules/rule.ts';
import { labelOf, labelOfField } from '#src/rules/fields.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ruleChoices, shownOf } from '#src/datasources/azure-vm/choices/choices.ts';
import { candidatesOf } from '#src/datasources/azure-vm/explain/candidates-of.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { entryOf } from '#src/wizard/fields/field.ts';
import { insteadBy } from '#src/wizard/fields/instead.ts';
import { factsOf } from '#src/datasources/azure-vm/facts/facts.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { transitions } from '#src/datasources/azure-vm/choices/transitions.ts';
import { targetOf } from '#src/datasources/azure-vm/choices/target.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/choices/kinds.ts';
import { vmChange, vmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { known } from '#src/wizard/reads/read.ts';
import { typedView } from '#src/datasources/azure-vm/draft-view.ts';
import { fixedBy } from '#src/wizard/explain/rule-words.ts';
import type { Offer, View, ViewModel } from '#src/wizard/explain/view.ts';

/** How the restore of a virtual machine is judged. */
export const vmModel: ViewModel<Reads> = {
  ...factModel,
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
