import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { jobTitle } from '#src/pages/job/title.ts';
import { pages } from '#src/strings/pages.ts';
import { sentOutline } from '#src/wizard/draft/sent.ts';

/** The title of a job by all that is known of it. `job`: undefined while it is not read. */
export const knownTitle = (id: ResourceId, job: JobDetails | undefined): string =>
  job === undefined ? pages.job.anyTitle : jobTitle(job, sentOutline(id));
