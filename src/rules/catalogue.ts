import { afterRules, backupAgainRules } from './catalogue/after.ts';
import { commvaultPlatformRules } from './catalogue/commvault-platform.ts';
import { commvaultRules } from './catalogue/commvault.ts';
import { diskRules } from './catalogue/disk.ts';
import { endedJobRules, jobListRules, jobNoticeRules, runningJobRules } from './catalogue/jobs.ts';
import { outageRules, platformRules } from './catalogue/platform.ts';
import { restRules } from './catalogue/rest.ts';
import { softDeleteRules } from './catalogue/soft-delete.ts';
import { stepRules } from './catalogue/steps.ts';
import { ruleSet, type RuleVerdict, verdictsAmong } from './engine.ts';
import type { Facts } from './facts.ts';
import type { Choices } from './fields.ts';

/**
 * Every rule of the edition 2024-11-30, in the order of the steps; at the end another product's, and
 * what Azure refuses by itself, the `platform.` rules.
 */
export const catalogue = [
  ...stepRules,
  ...diskRules,
  ...restRules,
  ...jobNoticeRules,
  ...runningJobRules,
  ...jobListRules,
  ...endedJobRules,
  ...afterRules,
  ...backupAgainRules,
  ...commvaultRules,
  ...commvaultPlatformRules,
  ...platformRules,
  ...outageRules,
  ...softDeleteRules,
];

export type CatalogueRule = (typeof catalogue)[number];

/** Every rule of the catalogue: of them those are heard that the choices bring into scope. */
export const catalogueSet = ruleSet(catalogue);

/**
 * One pass over facts and choices as given, nothing cleared or filled in: every rule that speaks or
 * could not be checked, in the catalogue's order. Pure; never throws for missing facts.
 */
export function evaluate(facts: Facts, choices: Choices): RuleVerdict[] {
  return verdictsAmong(catalogue, facts, choices);
}
