import { afterRules } from './after.ts';
import { backupAgainRules } from './backup-again.ts';
import { jobsRules } from './jobs.ts';

/** The job, and what is left to do when it has ended. */
export const afterwardsRules = [...jobsRules, ...afterRules, ...backupAgainRules];
