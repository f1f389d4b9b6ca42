import { fileFactsOf, fileSourceOf } from '#src/datasources/azure-vm/files/facts.ts';
import { FILE_FIELDS, fileChange, fileChoices } from '#src/datasources/azure-vm/files/fields.ts';
import { fileRuleSet } from '#src/datasources/azure-vm/files/rules.ts';
import { type FileStepId, STEPS_OF_FILES } from '#src/datasources/azure-vm/files/steps.ts';
import { fileTransitions } from '#src/datasources/azure-vm/files/transitions.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import { entryOf } from '#src/wizard/fields/field.ts';
import { insteadBy } from '#src/wizard/fields/instead.ts';
import { ruleChoicesOf, shownAs } from '#src/wizard/fields/rule-choices.ts';

const { hiding: _, ...shared } = vmModel;

/** How a file recovery is judged: by rules of its own, about the machine and point that a restore has too. */
export const fileModel: ViewModel<Reads> = {
  ...shared,
  sourceOf: fileSourceOf,
  steps: STEPS_OF_FILES,
  rules: fileRuleSet,
  stepOf,
  fieldLabel: (field) => entryOf(FILE_FIELDS, field)?.label ?? vmModel.fieldLabel(field),
  factsOf: (reads, choices) => fileFactsOf(reads, fileChoices(choices)),
  ruleChoices: (choices, reads) => {
    const typed = fileChoices(choices);
    return ruleChoicesOf(FILE_FIELDS, typed, { choices: typed, reads });
  },
  shownOf: (choices, settled, reads) => {
    const typed = fileChoices(choices);
    return shownAs(FILE_FIELDS, settled, typed, { choices: typed, reads });
  },
  transitions: fileTransitions,
  targetOf,
  instead: {
    candidatesOf: ({ shown, reads }, field) =>
      entryOf(FILE_FIELDS, field)?.candidates?.({ choices: fileChoices(shown), reads }) ?? [],
    ...insteadBy(FILE_FIELDS),
    parseChange: fileChange,
  },
};

/** The step of the first field that a rule speaks about. */
function stepOf(rule: Rule): FileStepId {
  const fields = fieldsOf(rule);
  return (
    STEPS_OF_FILES.find((step) => step.fields.some((name) => fields.some((f) => f === name)))?.id ??
    'restore-point'
  );
}

/** What a file recovery changes: nothing but the session of its restore point. */
function targetOf(choices: DraftChoices): readonly TargetPart[] {
  const { instance, point } = fileChoices(choices);
  if (instance === null || point === null) return [];
  const name = `files of ${instance}/${point}`.toLowerCase();
  return [{ kind: 'other', name, group: null, subscriptionId: null }];
}
