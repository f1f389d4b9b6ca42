import { isDiskJob } from '#src/model/backup-vaults.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import { nameOf } from '#src/model/resource-id.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';

/** The outline of a restore by its job; null: the job reports neither its kind nor what it creates. */
export function reportedOutline(job: JobDetails): RestoreOutline | null {
  if (isDiskJob(job)) {
    const { restoredDiskId } = job;
    if (restoredDiskId === null) return null;
    return { kind: 'createDisk', name: nameOf(restoredDiskId), group: null };
  }
  const { restoreKind: kind } = job;
  const reported = (name: string): string | null => propertyOf(job, name) || null;
  switch (kind) {
    // A replacement reports its source as its target (azure-contract §8).
    case 'replaceDisks':
      return { kind, name: null, group: null };
    case 'restoreDisks':
      return { kind, name: null, group: reported('Target resource group') };
    case 'createVm':
    case null: {
      const name = reported('Target VM Name');
      return kind === null && name === null ? null : { kind, name, group: null };
    }
  }
}
