import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import type { Settled } from '#src/rules/settle.ts';
import { clauseOf } from '#src/wizard/draft/step-clause.ts';
import { STEP_FIELDS, type StepId, STEPS } from '#src/rules/step-of.ts';
import { isRefusal } from '#src/wizard/draft/review.ts';

/**
 * How a step stands: `todo` something required is missing, `blocked` a rule refuses a choice,
 * `notNeeded` there is nothing to ask, by the clause given; `notChecked` nobody knows yet.
 */
export type StepState =
  | { readonly state: 'done' | 'todo' | 'blocked' | 'notChecked' }
  | { readonly state: 'notNeeded'; readonly clause: CatalogueRule };

export type StepStates = Readonly<Record<StepId, StepState>>;

/** How each step stands, from what the rules say about its fields. Pure. */
export function stepStates(settled: Settled): StepStates {
  return {
    datasource: stateOf('datasource', settled),
    instance: stateOf('instance', settled),
    'restore-point': stateOf('restore-point', settled),
    configuration: stateOf('configuration', settled),
    'network-access': stateOf('network-access', settled),
    review: stateOf('review', settled),
  };
}

function stateOf(step: StepId, settled: Settled): StepState {
  if (step === 'review') {
    return { state: settled.verdicts.some(isRefusal) ? 'todo' : 'done' };
  }
  const clause = clauseOf(step, settled);
  if (clause.state === 'notNeeded') return { state: 'notNeeded', clause: clause.rule };
  const refused = settled.verdicts.filter(
    (verdict) =>
      isRefusal(verdict) &&
      fieldsOf(verdict.rule).some((field) => STEP_FIELDS[step].includes(field)),
  );
  if (refused.some(({ rule }) => rule.kind !== 'require-field')) return { state: 'blocked' };
  if (refused.length > 0) return { state: 'todo' };
  return { state: clause.state === 'notChecked' ? 'notChecked' : 'done' };
}

/** The next step that has something to ask; null after the last. */
export function stepAfter(step: StepId, states: StepStates): StepId | null {
  const later = STEPS.slice(STEPS.indexOf(step) + 1);
  return later.find((one) => states[one].state !== 'notNeeded') ?? null;
}

/** The step before that has something to ask; null before the first. */
export function stepBefore(step: StepId, states: StepStates): StepId | null {
  const earlier = STEPS.slice(0, STEPS.indexOf(step));
  return earlier.findLast((one) => states[one].state !== 'notNeeded') ?? null;
}
