import type { FieldName } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { type ClearedField, type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';
import { canRefuse, isRefusing, refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { rejectedAt, type RejectedValue, type ViewModel } from '#src/wizard/explain/view.ts';
import { fieldsBefore, fieldPlaceOf, stepWith } from '#src/wizard/steps/task-steps.ts';

/**
 * The schema of a step's form, made from the rules: it refuses exactly what a rule of kind block or
 * require-field says about a field of the step; Review refuses what any step does. The message of an
 * issue is the rule's id. What a change cleared in a step before is refused, too.
 */
export function schemaFor<Reads>(
  model: ViewModel<Reads>,
  step: string,
  reads: Reads,
  takenBack: readonly Pick<ClearedField, 'field'>[] = [],
) {
  const before = fieldsBefore(model.steps, step);
  const lost = takenBack.flatMap(({ field }) => (before.includes(field) ? [field] : []));
  return draftSchema.shape.choices.check((payload) => {
    const given = { step, choices: payload.value, reads, lost };
    for (const { field, code } of refusals(model, given)) {
      payload.issues.push({ code: 'custom', input: payload.value, path: [field], message: code });
    }
  });
}

interface StepOfDraft<Reads> {
  readonly step: string;
  readonly choices: DraftChoices;
  readonly reads: Reads;
  /** Fields of steps before that a change cleared. */
  readonly lost: readonly string[];
}

/** What stands in the way of leaving a step, each with the field to go to. */
function refusals<Reads>(
  model: ViewModel<Reads>,
  { step, choices, reads, lost }: StepOfDraft<Reads>,
): RejectedValue[] {
  const facts = model.factsOf(reads, choices);
  const chosen = model.ruleChoices(choices, reads);
  const rejected = rejectedAt(model.steps, step, model.rejecting?.rejectedIn(choices) ?? []);
  if (step === 'review') {
    const refused = refusedAtSubmit(facts, chosen, model.rules).map(({ rule }) => rule);
    // It only sums up the others, which are named one by one.
    const named = refused.filter(({ id }) => id !== 'review.all-rules');
    const ofRules = (named.length > 0 ? named : refused).map((rule) => ({
      field:
        fieldIn(model, step, rule) ??
        fieldPlaceOf(model.steps, rule)?.field ??
        fieldsOf(rule)[0] ??
        rule.id.replaceAll('.', '-'),
      code: rule.id,
    }));
    return [...ofRules, ...rejected];
  }
  const own = refusingIn(model, step).map((rule) => ({ rule, field: fieldIn(model, step, rule) }));
  const ofLost = lost.flatMap((field) =>
    refusingIn(model, stepWith(model.steps, field) ?? '')
      .filter((rule) => fieldsOf(rule)[0] === field)
      .map((rule) => ({ rule, field })),
  );
  const fields = new Map([...ofLost, ...own].map(({ rule, field }) => [rule, field]));
  const refused = settle(facts, chosen, model.rules, [...fields.keys()])
    .verdicts.filter(isRefusing)
    .flatMap(({ rule }) => {
      const field = fields.get(rule);
      return field === undefined ? [] : [{ field, code: rule.id }];
    });
  return [...refused, ...rejected];
}

/** The field of a step that a rule speaks about, the first of several. */
function fieldIn(
  { steps }: Pick<ViewModel<never>, 'steps'>,
  step: string,
  rule: Rule,
): FieldName | undefined {
  return fieldsOf(rule).find((field) => stepWith(steps, field) === step);
}

const refusing = new WeakMap<object, Map<string, readonly Rule[]>>();

/** The rules that can refuse something in a step: a keystroke asks no others. */
function refusingIn<Reads>(model: ViewModel<Reads>, step: string): readonly Rule[] {
  const known = refusing.get(model) ?? new Map<string, readonly Rule[]>();
  refusing.set(model, known);
  const rules =
    known.get(step) ??
    model.rules.all.filter(
      (rule) =>
        canRefuse(rule) && !model.isForReview(rule) && fieldIn(model, step, rule) !== undefined,
    );
  known.set(step, rules);
  return rules;
}
