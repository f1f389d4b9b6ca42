import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { diskJobWire, toDiskJob, toDiskJobWithErrors } from '#src/api/data-protection/jobs.ts';
import { jobsQuestion, NOTABLE_JOBS } from '#src/api/recovery-services/job-lists.ts';
import { jobRowWire, jobWire, toJob, toJobWithErrors } from '#src/api/recovery-services/jobs.ts';
import { graphPage, type GraphPage, type PageStart } from '#src/api/resource-graph/query.ts';
import type { Job, JobFilter, JobOrder, JobWithErrors } from '#src/model/jobs.ts';

/** A row of a Backup vault: it has a shape of its own (azure-contract §11). */
const diskRow = z.extend(diskJobWire, {
  id: z.string().check(z.regex(/\/providers\/Microsoft\.DataProtection\//i)),
});
/** A job of a vault of either kind. */
export const jobRow = z.union([
  z.pipe(
    diskRow,
    z.transform((wire): Job => toDiskJob(wire)),
  ),
  z.pipe(jobRowWire, z.transform(toJob)),
]);
const rowWithErrors = z.union([
  z.pipe(
    diskRow,
    z.transform((wire): JobWithErrors => toDiskJobWithErrors(wire)),
  ),
  z.pipe(jobWire, z.transform(toJobWithErrors)),
]);

export interface JobPageWanted {
  readonly filter: JobFilter;
  readonly order: JobOrder;
  readonly start: PageStart;
  readonly top: number;
}

/**
 * One page of the jobs over all vaults of both kinds, filtered and sorted by Resource Graph: without
 * progress.
 */
export async function listJobPage(
  arm: ArmPipelines,
  { filter, order, start, top }: JobPageWanted,
  signal?: AbortSignal,
): Promise<GraphPage<Job>> {
  return graphPage(arm, { row: jobRow, query: jobsQuestion(filter, order), start, top }, signal);
}

/** More are never shown: the list of all jobs has them. */
const MOST_NOTABLE = 50;

/** Lists the jobs that need attention: at most 50, which is more than the page shows. */
export async function listNotableJobs(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly JobWithErrors[]> {
  const wanted = { row: rowWithErrors, query: NOTABLE_JOBS, start: { skip: 0 }, top: MOST_NOTABLE };
  return (await graphPage(arm, wanted, signal)).rows;
}
