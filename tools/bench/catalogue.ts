import { inputOf } from '#src/rules/cases/case.ts';
import { cases } from '#src/rules/examples.ts';
import type { Choices } from '#src/rules/fields.ts';
import { evaluate } from '#src/rules/catalogue.ts';
import type { Facts } from '#src/rules/facts.ts';

/** Every worked case as it is, and with nothing known yet: the two ends of what a form asks. */
function inputs(): { facts: Facts; choices: Choices }[] {
  return cases.map(inputOf).flatMap((input) => [input, { facts: {}, choices: input.choices }]);
}

/**
 * Milliseconds of single evaluations of the whole catalogue, at least `count` of them, after a
 * warm-up that a form has behind it when a person types.
 */
export function timeEvaluations(count: number): number[] {
  const all = inputs();
  if (all.length === 0) throw new Error('There is no worked case to evaluate.');
  const rounds = Math.ceil(count / all.length);
  const times: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    for (const { facts, choices } of all) {
      const started = performance.now();
      evaluate(facts, choices);
      const ended = performance.now();
      if (round >= 0) times.push(ended - started);
    }
  }
  return times;
}
