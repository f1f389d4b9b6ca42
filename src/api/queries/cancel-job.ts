import { session } from '#src/api/arm/session.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { newWrite } from '#src/api/queries/use-write.ts';
import { cancelJob } from '#src/api/recovery-services/jobs/cancel.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Asks Azure once to cancel a job, and reads the job again whatever was answered. */
export const cancelJobMutation = (id: ResourceId) =>
  newWrite(['cancel job', id.toLowerCase()], async (_input: void, { client }) => {
    try {
      await cancelJob(session(), id);
    } finally {
      void client.invalidateQueries({ queryKey: jobQuery(id).queryKey });
    }
  });
