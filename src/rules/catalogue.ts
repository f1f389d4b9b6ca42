import { stepRules } from './catalogue/steps.ts';
import { diskRules } from './catalogue/disk.ts';
import { restRules } from './catalogue/rest.ts';
import { jobListRules, jobNoticeRules } from './catalogue/jobs-lists.ts';
import { endedJobRules, runningJobRules } from './catalogue/jobs-state.ts';
import { afterRules } from './catalogue/after.ts';
import { backupAgainRules } from './catalogue/backup-again.ts';
import { commvaultRules } from './catalogue/commvault.ts';
import { commvaultPlatformRules } from './catalogue/commvault-platform.ts';
import { outageRules } from './catalogue/outage.ts';
import { platformRules } from './catalogue/platform.ts';
import { softDeleteRules } from './catalogue/soft-delete.ts';

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

/** A rule of the catalogue; its `id` is one of the known ids. */
export type CatalogueRule = (typeof catalogue)[number];
