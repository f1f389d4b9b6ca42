import { baseline } from '../baseline.ts';
import { type Choices } from '../choices.ts';
import { type FullFacts } from '../facts.ts';

/** Facts that differ from the baseline, by group. */
export type Given = { [G in keyof FullFacts]?: Partial<FullFacts[G]> };

/**
 * A worked example. `blocked` is exact (left out: nothing is blocked); the other lists are minimums;
 * `absent` names ids that may not be listed under any kind.
 */
export type RuleCase = {
  id: string;
  given: Given;
  when: Partial<Choices>;
  then: {
    blocked?: readonly string[];
    required?: readonly string[];
    hidden?: readonly string[];
    defaulted?: readonly string[];
    warned?: readonly string[];
    info?: readonly string[];
    checklist?: readonly string[];
    absent?: readonly string[];
  };
  source: string;
};

/** The case laid over the baseline: things merge by property, lists and null replace. */
export function inputOf({ given, when }: Pick<RuleCase, 'given' | 'when'>): {
  facts: FullFacts;
  choices: Choices;
} {
  const { facts, choices } = baseline;
  return {
    facts: {
      vm: { ...facts.vm, ...given.vm },
      point: { ...facts.point, ...given.point },
      vault: { ...facts.vault, ...given.vault },
      target: { ...facts.target, ...given.target },
      platform: { ...facts.platform, ...given.platform },
      operator: { ...facts.operator, ...given.operator },
      identity: { ...facts.identity, ...given.identity },
      disk: { ...facts.disk, ...given.disk },
      bv: { ...facts.bv, ...given.bv },
      job: { ...facts.job, ...given.job },
      form: { ...facts.form, ...given.form },
      policy: { ...facts.policy, ...given.policy },
    },
    choices: {
      ...choices,
      ...when,
      staging: when.staging === null ? null : { ...choices.staging, ...when.staging },
      vnet: when.vnet === null ? null : { ...choices.vnet, ...when.vnet },
    },
  };
}
