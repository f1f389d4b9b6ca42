import { stepTexts } from './rules/steps.ts';
import { diskTexts } from './rules/disk.ts';
import { restTexts } from './rules/rest.ts';
import { jobListTexts } from './rules/jobs-lists.ts';
import { jobStateTexts } from './rules/jobs-state.ts';
import { afterTexts } from './rules/after.ts';
import { backupAgainTexts } from './rules/backup-again.ts';
import { commvaultTexts } from './rules/commvault.ts';
import { outageTexts } from './rules/outage.ts';
import { platformTexts } from './rules/platform.ts';
import { softDeleteTexts } from './rules/soft-delete.ts';
import { ruleTexts } from './rules/text.ts';

/** The text of any rule of the catalogue. */
export const { ruleText } = ruleTexts({
  ...stepTexts,
  ...diskTexts,
  ...restTexts,
  ...jobListTexts,
  ...jobStateTexts,
  ...afterTexts,
  ...backupAgainTexts,
  ...commvaultTexts,
  ...platformTexts,
  ...outageTexts,
  ...softDeleteTexts,
});
