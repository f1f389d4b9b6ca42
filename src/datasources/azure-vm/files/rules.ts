import { fileRules } from '#src/rules/catalogue/files.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { stepRules } from '#src/rules/catalogue/steps.ts';
import { isOneOf } from '#src/rules/rule.ts';
import { ruleSet } from '#src/rules/engine.ts';

/** What of the restore's rules is about the instance and the point, whatever is done with them. */
const SHARED = [
  'instance.secondary.toggle',
  'instance.secondary.managed-only',
  'crr.enabled',
  'crr.grs-only',
  'point.consistency.crash',
  'point.secondary.vault-only',
  'point.not-in-secondary',
  'point.archive',
] as const;

/** The rules that judge a file recovery. */
export const fileRuleSet = ruleSet([
  ...stepRules.filter((rule) => isOneOf(rule, SHARED)),
  ...softDeleteRules,
  ...fileRules,
]);
