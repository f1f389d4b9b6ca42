import { jobRow } from '#src/api/queries/listed-jobs.ts';
import { jobSearchQuestion } from '#src/api/recovery-services/job-lists.ts';
import { finder } from '#src/api/resource-graph/query.ts';

/** The first jobs with some words in what they name, of vaults of both kinds. @throws as every read. */
export const findJobs = finder({ row: jobRow, toThing: (job) => job, question: jobSearchQuestion });
