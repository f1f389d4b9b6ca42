import { jobRow } from '#src/api/queries/listed-jobs.ts';
import { jobSearchQuestion } from '#src/api/recovery-services/jobs/find.ts';
import { finder } from '#src/api/resource-graph/query/lists.ts';

/** The first jobs with some words in what they name, of vaults of both kinds. @throws as every read. */
export const findJobs = finder({ row: jobRow, toThing: (job) => job, question: jobSearchQuestion });
