import * as z from 'zod/mini';
import { canonicalJson } from '#src/lib/canonical-json.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The restore as the text that its hash is of, and that a draft keeps. */
export const diskPlanText = (restore: DiskRestore): string => canonicalJson(restore);

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
