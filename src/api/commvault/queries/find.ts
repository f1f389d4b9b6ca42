import type { CommvaultJob } from '#src/api/commvault/jobs/job.ts';
import { findJob } from '#src/api/commvault/jobs/list.ts';
import { commvaultJobPages } from '#src/api/commvault/queries/jobs.ts';
import { commServeSession } from '#src/api/commvault/queries/session.ts';
import { PAGE } from '#src/api/commvault/total.ts';
import { listVms, type VmFilter } from '#src/api/commvault/vms/list.ts';
import type { CommvaultVm } from '#src/api/commvault/vms/vm.ts';
import { RANGE_MS } from '#src/model/jobs.ts';

/** What a search asks a CommServe: one read each, for none of its lists can be searched. */

const FIRST = { start: { skip: 0 }, top: PAGE } as const;

/** The first VMs of a filter. */
export async function firstVms(
  host: string,
  filter: VmFilter,
  signal: AbortSignal,
): Promise<readonly CommvaultVm[]> {
  const wanted = { host, filter, ...FIRST };
  return (await listVms(commServeSession(host).serve, wanted, signal)).rows;
}

/** The newest jobs of the last seven days; without a token those last seen. */
export const newestJobs = async (
  host: string,
  signal: AbortSignal,
): Promise<readonly CommvaultJob[]> =>
  (await commvaultJobPages(host, RANGE_MS['7d'] / 1000).read(FIRST, signal)).rows;

/** The job of a number; none where the CommServe doesn't know it. */
export async function jobNumbered(
  host: string,
  name: string,
  signal: AbortSignal,
): Promise<readonly CommvaultJob[]> {
  const job = await findJob(commServeSession(host).serve, { host, name }, signal);
  return job === null ? [] : [job];
}
