import * as z from 'zod/mini';
import type { DiskRestore } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';

const id = z.pipe(z.string(), z.transform(resourceId));
const plan = z.object({
  instanceId: id,
  recoveryPointId: z.string(),
  sourceDiskId: id,
  targetDiskId: id,
  region: z.string(),
});

/** The restore that a draft kept; null where it isn’t a disk’s. */
export function readDiskPlan(text: string): DiskRestore | null {
  try {
    return plan.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
