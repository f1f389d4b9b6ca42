import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { FieldName } from '#src/rules/choices.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import type { Settled } from '#src/rules/settle.ts';
import { type RuleStep, STEP_FIELDS, type StepId, stepOf } from '#src/rules/step-of.ts';
import { canRefuse, type NotChecked } from '#src/wizard/draft/review.ts';
import { fixedBy } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { whyUnknown } from '#src/wizard/draft/why-unknown.ts';

/** A field that a step does not show, and the rules that take it away. */
export interface HiddenField {
  readonly field: FieldName;
  readonly rules: readonly CatalogueRule[];
}

/** The fields of a step that rules take away, in the order of the step. */
export function hiddenFields(view: DraftView, step: StepId): HiddenField[] {
  return STEP_FIELDS[step]
    .filter((field) => view.hidden.has(field) && !isShownFixed(view, field))
    .map((field) => ({ field, rules: hidersOf(view, field) }));
}

/** The rules that take a field away. */
export function hidersOf({ settled }: DraftView, field: FieldName): CatalogueRule[] {
  return settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'hide-field' && fieldsOf(rule).includes(field)
      ? [rule]
      : [],
  );
}

/** A subscription that is held at one value is shown all the same, unless no target is asked for. */
function isShownFixed(view: DraftView, field: FieldName): boolean {
  return (
    field === 'subscription' &&
    !view.hidden.has('rg') &&
    fixedBy(view, 'subscription') !== undefined
  );
}

/** What speaks in a step, the refusals first. What hides a field of the step is said with the field. */
const IN_ORDER = [
  'block',
  'require-field',
  'warn',
  'default',
  'hide-field',
  'info',
  'checklist',
] as const;

/** What Review says besides its own: what comes once Restore was pressed. */
const AT_REVIEW: readonly RuleStep[] = ['review', 'jobs', 'afterwards'];

/** The rules that speak about a draft and have their place in a step. */
export function notesOfStep(view: DraftView, step: StepId): CatalogueRule[] {
  const withField = new Set(hiddenFields(view, step).flatMap(({ rules }) => rules));
  return spokenIn(view.settled, step).filter((rule) => !withField.has(rule));
}

/** The rules that speak and have their place in a step, also those that hide a field there. */
export function spokenIn({ verdicts, changes }: Settled, step: StepId): CatalogueRule[] {
  const spoken = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
  // A default falls silent as soon as it has filled its field in.
  const filling = changes.flatMap(({ kind, rule }) => (kind === 'filled in' ? [rule] : []));
  const here = [...new Set([...spoken, ...filling])].filter((rule) => isOf(rule, step));
  return IN_ORDER.flatMap((kind) => here.filter((rule) => rule.kind === kind));
}

function isOf(rule: CatalogueRule, step: StepId): boolean {
  const at = stepOf(rule);
  return step === 'review' ? AT_REVIEW.includes(at) : at === step;
}

/** The refusals of a step that nobody could check, for want of something that Azure did not give. */
export function uncheckedOfStep(view: DraftView, step: StepId): NotChecked[] {
  return view.settled.verdicts.filter(
    (verdict): verdict is NotChecked =>
      verdict.state === 'not checked' &&
      canRefuse(verdict.rule) &&
      isOf(verdict.rule, step) &&
      ['forbidden', 'failed', 'nobody', 'notSaid', 'cut'].includes(
        whyUnknown(verdict.fact, view).kind,
      ),
  );
}
