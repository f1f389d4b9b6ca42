import { armFacts } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { newWrite } from '#src/api/queries/use-write.ts';
import { cancelJob, getJob } from '#src/api/recovery-services/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Asks Azure once to cancel a job, and reads the job again whatever was answered. */
export const cancelJobMutation = (id: ResourceId) =>
  newWrite(['cancel job', id.toLowerCase()], async (_input: void, { client }) => {
    try {
      await cancelJob(session(), id);
    } catch (error) {
      // A browser may send it twice by itself: then the refusal is of the second, and the job is canceling.
      if (armFacts(error)?.kind !== 'refused' || !(await isCanceling(id))) throw error;
    } finally {
      void client.invalidateQueries({ queryKey: jobQuery(id).queryKey });
    }
  });

/** Whether a job is on its way to be canceled, or is; false where that can't be read. */
async function isCanceling(id: ResourceId): Promise<boolean> {
  try {
    return ['cancelling', 'cancelled'].includes((await getJob(session(), id)).status);
  } catch {
    return false;
  }
}
