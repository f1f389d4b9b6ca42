import { ArmError } from '#src/api/arm/error.ts';
import { jobNumberOf } from '#src/api/toy/id.ts';
import { toToyJobDetails } from '#src/api/toy/jobs/map.ts';
import { askForToyJob, listToyJobs } from '#src/api/toy/jobs/ops.ts';
import { jobWire } from '#src/api/toy/jobs/wire.ts';
import { shelfSession } from '#src/api/toy/queries/session.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** How a job of the shelf is read, wherever one is shown; Overview reads those since a moment. */
export const toyJobs = {
  ask: async (id: ResourceId, signal: AbortSignal): Promise<unknown> => {
    const number = jobNumberOf(id);
    if (number === null) throw noSuchJob(id);
    return askForToyJob(shelfSession(), number, signal);
  },
  jobFrom: (_id: ResourceId, answer: unknown): JobDetails => toToyJobDetails(jobWire.parse(answer)),
  recent: async (since: Instant, signal: AbortSignal): Promise<readonly Job[]> =>
    (await listToyJobs(shelfSession(), signal)).filter(
      ({ startedAt }) => startedAt !== null && startedAt >= since,
    ),
  // What a restore of the shelf changes is no resource of Azure.
  running: () => [],
  targetOf: () => [],
};

/** For an id without a number nothing is requested. */
const noSuchJob = (id: string): ArmError =>
  new ArmError({
    kind: 'refused',
    status: 404,
    code: 'NoSuchJob',
    message: `${id} is not the ID of a job.`,
    requestId: null,
    missingAction: null,
    body: '',
  });
