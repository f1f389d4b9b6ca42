import { olderDate } from '#src/rules/newer-texts.ts';
import { datasourceTexts } from '#src/strings/rules/datasource.ts';
import { diskTexts } from '#src/strings/rules/disk.ts';
import { instanceTexts } from '#src/strings/rules/instance.ts';
import { jobListTexts } from '#src/strings/rules/jobs-lists.ts';
import { pointRequiredTexts } from '#src/strings/rules/point-required.ts';
import { reviewTexts } from '#src/strings/rules/review.ts';
import { softDeleteTexts } from '#src/strings/rules/soft-delete.ts';
import { ruleTexts } from '#src/strings/rules/text.ts';

/** The texts of the rules that judge the restore of a disk. */
export const { isRuleText, textOf, sayRule } = ruleTexts(
  {
    ...datasourceTexts,
    ...instanceTexts,
    ...pointRequiredTexts,
    ...reviewTexts,
    ...diskTexts,
    ...jobListTexts,
    ...softDeleteTexts,
  },
  olderDate,
);
