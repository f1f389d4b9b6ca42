import { diskRestore, type DiskRestore } from '#src/api/data-protection/restores.ts';
import { canonicalJson } from '#src/lib/data.ts';

/** The restore as the text that its hash is of, and that a draft keeps. */
export const diskPlanText = (restore: DiskRestore): string => canonicalJson(restore);

/** The restore that a draft kept; null where it isn’t a disk’s. */
export function readDiskPlan(text: string): DiskRestore | null {
  try {
    return diskRestore.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
