import { fieldsOf, type Rule } from '#src/rules/rule.ts';

/** A step of a task: the last part of its address, its title, and the fields it asks for, in order. */
export interface TaskStep<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly fields: readonly string[];
}

/** The first and the last step of every task. */
export const FIRST_STEP = 'datasource';
export const LAST_STEP = 'review';

/** The step for the restore point, which shows the point in time and needs no plan beside it. */
export const POINT_STEP = 'restore-point';

export type TaskSteps = readonly TaskStep[];

/**
 * The state of a step: `todo` something required is missing, `blocked` a rule refuses a choice,
 * `notNeeded` there is nothing to ask, by the clause given; `notChecked` not known yet.
 */
export type StepState =
  | { readonly state: 'done' | 'todo' | 'blocked' | 'notChecked' }
  | { readonly state: 'notNeeded'; readonly clause: Rule };

/** A step and its state. */
export interface StepNow<Id extends string = string> extends TaskStep<Id> {
  readonly state: StepState;
  /** A field of it whose value the service rejects: the step leads to it, and not on. */
  readonly rejected?: string | undefined;
}

/** The step that asks for a field; null for fields that no step asks for. */
export function stepWith(steps: TaskSteps, field: string): string | null {
  return steps.find(({ fields }) => fields.includes(field))?.id ?? null;
}

/** The step after the one that asks for a field; null where there is none. */
export function stepPast(steps: TaskSteps, field: string): string | null {
  const at = steps.findIndex(({ fields }) => fields.includes(field));
  return at === -1 ? null : (steps[at + 1]?.id ?? null);
}

/** The fields of the steps before one, in order. */
export const fieldsBefore = (steps: TaskSteps, step: string): readonly string[] =>
  steps
    .slice(
      0,
      Math.max(
        0,
        steps.findIndex(({ id }) => id === step),
      ),
    )
    .flatMap(({ fields }) => fields);

/** The title of a step. */
export const titleOf = (steps: TaskSteps, step: string): string =>
  steps.find(({ id }) => id === step)?.title ?? step;

export interface FieldPlace {
  readonly step: string;
  readonly field: string;
}

/** Where a field is that is known by its name alone; null where no step asks for it. */
export function placeNamed(steps: TaskSteps, field: string): FieldPlace | null {
  const step = stepWith(steps, field);
  return step === null ? null : { step, field };
}

/** Where a rule can be settled: the first of its fields that a step before Review asks for. */
export function fieldPlaceOf(steps: TaskSteps, rule: Pick<Rule, 'field'>): FieldPlace | null {
  for (const field of fieldsOf(rule)) {
    const step = stepWith(steps, field);
    if (step !== null && step !== 'review') return { step, field };
  }
  return null;
}
