import { session } from '#src/api/arm/session.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { toDiskJobDetails } from '#src/api/data-protection/jobs/map.ts';
import { askForDiskJob } from '#src/api/data-protection/jobs/ops.ts';
import { diskJobWire } from '#src/api/data-protection/jobs/wire.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import type { Job, JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';

/** Jobs of Backup vaults. */
export const diskJobs = {
  ask: (id: ResourceId, signal: AbortSignal) => askForDiskJob(session(), id, signal),
  jobFrom: (_id: ResourceId, answer: unknown) => toDiskJobDetails(diskJobWire.parse(answer)),
  recent: null,
  running: null,
  targetOf: (_job: Job, details: JobDetails | null): readonly TargetPart[] => {
    const diskId = details !== null && isDiskJob(details) ? details.restoredDiskId : null;
    const { name, resourceGroup, subscriptionId } = parseResourceId(diskId ?? '') ?? {};
    return [
      {
        kind: 'disk',
        name: name ?? null,
        group: resourceGroup ?? null,
        subscriptionId: subscriptionId ?? null,
      },
    ];
  },
};
