import { isDiskJob } from '#src/model/data-protection.ts';
import { type JobDetails, propertyOf } from '#src/model/job.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { pages } from '#src/strings/pages.ts';

const words = pages.job;

/** The title of a job: what it is done with and, where the job reports it, to what. Pure. */
export function jobTitle(job: JobDetails): string {
  const title = words.title(job.operation, job.itemName);
  const target = targetText(job);
  return target === null ? title : words.titleTo(title, target);
}

/** The new VM, the new disk, or the group of the new disks. Null: not reported, or the source itself. */
function targetText(job: JobDetails): string | null {
  if (isDiskJob(job)) return job.restoredDiskId === null ? null : nameOf(job.restoredDiskId);
  switch (job.restoreKind) {
    // A replacement reports its source as its target (azure-contract §8).
    case 'replaceDisks':
      return null;
    case 'restoreDisks': {
      const group = propertyOf(job, 'Target resource group') ?? '';
      return group === '' ? null : words.disksIn(group);
    }
    case 'createVm':
    case null:
      return propertyOf(job, 'Target VM Name') || null;
  }
}
