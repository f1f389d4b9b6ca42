import type { JobCancel, SecondJobs } from '#src/datasources/job.ts';
import { lostSearch } from '#src/datasources/azure-vm/request/lost-search.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { pressBehind } from '#src/wizard/submit/press-behind.ts';

/** What the press that led to a machine's restore may have started besides; null: no press is known here. */
export function secondJobs(
  id: ResourceId,
  cancelOf: (other: ResourceId) => JobCancel,
): SecondJobs | null {
  const press = pressBehind(id);
  return press && { search: lostSearch(press.draft, press.attempt), cancelOf };
}
