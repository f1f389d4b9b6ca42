import type { Example } from '#src/rules/baseline.ts';
import { inputOf } from '#src/rules/cases/case.ts';
import { spoken } from '#src/rules/cases/spoken.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { inScope, type RuleSet, verdictsAmong } from '#src/rules/engine.ts';
import { cases } from '#src/rules/examples.ts';
import { isFactName } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { factsRead } from '#src/rules/known.ts';

/** What no draft of a task chooses. */
type Fixed = Partial<Choices> & Pick<Choices, 'product' | 'datasource'>;

/** Every case of the rules, and for each rule one in which it speaks. */
export const ruleInputs: readonly Example[] = [
  ...cases,
  ...Object.values(spoken).map(([given, when]) => ({ given, when })),
].map((one) => inputOf(one));

/** The same as inputs of a draft, which has no job. */
const inputsOf = (fixed: Fixed) =>
  ruleInputs.map(
    ({ facts, choices }) =>
      [
        { ...facts, job: null },
        { ...choices, ...fixed },
      ] as const,
  );

/** The rules that judge the drafts of a task, against all that could. */
export function againstCatalogue({ all }: RuleSet, fixed: Fixed) {
  const ids: readonly string[] = all.map(({ id }) => id);
  const inFlow = catalogue.filter((rule) => inScope(rule, fixed));
  const leftOut = inFlow.filter(({ id }) => !ids.includes(id));
  return {
    /** Those of the catalogue, in its order. */
    own: inFlow.filter(({ id }) => ids.includes(id)),
    leftOut,
    /** What those left out say of any case. */
    heard: () =>
      inputsOf(fixed).flatMap(([facts, choices]) => verdictsAmong(leftOut, facts, choices)),
    /** The facts without words that the rules read in any case. */
    unnamed: () => {
      const read = inputsOf(fixed).flatMap((given) =>
        all.flatMap((rule) => factsRead(rule, ...given)),
      );
      return [...new Set(read.map(({ name }) => name))].filter((name) => !isFactName(name));
    },
  };
}
