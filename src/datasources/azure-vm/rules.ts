import { stepRules } from '#src/rules/catalogue/steps.ts';
import { restTypeRules } from '#src/rules/catalogue/review.ts';
import { jobListRules, jobNoticeRules } from '#src/rules/catalogue/jobs.ts';
import { afterRules, backupAgainRules } from '#src/rules/catalogue/after.ts';
import { outageRules, platformRules } from '#src/rules/catalogue/platform.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { ruleSet } from '#src/rules/engine.ts';

const all = [
  ...stepRules,
  ...restTypeRules,
  ...jobNoticeRules,
  ...jobListRules,
  ...afterRules,
  ...backupAgainRules,
  ...platformRules,
  ...outageRules,
  ...softDeleteRules,
];

/** Ids of the rules about virtual machines. */
export type VmRuleId = (typeof all)[number]['id'];

/** The rules that judge the restore of a virtual machine, in the catalogue's order. */
export const vmRules = ruleSet(all);

/** Whether a name is the id of one of them. */
export const isVmRule = (name: string): name is VmRuleId => vmRules.byId.has(name);
