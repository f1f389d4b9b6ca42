import type { Expression } from '#src/mocks/resource-graph/kql/expression.ts';
import type { Query, Step } from '#src/mocks/resource-graph/kql/pipeline.ts';

/** What a query says of itself, without any row. */

/** What an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'column':
      return [];
    case 'member':
      return [expression.of];
    case 'element':
      return [expression.of, expression.at];
    case 'call':
      return expression.args;
    case 'binary':
      return [expression.left, expression.right];
    case 'in':
      return [expression.left, ...expression.list];
    case 'logical':
      return expression.parts;
  }
}

/** The conditions that must all hold for a condition to hold. */
export function conjunctsOf(condition: Expression): readonly Expression[] {
  return condition.kind === 'logical' && condition.op === 'and'
    ? condition.parts.flatMap(conjunctsOf)
    : [condition];
}

function expressionsOf(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'where':
      return [step.condition];
    case 'extend':
    case 'project':
    case 'distinct':
      return step.columns.map(({ value }) => value);
    case 'order':
      return step.keys.map(({ value }) => value);
    case 'summarize':
      return [
        ...step.by.map(({ value }) => value),
        ...step.aggregates.flatMap((one) => (one.kind === 'count' ? [] : [one.of])),
      ];
    case 'project-away':
    case 'take':
    case 'count':
    case 'join':
      return [];
  }
}

/** Whether an expression is the clock itself. */
export const isClock = (expression: Expression): boolean =>
  expression.kind === 'call' && ['now', 'ago'].includes(expression.name);

const hasClock = (expression: Expression): boolean =>
  isClock(expression) || partsOf(expression).some(hasClock);

/** Whether a query reads the clock, in itself or in a query that it joins. */
export function readsClock({ steps }: Query): boolean {
  return steps.some(
    (step) =>
      (step.kind === 'join' && readsClock(step.right)) || expressionsOf(step).some(hasClock),
  );
}
