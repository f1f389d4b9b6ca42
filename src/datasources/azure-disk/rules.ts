import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { diskRules as ofDisk } from '#src/rules/catalogue/disk.ts';
import { instanceRules } from '#src/rules/catalogue/instance.ts';
import { jobListRules, jobNoticeRules } from '#src/rules/catalogue/jobs.ts';
import { pointRequiredRules } from '#src/rules/catalogue/restore-point.ts';
import { reviewRules } from '#src/rules/catalogue/review.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { inScope, ruleSet } from '#src/rules/engine.ts';

const DISK = { product: 'azure-backup', datasource: 'azure-disk' } as const;

/** The rules that judge the restore of a disk, in the catalogue's order. */
export const diskRules = ruleSet([
  ...datasourceRules,
  ...instanceRules,
  ...pointRequiredRules,
  ...reviewRules,
  ...ofDisk,
  ...jobNoticeRules,
  ...jobListRules,
  ...softDeleteRules.filter((rule) => inScope(rule, DISK)),
]);
