import { afterTexts } from './after.ts';
import { backupAgainTexts } from './backup-again.ts';
import { jobsTexts } from './jobs.ts';

/** The job, and what is left to do when it has ended. */
export const afterwardsTexts = { ...jobsTexts, ...afterTexts, ...backupAgainTexts };
