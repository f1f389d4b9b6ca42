import type { RuleText } from '../rules/text.ts';

/** The texts of the toy shelf's rules. */
export const toyRuleTexts = {
  'toy.box.required': { say: 'Select a box.' },
  'toy.point.required': { say: 'Select a restore point.' },
  'toy.point.worn': {
    say: 'The toy shelf can’t restore a point that is more than 14 days old. Select a newer one.',
    short: 'More than 14 days old',
  },
  'toy.point.old': {
    say: 'The restore point is more than a day old. Newer changes are lost.',
  },
} as const satisfies Record<string, RuleText>;
