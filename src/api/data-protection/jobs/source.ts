import { session } from '#src/api/arm/session.ts';
import { toDiskJobDetails } from '#src/api/data-protection/jobs/map.ts';
import { askForDiskJob } from '#src/api/data-protection/jobs/ops.ts';
import { diskJobWire } from '#src/api/data-protection/jobs/wire.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Jobs of Backup vaults. */
export const diskJobs = {
  ask: (id: ResourceId, signal: AbortSignal) => askForDiskJob(session(), id, signal),
  jobFrom: (_id: ResourceId, answer: unknown) => toDiskJobDetails(diskJobWire.parse(answer)),
  recent: null,
};
