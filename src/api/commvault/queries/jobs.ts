import type { CommvaultJob } from '#src/api/commvault/jobs/job.ts';
import { listJobs } from '#src/api/commvault/jobs/list.ts';
import { killJob } from '#src/api/commvault/jobs/ops.ts';
import { commServeSession, placedJob } from '#src/api/commvault/queries/session.ts';
import { keepJobs, seenJobs } from '#src/api/commvault/queries/seen-jobs.ts';
import { jobQuery, LIST_EVERY_MS } from '#src/api/queries/jobs.ts';
import { newWrite } from '#src/api/queries/use-write.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * The jobs of a CommServe that run or have ended in the last so many seconds, in pages, live; without a token those
 * last seen.
 */
export const commvaultJobPages = (host: string, withinS: number): Pages<CommvaultJob> => ({
  key: ['commvault jobs', host, withinS],
  read: async (wanted, signal) => {
    const { serve, tokens } = commServeSession(host);
    try {
      const page = await listJobs(serve, { host, withinS, ...wanted }, signal);
      if ('skip' in wanted.start && wanted.start.skip === 0) keepJobs(host, page.rows);
      return page;
    } catch (error) {
      const seen = tokens.isThere() ? null : seenJobs(host);
      if (seen === null) throw error;
      return { rows: seen.jobs, total: seen.jobs.length, next: null };
    }
  },
  everyMs: LIST_EVERY_MS,
});

/** Asks a CommServe once to kill a job, and reads the job again whatever was answered. */
export const killJobMutation = (id: ResourceId) =>
  newWrite(['kill job', id], async (_input: void, { client }) => {
    try {
      const { serve, place } = placedJob(id);
      await killJob(serve, place);
    } finally {
      void client.invalidateQueries({ queryKey: jobQuery(id).queryKey });
    }
  });
