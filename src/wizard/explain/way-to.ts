import { type FieldName, isChoiceField } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { fixedBy } from '#src/wizard/explain/findings.ts';
import { changedDraft, type View, viewOf } from '#src/wizard/explain/view.ts';
import { type Place, stepWith } from '#src/wizard/steps/task-steps.ts';

/** As many values of a list are tried: further down none is nearer. */
const MOST_VALUES = 60;

/**
 * Where something can be settled as a draft stands: the first of some fields that a step before Review shows, and
 * that takes another value there which no rule refuses. Null: nothing that can be changed would help. Pure.
 */
export function wayTo<Reads>(view: View<Reads>, fields: readonly FieldName[]): Place | null {
  return placeIn(view, fields, isChangeable);
}

function placeIn<Reads>(
  view: View<Reads>,
  fields: readonly FieldName[],
  isThere: (view: View<Reads>, field: FieldName) => boolean,
): Place | null {
  for (const field of fields) {
    const step = stepWith(view.model.steps, field);
    if (step !== null && step !== 'review' && isThere(view, field)) return { step, field };
  }
  return null;
}

/** The same for what a rule of a view speaks about. An empty field takes any value. */
export const wayToRule =
  <Reads>(view: View<Reads>) =>
  (rule: Rule): Place | null =>
    placeIn(view, fieldsOf(rule), rule.kind === 'block' ? isChangeable : isShown);

/** Whether the field of a rule shows by itself what the rule says of it: a list does, a typed text only after Next. */
export const isShownAtOnce =
  <Reads>({ model }: View<Reads>) =>
  (rule: Rule): boolean =>
    !fieldsOf(rule).some((field) => model.instead?.isTyped(field));

const known = new WeakMap<object, Map<FieldName, boolean>>();

/** Each place that is drawn asks: of one view it is worked out once. */
function isChangeable<Reads>(view: View<Reads>, field: FieldName): boolean {
  const found = known.get(view) ?? new Map<FieldName, boolean>();
  known.set(view, found);
  const result = found.get(field) ?? isOpen(view, field);
  found.set(field, result);
  return result;
}

/** Whether a field is there, and not fixed at its only value. */
const isShown = <Reads>(view: View<Reads>, field: FieldName): boolean =>
  !view.hidden.has(field) && !(isChoiceField(field) && fixedBy(view, field) !== undefined);

function isOpen<Reads>(view: View<Reads>, field: FieldName): boolean {
  if (!isShown(view, field)) return false;
  const { instead } = view.model;
  const values = instead?.isTyped(field) === true ? [] : (instead?.candidatesOf(view, field) ?? []);
  // Of a field that is no list, or whose list isn't read, nothing is known against it.
  if (values.length === 0) return true;
  const now = view.shown[field];
  return values
    .slice(0, MOST_VALUES)
    .some(({ change }) => change[field] !== now && !refuses(view, change, field));
}

function refuses<Reads>(
  view: View<Reads>,
  change: Parameters<typeof changedDraft<Reads>>[1],
  field: FieldName,
): boolean {
  const { model } = view;
  const draft = changedDraft(view, change);
  const after = viewOf(model, draft, model.byChoice?.readsFor(draft, view) ?? view.reads);
  return after.settled.verdicts.some(
    ({ rule, state }) =>
      state === 'speaks' && rule.kind === 'block' && fieldsOf(rule).includes(field),
  );
}
