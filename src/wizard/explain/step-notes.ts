import type { FieldName } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import type { Settled } from '#src/rules/settle.ts';
import { canRefuse, type NotChecked } from '#src/wizard/explain/findings.ts';
import type { View, ViewModel } from '#src/wizard/explain/view.ts';
import { whyUnknown } from '#src/wizard/explain/why-unknown.ts';

/** A field that a step does not show, and the rules that take it away. */
export interface HiddenField {
  readonly field: FieldName;
  readonly rules: readonly Rule[];
}

/** The fields of a step that rules take away, in the order of the step. */
export function hiddenFields<Reads>(view: View<Reads>, step: string): HiddenField[] {
  const { fields = [] } = view.model.steps.find(({ id }) => id === step) ?? {};
  return [...view.hidden]
    .filter(
      (field) => fields.includes(field) && view.model.hiding?.isShownFixed(view, field) !== true,
    )
    .toSorted((a, b) => fields.indexOf(a) - fields.indexOf(b))
    .map((field) => ({ field, rules: hidersOf(view, field) }));
}

/** The rules that take a field away. */
export function hidersOf({ settled }: { readonly settled: Settled }, field: FieldName): Rule[] {
  return settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'hide-field' && fieldsOf(rule).includes(field)
      ? [rule]
      : [],
  );
}

/** The rules that apply in a step, errors first. Rules that hide a field of the step appear at the field. */
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
const AT_REVIEW: readonly string[] = ['review', 'jobs', 'afterwards'];

/** The rules that speak about a draft and have their place in a step. */
export function notesOfStep<Reads>(view: View<Reads>, step: string): Rule[] {
  const withField = new Set(hiddenFields(view, step).flatMap(({ rules }) => rules));
  return spokenIn(view, step).filter((rule) => !withField.has(rule));
}

/** The rules that speak and have their place in a step, also those that hide a field there. */
function spokenIn<Reads>({ settled, model }: View<Reads>, step: string): Rule[] {
  const { verdicts, changes } = settled;
  const spoken = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
  // A default falls silent as soon as it has filled its field in.
  const filling = changes.flatMap(({ kind, rule }) => (kind === 'filled in' ? [rule] : []));
  const here = [...new Set([...spoken, ...filling])].filter((rule) => isOf(model, rule, step));
  return IN_ORDER.flatMap((kind) => here.filter((rule) => rule.kind === kind));
}

function isOf({ stepOf }: Pick<ViewModel<never>, 'stepOf'>, rule: Rule, step: string): boolean {
  const at = stepOf(rule);
  return step === 'review' ? AT_REVIEW.includes(at) : at === step;
}

/** The possible errors of a step that couldn't be checked because Azure didn't report a fact. */
export function uncheckedOfStep<Reads>(view: View<Reads>, step: string): NotChecked[] {
  return view.settled.verdicts.filter(
    (verdict): verdict is NotChecked =>
      verdict.state === 'not checked' &&
      canRefuse(verdict.rule) &&
      isOf(view.model, verdict.rule, step) &&
      ['forbidden', 'failed', 'nobody', 'notReported', 'cut'].includes(
        whyUnknown(verdict.fact, view).kind,
      ),
  );
}
