import type { Enforcement } from './enforcement/by.ts';
import { commvaultEnforcement } from './enforcement/commvault.ts';
import { elsewhereEnforcement } from './enforcement/elsewhere.ts';
import { flowEnforcement } from './enforcement/flow.ts';
import { kindsEnforcement } from './enforcement/kinds.ts';
import { targetEnforcement } from './enforcement/target.ts';
import type { Rule } from './rule.ts';

/** Apart from the rules: a wizard obeys them all alike, and only the page of constraints shows this. */
const enforcement: Readonly<Record<string, Enforcement>> = {
  ...flowEnforcement,
  ...kindsEnforcement,
  ...elsewhereEnforcement,
  ...targetEnforcement,
  ...commvaultEnforcement,
};

/** Who enforces a rule; undefined for a rule that refuses nothing. */
export function enforcementOf({ id }: Pick<Rule, 'id'>): Enforcement | undefined {
  return enforcement[id];
}
