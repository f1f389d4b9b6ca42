import { cancelJobMutation } from '#src/api/queries/jobs.ts';
import type { JobCancel, SecondJobs } from '#src/datasources/job.ts';
import { lostSearch } from '#src/datasources/azure-vm/request/lost-search.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { azure } from '#src/strings/datasources.ts';
import { pages } from '#src/strings/pages.ts';
import { canceling } from '#src/strings/progress.ts';
import { pressBehind } from '#src/wizard/submit/press-behind.ts';

/** How a machine's restore is canceled; Azure cancels none in the secondary region. */
export function cancelOf(id: ResourceId, region: string | null): JobCancel {
  return region === null
    ? { mutation: cancelJobMutation(id) }
    : { never: canceling.no(azure).secondary, whileRunning: pages.job.neverCancelled };
}

/** What the press that led to a machine's restore may have started besides; null: no press is known here. */
export function secondJobs(
  id: ResourceId,
  requestId: string | null,
  region: string | null,
): SecondJobs | null {
  const press = pressBehind(id, requestId);
  return (
    press && {
      search: lostSearch(press.draft, press.attempt),
      shares: press.shares,
      cancelOf: (other) => cancelOf(other, region),
    }
  );
}
