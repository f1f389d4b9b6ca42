import { olderDate } from '#src/rules/newer-texts.ts';
import { stepTexts } from '#src/strings/rules/steps.ts';
import { restTypeTexts } from '#src/strings/rules/rest-type.ts';
import { jobListTexts } from '#src/strings/rules/jobs-lists.ts';
import { afterTexts } from '#src/strings/rules/after.ts';
import { backupAgainTexts } from '#src/strings/rules/backup-again.ts';
import { platformTexts } from '#src/strings/rules/platform.ts';
import { outageTexts } from '#src/strings/rules/outage.ts';
import { softDeleteTexts } from '#src/strings/rules/soft-delete.ts';
import { ruleTexts } from '#src/strings/rules/text.ts';

const texts = {
  ...stepTexts,
  ...restTypeTexts,
  ...jobListTexts,
  ...afterTexts,
  ...backupAgainTexts,
  ...platformTexts,
  ...outageTexts,
  ...softDeleteTexts,
};

/** Ids of the rules about virtual machines that have a text. */
export type VmRuleId = keyof typeof texts;

/** The texts of the rules that judge the restore of a virtual machine. */
export const { ruleText, textOf, sayRule, isRuleText } = ruleTexts(texts, olderDate);
