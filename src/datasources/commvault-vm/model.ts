import { sameId } from '#src/model/resource-id.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { factsOf, factSourceOf } from '#src/datasources/commvault-vm/facts.ts';
import { FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import { prefilled } from '#src/datasources/commvault-vm/prefill.ts';
import { answersOf, type CommvaultReads, readWords } from '#src/datasources/commvault-vm/reads.ts';
import { targetOf } from '#src/datasources/commvault-vm/target.ts';
import { commvaultRules } from '#src/datasources/commvault-vm/rules.ts';
import {
  commvaultChange,
  commvaultChoices,
  transitions,
} from '#src/datasources/commvault-vm/schema.ts';
import { STEPS } from '#src/datasources/commvault-vm/steps/steps.ts';
import { labelOfField } from '#src/rules/fields.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import { entryOf } from '#src/wizard/fields/field.ts';
import { insteadBy } from '#src/wizard/fields/instead.ts';
import { ruleChoicesOf } from '#src/wizard/fields/rule-choices.ts';
import { stepWith } from '#src/wizard/steps/task-steps.ts';
import { known } from '#src/wizard/reads/read.ts';

/** Where rules are met that speak about no field. */
const STEP_OF_RULE: Readonly<Record<string, string>> = {
  'commvault.edition': 'instance',
  'commvault.os': 'instance',
  'commvault.arm': 'instance',
  'commvault.in-place.deletes': 'destination',
  'commvault.stages': 'options',
};

/** What is left to do after the restore is met then. */
function stepOf(rule: Rule): string {
  if (rule.kind === 'checklist') return 'afterwards';
  const steps = fieldsOf(rule).flatMap((field) => stepWith(STEPS, field) ?? []);
  return steps[0] ?? STEP_OF_RULE[rule.id] ?? 'vm';
}

/** How a VM's restore by Commvault is judged. */
export const commvaultModel: ViewModel<CommvaultReads> = {
  sourceOf: factSourceOf,
  answersOf,
  ...readWords,
  valueName: (value, reads) =>
    typeof value === 'string'
      ? (known(reads.subscriptions)?.find(({ id }) => sameId(id, value))?.name ?? value)
      : value,
  steps: STEPS,
  rules: commvaultRules,
  stepOf,
  fieldLabel: (field) => entryOf(FIELDS, field)?.label ?? labelOfField(field),
  factsOf: (reads, choices) => factsOf(reads, commvaultChoices(choices)),
  ruleChoices: (loose, reads) => {
    const choices = prefilled(commvaultChoices(loose), reads);
    return ruleChoicesOf(FIELDS, choices, { choices, reads });
  },
  shownOf: (choices, _, reads) => prefilled(commvaultChoices(choices), reads),
  transitions,
  targetOf: (loose, reads) => targetOf(commvaultChoices(loose), reads),
  // A rule of its own requires each of its fields.
  isForReview: ({ id }) => id === 'commvault.out-of-place',
  instead: {
    candidatesOf: () => [],
    ...insteadBy(FIELDS),
    parseChange: commvaultChange,
  },
};
