import { createContext } from 'react';
import type { WizardProps } from '#src/datasources/datasource.ts';
import type { FactName } from '#src/rules/facts.ts';
import { isChoiceField } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import type { Settled } from '#src/rules/settle.ts';
import { suggestionsLeft } from '#src/wizard/draft/transitions.ts';
import { isRefusing } from '#src/wizard/explain/findings.ts';
import { rejectedAt, type RejectedValue, type View } from '#src/wizard/explain/view.ts';
import {
  LAST_STEP,
  type StepNow,
  type StepState,
  type TaskStep,
} from '#src/wizard/steps/task-steps.ts';

/** The steps, each with its state from what the rules say about its fields. Pure. */
export function stepStates<Id extends string, Reads>(
  steps: readonly TaskStep<Id>[],
  view: View<Reads>,
): StepNow<Id>[] {
  return steps.map((step) => {
    const [rejected] = rejectedAt(steps, step.id, view.rejected);
    return { ...step, state: stateOf(step, view, rejected), rejected: rejected?.field };
  });
}

function stateOf<Reads>(
  step: TaskStep,
  { settled, model }: View<Reads>,
  rejected: RejectedValue | undefined,
): StepState {
  const isRejected = rejected !== undefined;
  if (step.id === LAST_STEP) {
    return { state: isRejected || settled.verdicts.some(isRefusing) ? 'todo' : 'done' };
  }
  if (isRejected) return { state: 'blocked' };
  const clause = clauseOf(step, settled);
  if (clause.state === 'notNeeded') return { state: 'notNeeded', clause: clause.rule };
  const refused = settled.verdicts.filter(
    (verdict) =>
      isRefusing(verdict) &&
      !model.isForReview(verdict.rule) &&
      fieldsOf(verdict.rule).some((field) => step.fields.includes(field)),
  );
  if (refused.some(({ rule }) => rule.kind !== 'require-field')) return { state: 'blocked' };
  if (refused.length > 0) return { state: 'todo' };
  return { state: clause.state === 'notChecked' ? 'notChecked' : 'done' };
}

/** The next step that has something to ask; null after the last. */
export function stepAfter(step: string, steps: readonly StepNow[]): StepNow | null {
  const later = steps.slice(steps.findIndex(({ id }) => id === step) + 1);
  return later.find(isNeeded) ?? null;
}

/**
 * The step that Next leads to: where the kind of restore was named, the next one that needs a decision of the
 * person; else the next one that has something to ask. Null after the last. Pure.
 */
export function stepToDecide<Reads>(
  step: string,
  steps: readonly StepNow[],
  view: View<Reads>,
): StepNow | null {
  if (view.stored.isNamed !== true) return stepAfter(step, steps);
  const later = steps.slice(steps.findIndex(({ id }) => id === step) + 1);
  return later.find((one) => isNeeded(one) && !isDecided(one, view)) ?? null;
}

/** Whether all that a step holds is the person's own or the only possible one. Review never is. */
function isDecided<Reads>(step: StepNow, view: View<Reads>): boolean {
  if (step.id === LAST_STEP || step.state.state !== 'done') return false;
  const open = new Set(suggestionsLeft(view.stored).map(([field]) => field));
  const isSeen = view.stored.visited?.includes(step.id) ?? false;
  return step.fields.every((field) => {
    const isOwn = !open.has(field) && (isSeen || isOwnOrNone(field, view));
    return isOwn || isOnlyOne(field, view);
  });
}

/** Whether a field holds what the person chose, or nothing: a default that the person hasn't seen is neither. */
const isOwnOrNone = <Reads>(field: string, { draft, shown }: View<Reads>): boolean =>
  (shown[field] ?? null) === null || (draft.choices[field] ?? null) !== null;

/** Whether nothing else could be chosen. A restore point stays a decision: it determines what is lost. */
const isOnlyOne = <Reads>(field: string, view: View<Reads>): boolean =>
  field !== 'point' &&
  isChoiceField(field) &&
  view.model.instead?.candidatesOf(view, field).length === 1;

/** The previous step that has something to ask; null before the first. */
export function stepBefore(step: string, steps: readonly StepNow[]): StepNow | null {
  const earlier = steps.slice(
    0,
    steps.findIndex(({ id }) => id === step),
  );
  return earlier.findLast(isNeeded) ?? null;
}

const isNeeded = ({ state }: StepNow): boolean => state.state !== 'notNeeded';

/**
 * Whether a step has something to ask: not when a rule hides all that it asks for; not known when that
 * rule could not be checked.
 */
type StepClause =
  | { readonly state: 'needed' }
  | { readonly state: 'notNeeded'; readonly rule: Rule }
  | { readonly state: 'notChecked'; readonly rule: Rule; readonly fact: FactName };

/** What the rules say about a step as a whole. Pure. */
export function clauseOf({ fields }: Pick<TaskStep, 'fields'>, { verdicts }: Settled): StepClause {
  const all = verdicts.filter(
    ({ rule }) =>
      rule.kind === 'hide-field' &&
      fields.every((field) => fieldsOf(rule).some((one) => one === field)),
  );
  const hiding = all.find(({ state }) => state === 'speaks') ?? all[0];
  if (hiding === undefined) return { state: 'needed' };
  return hiding.state === 'speaks'
    ? { state: 'notNeeded', rule: hiding.rule }
    : { state: 'notChecked', rule: hiding.rule, fact: hiding.fact };
}

/** Where the wizard is drawn: the step, and the ways from here. Its reads and rules do not depend on it. */
export const WizardHere = createContext<WizardProps | null>(null);
